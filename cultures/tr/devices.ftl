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
