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
keys-state-elsewhere = Daha eski mesajlar bu cihazda onu bekliyor.
keys-offer-title = Mesajlarını güvende tut
keys-offer = Şifreli mesajların yalnızca bu cihazda okunabilir. Kurtarma anahtarıyla, cihazı kaybedersen onları geri alırsın.
keys-offer-button = Kurtarma anahtarı oluştur
keys-make = Şifreli mesajlarını başka bir cihazda açar. Başka kimsede yoktur, bu sunucuyu yönetenlerde bile; bu yüzden bulabileceğin bir yerde sakla: parola yöneticisinde veya kâğıtta.
keys-make-button = Şimdi oluştur
keys-made = Kurtarma anahtarın bu. Yalnızca bir kez gösterilir.
keys-copy = Kopyala
keys-copied = Kopyalandı
keys-kept = Sakladım
keys-asked-title = Daha eski mesajlarını oku
keys-asked = Başka bir cihazda yazıp okudukların burada kurtarma anahtarınla açılır.
keys-asked-button = Kurtarma anahtarını gir
keys-enter-hint = Dörder harf ve rakamdan oluşan on iki grup.
keys-enter-button = Mesajlarımı aç
keys-enter-wrong = Bu senin kurtarma anahtarın değil. Her karakteri kontrol et; büyük ve küçük harfler önemlidir.
