### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Toplulukların
spaces-all = Tüm sohbetler
spaces-found = Topluluk · { $members }

## Making one.

spaces-new = Topluluk oluştur
spaces-new-button = Topluluk oluştur
spaces-new-words = Topluluk, birbiriyle ilgili odaları tek yerde toplar.
spaces-name = Topluluğun adı
spaces-topic-hint = Ne için olduğu, tek cümleyle.
spaces-public-hint = Bu sunucunun tüm üyelerine listelenir.

## Its page, and its rooms.

spaces-about = Hakkında
spaces-settings = Topluluk ayarları
spaces-leave = Topluluğun katıldığın odalarında kalırsın. Topluluğa geri dönmek için yeni bir davet gerekebilir.
spaces-empty = İçinde henüz oda yok.
spaces-add = Oda ekle
spaces-add-to = Oda ekle: { $space }
spaces-add-search = Odalarında ara
spaces-add-nothing = Eklenebilecek bir odada değilsin.
spaces-add-words = Bir odaya kimlerin katılabileceği değişmez.
spaces-added = Eklendi: { $rooms }
spaces-take-room = Çıkar: { $room }
spaces-take-title = { $room } çıkarılsın mı? Topluluk: { $space }
spaces-take-words = Oda olduğu gibi kalır: üyeleri, yazılanlar ve kimlerin katılabileceği değişmez. Yalnızca bu toplulukta artık görünmez.
spaces-take = Çıkar
spaces-reach = { $space } üyeleri
spaces-reach-hint = Topluluktaki herkes girebilir. Şifreli değildir, böylece yeni gelenler önceden yazılanları okuyabilir.
