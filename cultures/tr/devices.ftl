### The devices that a member is signed in on.

devices-title = Cihazların
devices-words = Oturumunun açık olduğu yerler.
devices-button = Göster
devices-this = Bu cihaz
devices-seen = Son kullanım: { $when }
devices-unverified = Doğrulanmadı. Senin değilse oturumunu kapat.
devices-long = Aylardır kullanılmadı. Artık sende değilse oturumunu kapat.
devices-name = Cihazın adı
devices-rename = Yeniden adlandır
devices-verify = Doğrula
devices-out = Oturumu kapat
devices-out-others = Diğer tüm oturumları kapat
devices-out-words =
    { $count ->
        [1] O cihazdaki oturum hemen kapanır. Onaylamak için parolanı gir.
       *[other] Bu { $count } cihazdaki oturumlar hemen kapanır. Onaylamak için parolanı gir.
    }
devices-add = Başka bir cihazda oturum aç
devices-add-words = Bunu başka kimse yapamasın diye parolanı gir.
devices-add-show = Kodu göster
devices-add-scan = Bunu diğer cihazla tara. Bir kez, { $minutes } dakika boyunca geçerlidir.
devices-add-over = Bu kodun süresi doldu. Başka bir tane göster.
devices-added = { $name } cihazında oturum açıldı.
