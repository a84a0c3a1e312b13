### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Odalara gönderdiğin mesajlar ve diğer her şey.
rooms-keeps-memberships = İçinde olduğun, bulunduğun veya davet edildiğin odalar.
rooms-keeps-forgotten = Unuttuğun odalar.
rooms-keeps-receipts = Nereye kadar okuduğun.
rooms-keeps-reports = Nedenleriyle birlikte yaptığın bildirimler.

## The list of rooms in the web app.

rooms-list = Sohbetlerin
rooms-filter = Sohbetleri filtrele
rooms-filter-unread = Okunmamış
rooms-filter-nothing = Bu filtreye uyan bir şey yok.
rooms-list-empty = Henüz sohbet yok.
rooms-section-invites = Davetler
rooms-section-favourites = Favoriler
rooms-section-people = Kişiler
rooms-section-rooms = Odalar
rooms-unread = { $count } okunmamış mesaj
rooms-last = { $name }: { $body }
rooms-last-own = Sen: { $body }
rooms-last-nothing = Henüz mesaj yok
rooms-last-unreadable = Şifreli mesaj
rooms-invited-by = { $name } seni davet ediyor
rooms-offline = Bağlantı yok. Yazdıkların daha sonra gönderilir.
rooms-account = Hesabın { $user }

## Beginning a conversation.

rooms-new = Yeni
rooms-new-person = Birine mesaj yaz
rooms-new-room = Oda oluştur
rooms-new-room-button = Oda oluştur
rooms-find = Oda bul
rooms-find-words = Açık odalarda ara
rooms-find-people = Ad veya @adres
rooms-find-people-hint = Birini adıyla ara veya tam bir adres gir.
rooms-find-nothing = Hiçbir şey bulunamadı.
rooms-room-name = Odanın adı
rooms-reach = Kimler katılabilir?
rooms-reach-private = Yalnızca davet edilenler
rooms-reach-private-hint = Uçtan uca şifreli: başka kimse okuyamaz, sunucu bile.
rooms-reach-public = Buradaki herkes
rooms-reach-public-hint = Tüm üyelere listelenir. Şifreli değildir, böylece yeni gelenler önceden yazılanları okuyabilir.
rooms-invite = Kişileri davet et
rooms-invite-to = { $room } odasına davet et
rooms-invited = Davet edildi: { $names }
rooms-invitation = { $name } seni bu odaya davet ediyor.
rooms-invitation-direct = { $name } seninle konuşmak istiyor.
rooms-accept = Katıl
rooms-decline = Reddet

rooms-none-title = Merhaba de
rooms-none = İçeridesin. Tanıdığın birine yaz veya açık odalarda neler olduğuna bak.
rooms-none-open-title = Kaldığın yerden devam et
rooms-none-open = Bir sohbet seç veya yeni bir sohbet başlat.
rooms-unknown-title = Bu odada değilsin
rooms-unknown = Bağlantı, ayrıldığın veya davet edilmediğin bir odaya gidiyor.

rooms-error-forbidden = Bunu yapmana izin yok. Odadaki birinden seni davet etmesini iste.
rooms-error-not-found = Böyle bir kişi veya oda yok. Adresi kontrol et.
rooms-error-often = Bir anda çok fazla oldu. Biraz bekleyip yeniden dene.

## One conversation.

rooms-back = Listeye dön
rooms-more = Bu oda hakkında daha fazlası
rooms-encrypted = Uçtan uca şifreli
rooms-members = { $count } üye
rooms-favourite = Favorilere ekle
rooms-favourite-no = Favorilerden çıkar
rooms-leave = Ayrıl
rooms-leave-title = { $room } odasından ayrılmak istiyor musun?
rooms-leave-open = İstediğin zaman geri gelebilirsin.
rooms-leave-closed = Geri gelmek için yeni bir davet gerekir. Burada yazılanlar cihazlarından silinir.
rooms-messages = Mesajlar
rooms-heard = Yeni mesajlar
rooms-older = Daha eski mesajlar getiriliyor…
rooms-to-end = En yenilere git
rooms-new-from-here = Yeni
rooms-message = { $name }, { $time }
rooms-message-more = Bu mesaj hakkında daha fazlası
rooms-write = { $room } odasına mesaj
rooms-send = Gönder
rooms-mention = Bahsedebileceğin kişiler
rooms-typing =
    { $count ->
        [one] { $names } yazıyor…
       *[other] { $names } yazıyor…
    }
rooms-reply = Yanıtla
rooms-replying = { $name } kişisine yanıt: { $body }
rooms-edit = Düzenle
rooms-editing = Mesajın düzenleniyor
rooms-edited = (düzenlendi)
rooms-copy = Metni kopyala
rooms-delete = Herkesten sil
rooms-deleted = Silindi
rooms-quote-unknown = Daha önceki mesaj
rooms-quote-nothing = …
rooms-react = Tepki ver
rooms-reactions = Tepkiler
rooms-reaction = gönderen: { $names }
rooms-sending = Gönderiliyor…
rooms-waiting = Bağlantı bekleniyor
rooms-failed = Gönderilmedi.
rooms-retry = Yeniden dene
rooms-discard = Vazgeç
rooms-read-by = Okuyanlar: { $names }

rooms-unreadable-no-key = Bu mesajın anahtarı henüz gelmedi. Gönderen çevrimiçi olur olmaz kendiliğinden açılır.
rooms-unreadable-in-backup = Bu, sen burada oturum açmadan önce gönderildi. Kurtarma anahtarınla açılır.
rooms-unreadable-before-device = Bu, sen bu cihazda oturum açmadan önce gönderildi ve anahtarı bir yedekte yok. Daha önce kullandığın bir cihaz gösterebilir.
rooms-unreadable-before-joining = Bu, sen katılmadan önce gönderildi, bu yüzden sana yönelik değil.
rooms-unreadable-withheld = Gönderenin uygulaması bunu tanımadığı cihazlara göstermiyor. Yeniden göndermesini iste.
rooms-unreadable-unknown = Bu mesajın şifresi bu cihazda çözülemiyor. Gönderenden yeniden göndermesini iste.

rooms-notice-created = { $who } odayı oluşturdu
rooms-notice-joined = { $whom } katıldı
rooms-notice-invited = { $who }, { $whom } kişisini davet etti
rooms-notice-left = { $whom } ayrıldı
rooms-notice-removed = { $who }, { $whom } kişisini çıkardı
rooms-notice-banned = { $who }, { $whom } kişisini yasakladı
rooms-notice-named = { $who } odaya { $name } adını verdi
rooms-notice-encrypted = Buradan sonraki mesajlar uçtan uca şifreli
rooms-notice-more = { $count } tane daha
