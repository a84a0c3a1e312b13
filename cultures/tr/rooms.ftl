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
rooms-decline-ignore = Reddet ve yok say

rooms-none-title = Merhaba de
rooms-none = İçeridesin. Tanıdığın birine yaz veya açık odalarda neler olduğuna bak.
rooms-none-first = İçeridesin. Henüz açık oda yok: ilkini oluştur veya kişileri davet et.
rooms-none-open-title = Kaldığın yerden devam et
rooms-none-open = Bir sohbet seç veya yeni bir sohbet başlat.
rooms-unknown-title = Bu odada değilsin
rooms-unknown = Bağlantı, ayrıldığın veya davet edilmediğin bir odaya gidiyor.
rooms-removed = { $who } seni bu odadan çıkardı.
rooms-removed-banned = { $who } bu odaya girmeni yasakladı.
rooms-removed-why = Nedeni: { $reason }
rooms-banned = Yasak kaldırılana kadar giremezsin.
rooms-ask = Girmek için izin iste
rooms-asked = Girmek için izin istedin. Biri seni içeri alınca davet odalarının arasında görünür.

rooms-error-forbidden = Bunu yapmana izin yok. Odadaki birinden seni davet etmesini iste.
rooms-error-not-found = Böyle bir kişi veya oda yok. Adresi kontrol et.
rooms-error-often = Bir anda çok fazla oldu. Biraz bekleyip yeniden dene.
rooms-error-address-taken = Bu adres başka bir odaya gidiyor. Başka bir adres seç.

## One conversation.

rooms-back = Listeye dön
rooms-more = Bu oda hakkında daha fazlası
rooms-about = Bu oda hakkında
rooms-encrypted = Uçtan uca şifreli
rooms-encrypted-verified = Uçtan uca şifreli, doğrulandı
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
rooms-to-new = { $count } yeni mesaj
rooms-link-unknown = Bu mesaj gösterilemiyor: ya yok ya da sen katılmadan önce gönderilmiş.
rooms-link-offline = Bu mesaj bağlantı olmadan getirilemiyor.
rooms-new-from-here = Yeni
rooms-message = { $name }, { $time }
rooms-message-more = Bu mesaj hakkında daha fazlası
rooms-write = { $room } odasına mesaj
rooms-write-thread = Bu ileti dizisinde yanıtla
rooms-too-long = Bu, tek bir mesaja sığmayacak kadar uzun. Bölerek ya da dosya olarak gönder.
rooms-quiet = Burada yalnızca bazı kişiler yazabilir. Sen okuyabilirsin.
rooms-moved = Bu sohbet başka bir odada sürüyor.
rooms-moved-button = Oraya git
rooms-send = Gönder
rooms-mention = Bahsedebileceğin kişiler
rooms-typing =
    { $count ->
        [one] { $names } yazıyor…
       *[other] { $names } yazıyor…
    }
rooms-reply = Yanıtla
rooms-reply-in-thread = İleti dizisinde yanıtla
rooms-thread = { $count } yanıt
rooms-threads =
    { $count ->
        [0] İleti dizileri
       *[other] İleti dizileri, { $count } okunmamış
    }
rooms-replying = { $name } kişisine yanıt: { $body }
rooms-edit = Düzenle
rooms-editing = Mesajın düzenleniyor
rooms-edited = (düzenlendi)
rooms-unfold = Tümünü göster
rooms-fold = Daha az göster
rooms-copy = Metni kopyala
rooms-copy-link = Bağlantıyı kopyala
rooms-delete = Herkesten sil
rooms-deleted = Silindi
rooms-deleted-by = Silen: { $name }
rooms-deleted-why = Silen: { $name }. { $reason }
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

rooms-notice-created = { $who } odayı oluşturdu
rooms-notice-joined = { $whom } katıldı
rooms-notice-invited = { $who }, { $whom } kişisini davet etti
rooms-notice-declined = { $whom } daveti reddetti
rooms-notice-withdrawn = { $who }, { $whom } kişisinin davetini geri çekti
rooms-notice-knocked = { $whom } girmek istiyor
rooms-notice-left = { $whom } ayrıldı
rooms-notice-removed = { $who }, { $whom } kişisini çıkardı
rooms-notice-banned = { $who }, { $whom } kişisini yasakladı
rooms-notice-unbanned = { $who }, { $whom } kişisinin yasağını kaldırdı
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } artık { $name } adını kullanıyor
rooms-notice-described = { $who } konuyu belirledi: { $name }
rooms-notice-undescribed = { $who } konuyu kaldırdı
rooms-notice-pictured = { $who } odanın resmini değiştirdi
rooms-notice-opened = { $who } kimlerin girebileceğini değiştirdi
rooms-notice-history = { $who } önceden yazılanları kimlerin okuyabileceğini değiştirdi
rooms-notice-pinned = { $who } sabitlenenleri değiştirdi
rooms-notice-promoted = { $who }, { $whom } kişisinin rolünü değiştirdi
rooms-notice-ruled = { $who } burada kimin ne yapabileceğini değiştirdi
rooms-notice-replaced = { $who } bu sohbeti yeni bir odaya taşıdı
rooms-notice-named = { $who } odaya { $name } adını verdi
rooms-notice-encrypted = Buradan sonraki mesajlar uçtan uca şifreli
rooms-notice-more = { $count } tane daha
