### The web app's frame: what every screen of it needs.

web-absent = Bu bir { -product } sunucusu. Web uygulaması olmadan derlendi: `make run` uygulamayı da derler. Herhangi bir Matrix istemcisi burada oturum açabilir.

web-language = Dil
web-starting = Sohbetlerin açılıyor…
web-elsewhere-title = Başka bir pencerede açık
web-elsewhere = Sohbetlerin bu tarayıcının başka bir penceresinde açık. Aynı anda yalnızca bir pencerede açık olabilirler.
web-elsewhere-button = Burada kullan
web-broken-title = Sohbetlerin açılamadı
web-broken = Bu tarayıcıda saklananlar okunamadı ya da sunucu yanıt vermedi. Yeniden dene; işe yaramazsa oturumu kapatıp yeniden aç.
web-broken-button = Yeniden dene

web-look = Görünüm
web-look-system = Sistemdeki gibi
web-look-light = Açık
web-look-dark = Koyu
web-look-contrast = Yüksek karşıtlık

web-update-title = Yeni bir sürüm var
web-update = Kullanmak için yeniden yükle. Yazmakta olduğun kalır.
web-update-button = Yeniden yükle
