### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Yöneticiyi oluştur
accounts-setup-intro = Hoş geldin. { -product } sunucun { $server } çalışıyor ve ilk hesabını bekliyor. Bu hesap, sunucuyla ve içindeki insanlarla ilgilenen yönetici olacak.
accounts-setup-localhost = Bu sunucunun adı “localhost”; bu ad yalnızca denemeler içindir: başkaları sunucuya bu adla ulaşamaz ve bir sunucunun adı sonradan değiştirilemez.

accounts-setup-name-label = Kullanıcı adı
accounts-setup-name-hint = Yalnızca küçük harf, rakam ve . _ = - / + kullan. Başkaları seni örneğin şöyle görecek: { $example }. Sonradan değiştirilemez.
accounts-setup-password-label = Parola
accounts-setup-password-hint = En az { $count } karakter. Rastgele birkaç sözcüğü akılda tutmak kolay, tahmin etmek zordur.
accounts-setup-password-again-label = Parola, bir daha
accounts-setup-password-again-hint = Yazım hatasını yakalamak için aynısı bir kez daha.
accounts-setup-button = Hesap oluştur

accounts-setup-error-name-invalid = Bir kullanıcı adı gir. Yalnızca küçük harf, rakam ve . _ = - / + kullan.
accounts-setup-error-name-taken = Bu kullanıcı adı alınmış. Başka bir ad seç.
accounts-setup-error-passwords-differ = İki parola aynı değil. İkisini de yeniden gir.
accounts-setup-error-password-too-short = Parola çok kısa. En az { $count } karakter kullan.

accounts-setup-done-title = Sunucun hazır
accounts-setup-done = { $user } artık yönetici. { $address } adresini bir tarayıcıda açıp oturum aç veya herhangi bir Matrix istemcisinde ana sunucu olarak seç.
accounts-setup-done-user-label = Matrix kimliği
accounts-setup-done-address-label = Ana sunucu

accounts-setup-refused-title = Bu bağlantı çalışmıyor
accounts-setup-refused = Daha önce kullanılmış ya da eksik. Sunucunun yöneticisi olmadığı sürece her yeniden başlatmada yeni bir bağlantı yazdırılır.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Katılmadan önce
# $server is the server's name, such as example.org.
accounts-terms-intro = { $server } üzerinde hesap açmak için şunu kabul edersin:
accounts-terms-button = Kabul ediyorum
accounts-terms-done-title = Teşekkürler
accounts-terms-done = Uygulamana dön, kendiliğinden devam eder. Bu pencereyi kapatabilirsin.
accounts-terms-over-title = Bu sayfa artık geçerli değil
accounts-terms-over = Uygulamanda yeniden başla.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Matrix kimliğin, yönetici olup olmadığı, hesabın ne zaman oluşturulduğu, kilitlendiği veya sona erdiği ve hangi koşulları kabul ettiğin.
accounts-keeps-password = Parolanın özeti (hash), parolanın kendisi asla.
accounts-keeps-profile = Profilin: görünen ad, resim ve oraya koyduğun diğer şeyler.
accounts-keeps-devices = Cihazların: adları, ne zaman oturum açtıkları ve en son ne zaman, hangi adresten bağlandıkları.
accounts-keeps-data = Uygulamalarının burada sakladığı ayarlar ve filtreler.

## Signing in and up in the web app.

accounts-in-title = Yeniden hoş geldin
accounts-in-intro = { $server } sunucusunda oturum aç
accounts-in-button = Oturum aç
accounts-in-other = Burada yeni misin?
accounts-in-other-link = Hesap oluştur
accounts-code-title = Başka bir cihazla
accounts-code-words = Oturumunun açık olduğu bir cihazda ayarları, sonra cihazlarını aç ve bu cihaz için bir kod göstermesini sağla.
accounts-code-scan = Kodu tara
accounts-code-enter = { $who } olarak oturum aç
accounts-code-over = Bu kod artık geçerli değil. Diğer cihazında yeni bir kod göster.
accounts-code-camera-none = Kullanılabilecek bir kamera yok. Parolanla oturum aç.
accounts-up-title = Hesabını oluştur
accounts-up-intro = { $server } üyesi olacaksın
accounts-up-button = Hesap oluştur
accounts-up-terms = Hesap oluşturarak şunları kabul edersin:
accounts-up-other = Zaten üye misin?
accounts-up-other-link = Oturum aç

accounts-name-label = Kullanıcı adı
accounts-name-hint = Başkaları seni bununla bulur: { $example }
accounts-password-label = Parola
accounts-password-hint = En az { $count } karakter. Rastgele birkaç sözcüğü akılda tutmak kolaydır.
accounts-token-label = Davet kodu
accounts-token-hint = Seni davet eden kişiden veya sayfadan.

accounts-error-name-invalid = Yalnızca küçük harf, rakam ve . _ = - / + kullan.
accounts-error-name-taken = Bu ad alınmış. Başka bir ad seç.
accounts-error-password-short = En az { $count } karakter kullan.
accounts-error-token-missing = Davetinin kodunu gir.
accounts-error-token-wrong = Bu kod geçerli değil veya artık geçerli değil. Yeni bir kod iste.
accounts-error-wrong = Ad veya parola yanlış. İkisini de kontrol edip yeniden dene.
accounts-error-password = Bu senin parolan değil.
accounts-error-closed = Burada kimse kendi başına kaydolamaz. Bu sunucuyu yönetenlerden bir hesap iste.
accounts-error-ended = Bu hesap sona erdi.
accounts-error-locked = Bu hesap kilitli. Bu sunucuyu yönetenlere sor.
accounts-insecure = Bu uygulama güvenli bir bağlantı ister. https:// ile başlayan bir adresten ya da localhost üzerinden aç.

accounts-device-name = Hearth: { $system }, { $browser }
accounts-device-unknown = Tarayıcıda Hearth

accounts-out = Oturumu kapat
accounts-out-title = Oturum kapatılsın mı?
accounts-out-keys = Oturumu kapattıktan sonra şifreli mesajların yalnızca bunların zaten bulunduğu başka bir cihazda okunabilir. Kurtarma anahtarıyla onları geri alabilirsin.
accounts-out-unsent = { $count } mesaj veya dosya henüz gönderilmedi; oturumu kapatırsan kaybolur.

accounts-again-title = Oturumunun süresi doldu
accounts-again-intro = Devam etmek için { $user } parolasını gir. Mesajların hâlâ bu cihazda.

accounts-settings = Ayarlar
accounts-display-label = Adın
accounts-display-hint = Başkalarının gördüğü ad. Adresin aynı kalır: { $user }.
accounts-display-button = Kaydet
accounts-picture-label = Resmin
accounts-picture-hint = Başkalarının adının yanında gördüğü resim. Bir fotoğrafın çekildiği yer gönderilmez.

accounts-change = Değiştir
accounts-change-title = Parolanı değiştir
accounts-change-hint = Değiştirince diğer cihazlarındaki oturumlar kapanır.
accounts-change-words = Diğer cihazlarındaki oturumlar kapanır. Kurtarma anahtarın aynı kalır.
accounts-change-new = Yeni parola
accounts-change-now = Geçerli parola
accounts-change-button = Parolayı değiştir
accounts-change-done = Parolan değişti. Diğer cihazlarındaki oturumlar kapandı.

accounts-end = Sonlandır
accounts-end-title = Hesabını sonlandır
accounts-end-hint = Kalıcıdır. Kimse geri getiremez.
accounts-end-words = Hesabın hemen ve kalıcı olarak sona erer:
accounts-end-rooms = Tüm odalardan ayrılırsın.
accounts-end-said = Yazdıkların, yalnızca adresinle, yazdığın kişilerde kalır.
accounts-end-name = Adını bir daha kimse alamaz, sen bile.
accounts-end-button = Hesabımı sonlandır
accounts-ended = Hesabın sonlandırıldı.
accounts-elsewhere = Oturumun başka bir cihazdan kapatıldı ya da parolan orada değiştirildi. Devam etmek için yeniden oturum aç.
