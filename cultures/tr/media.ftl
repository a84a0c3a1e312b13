### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Yüklediğin dosyalar: içerik, ad, tür, boyut ve zaman.

## Files in a conversation of the web app.

media-attach = Dosya ekle
media-drop = Eklemek için buraya bırak
media-chosen = Gönderilecek dosyalar
media-caption = Açıklama ekle
media-remove = Gönderme: { $name }
media-smaller = Büyük resimleri küçülterek gönder
media-large = { $name } çok büyük. Burada dosyalar en fazla { $size } olabilir.
media-empty = { $name } boş ya da bir klasör.
media-unreadable = { $name } okunamadı. Kaldırıp yeniden seç.
media-many = Bir kerede yalnızca { $count } dosya gönderilebilir. Önce bunları gönder.
media-sending = Gönderiliyor: { $name }
media-open-picture = Resmi aç: { $name }
media-play = Oynat: { $name }
media-play-voice = Sesli mesajı oynat
media-download = İndir: { $name }
media-keep = İndir
media-record = Sesli mesaj kaydet
media-recording = Kaydediliyor
media-microphone = Mikrofon kullanılamıyor. Tarayıcında bu sayfa için izin ver, sonra yeniden dene.
media-voice = Sesli mesaj
media-unreached = Dosya getirilemedi. Yeniden dene.
media-gone = Dosya artık sunucuda yok.
media-damaged = Dosya yolda değiştirilmiş, bu yüzden açılmıyor.
media-unshowable = Dosya burada gösterilemiyor. İndirebilirsin.
media-no-picture = Bu, gösterilebilecek bir resim değil. PNG, JPEG, GIF veya WebP seç.
media-opening = Resim açılıyor
media-actual = Gerçek boyut
media-previous = Önceki resim
media-next = Sonraki resim
media-from = { $name }, { $time }
