### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = Senin ve cihazlarının açık anahtarları ile bunların üzerindeki imzalar.
keys-keeps-waiting = Cihazlarına gelen ve henüz almadıkları mesajlar; genellikle gönderenleri tarafından şifrelenmiştir.
keys-keeps-backups = Yalnızca sende olan bir anahtarla şifrelenmiş oda anahtarı yedekleri.
keys-keeps-dehydrated = Geri dönmen için saklanan, aynı şekilde şifrelenmiş bir cihaz.

## The recovery key in the web app.

keys-recovery = Kurtarma anahtarı
keys-state-safe = Bir anahtarın var. Mesajlarını herhangi bir cihazda geri getirir.
keys-state-here = Anahtarların yalnızca bu cihazda.
keys-state-elsewhere = Eski mesajları bu cihazda okumak için gir.
keys-offer-title = Mesajlarını güvende tut
keys-offer = Şifreli mesajlar yalnızca bu cihazda açılır. Bu cihazı kaybedersen, kurtarma anahtarı onları başka bir cihazda açar.
keys-offer-button = Kurtarma anahtarı oluştur
keys-make = Şifreli mesajlarını başka bir cihazda açar. Başka kimsede yoktur, bu sunucuyu yönetenlerde bile; bu yüzden bulabileceğin bir yerde sakla: parola yöneticisinde veya kâğıtta.
keys-make-button = Şimdi oluştur
keys-made = Kurtarma anahtarın bu. Yalnızca bir kez gösterilir.
keys-copy = Kopyala
keys-copied = Kopyalandı
keys-kept = Sakladım
keys-asked-title = Daha eski mesajlarını oku
keys-asked = Başka bir cihazda yazıp okudukların, o cihazla ya da kurtarma anahtarınla burada açılır.
keys-asked-button = Buraya getir
keys-enter-hint = Dörder harf ve rakamdan oluşan on iki grup.
keys-enter-button = Mesajlarımı aç
keys-enter-wrong = Bu senin kurtarma anahtarın değil. Her karakteri kontrol et; büyük ve küçük harfler önemlidir.
keys-change = Değiştir
keys-change-words = Yeni bir kurtarma anahtarı alırsın, şimdiki artık çalışmaz. Mesajların olduğu gibi kalır.
keys-bring = Kurtarma anahtarın ya da mesajlarını okuyabilen bir cihaz onları buraya getirir.
keys-bring-alone = Kurtarma anahtarın mesajlarını buraya getirir.
keys-bring-without = Mesajlarını okuyabilen bir cihaz onları buna aktarır. Kurtarma anahtarın yok.
keys-bring-device = Başka bir cihaz kullan
keys-bring-neither = İkisi de bende yok
keys-reset-title = Yeniden başla
keys-reset = Elinde ne bir cihaz ne de kurtarma anahtarı kaldıysa eski mesajlarını kimse açamaz. Yeni anahtarlar alırsın:
keys-reset-lost = Bugünden önceki şifreli mesajlar kalıcı olarak kapalı kalır.
keys-reset-devices = Diğer cihazlarının yeniden doğrulanması gerekir.
keys-reset-people = Seni doğrulayanlara anahtarlarının değiştiği bildirilir.
keys-reset-button = Eski mesajlarımdan vazgeç ve yeniden başla

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = Bu cihazda henüz anahtarların yok.
keys-unreadable-coming = Bu mesajın anahtarı yolda. Anahtar gelince mesaj kendiliğinden açılır.
keys-unreadable-lost = Bu, bu cihazda oturum açmandan önce gönderildi ve anahtarı yedeğinde yok. Daha önce kullandığın bir cihaz gösterebilir.
keys-unreadable-joining = Bu, sen katılmadan önce gönderildi, bu yüzden okuyamazsın.
keys-unreadable-withheld = Gönderenin uygulaması bunu tanımadığı cihazlardan saklıyor.
keys-unreadable-broken = Bu mesajın şifresi çözülemiyor.
keys-unreadable-look = Yeniden bak
keys-unreadable-ask = Yeniden göndermesini iste: { $name }
keys-unreadable-asked = Bu mesajı okuyamıyorum. Yeniden gönderebilir misin?
