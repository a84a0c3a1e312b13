### One room: what it is, who is in it, and what may be changed.

about-title = Bu oda hakkında
about-back = Geri
about-ways = Bu oda hakkında daha fazlası
about-encrypted = Uçtan uca şifreli: yazılanları yalnızca odadakiler okuyabilir.
about-not-encrypted = Şifreli değil: sunucuyu yönetenler de okuyabilir.
about-entry-anybody = Buradaki herkes bulabilir ve girebilir.
about-entry-asking = Herkes girmek için istekte bulunabilir.
about-entry-members-of = Topluluğunun üyeleri girebilir.
about-entry-invited = Yalnızca davet edilenler girebilir.
about-history-world = Herkes, katılmadan da okuyabilir.
about-history-beginning = Katılanlar daha önce yazılanları okuyabilir.
about-history-invitation = Katılanlar, davet edildiklerinden beri yazılanları okuyabilir.
about-history-joining = Katılanlar yalnızca ondan sonra yazılanları okuyabilir.

about-calls = Bana şunları bildir
about-calls-all = Tüm mesajlar
about-calls-mentions = Yalnızca bahsetmeler
about-calls-none = Hiçbiri

## The people in a room.

about-members = Üyeler
about-members-search = Üye ara
about-members-here = Odada
about-members-invited = Davetli
about-members-asking = Girmek isteyen
about-members-banned = Yasaklı

about-here = Bu odada
about-role = Rol
about-role-owner = Oda sahibi
about-role-admin = Yönetici
about-role-moderator = Moderatör
about-role-member = Üye
about-role-custom = Düzey { $level }
about-role-own = Kendine daha düşük bir rol verirsen onu yalnızca başka biri geri verebilir.
about-banned = Yasaklı

about-let-in = İçeri al
about-remove = Çıkar
about-remove-title = { $name } çıkarılsın mı?
about-remove-words = { $name } odadan ayrılır ve nedeni öğrenir. Oda açıksa ya da biri davet ederse geri gelebilir.
about-ban = Yasakla
about-ban-title = { $name } yasaklansın mı?
about-ban-words = { $name } odadan ayrılır ve yasak kaldırılana kadar davet edilse bile geri gelemez. Yazdıkları kalır.
about-unban = Yasağı kaldır

about-refused-level = Bunun için burada şu rol gerekir: { $role }.
about-refused-rank = { $name } seninle aynı ya da daha yüksek bir role sahip, bu yüzden bu kişiyi çıkaramazsın.
about-error-forbidden = Bu odadaki rolün buna izin vermiyor. Rolün az önce değişmiş olabilir.

## The settings of a room.

about-settings = Oda ayarları
about-save = Kaydet
about-topic = Konu
about-topic-hint = Odanın ne için olduğu, tek cümleyle.
about-picture = Resim seç
about-entry-invited-hint = Girecek kişileri üyeler davet eder.
about-entry-asking-label = İstekte bulunan ve kabul edilenler
about-entry-asking-hint = Herkes istekte bulunabilir; davet edebilen üyeler karar verir.
about-entry-anybody-hint = Oda listelenir ve buradaki herkes izin istemeden girebilir.
about-history = Daha önce yazılanları kim okuyabilir?
about-history-beginning-label = Üyeler, baştan itibaren
about-history-beginning-hint = Yeni gelenler tüm sohbeti görür. Şifreli mesajlardan bundan sonra gönderilenleri görürler.
about-history-invitation-label = Üyeler, davet edildiklerinden beri
about-history-joining-label = Üyeler, katıldıklarından beri
about-history-later-hint = Daha önce yazılanlar yeni gelenlerden gizli kalır.
about-history-world-label = Herkes
about-history-world-hint = Katılmamış olanlar bile okuyabilir.

about-addresses = Adresler
about-addresses-remove = Kaldır: { $address }
about-addresses-new = Yeni adres
about-addresses-hint = Boşluksuz kısa bir sözcük, örneğin bahce. Onu içeren bağlantılar buraya getirir.
about-addresses-add = Adres ekle

about-deeds = Kim ne yapabilir
about-deeds-words = Bu role ya da daha yükseğine sahip olanlar.
about-deed-say = Mesaj yazmak
about-deed-invite = Kişi davet etmek
about-deed-delete = Başkalarının mesajlarını silmek
about-deed-remove = Kişi çıkarmak
about-deed-ban = Kişi yasaklamak
about-deed-name = Adı değiştirmek
about-deed-topic = Konuyu değiştirmek
about-deed-picture = Resmi değiştirmek
about-deed-rooms = Oda eklemek ve çıkarmak
about-deed-roles = Rol vermek
