### One person: who they are, and what one can do.

people-title = Profil
people-message = Mesaj gönder
people-met = Ortak odalar
people-unknown = Bu adreste kimse yok.
people-ignore = Yok say
people-ignore-no = Yok saymayı bırak
people-ignore-words = Yazdıklarını artık görmezsin ve seni davet edemez. Bundan haberi olmaz.
people-ignored = Yok sayıyorsun: { $name }.
people-ignored-title = Yok saydığın kişiler

## Telling those who run the server of something.

people-report = Bildir
people-report-message = Bu mesajı bildir
people-report-room = Bu odayı bildir
people-report-space = Bu topluluğu bildir
people-report-person = Bu kişiyi bildir
people-report-words = Bildirimini bu sunucuyu yönetenler okur. Başkalarına söylenmez.
people-reported = Teşekkürler. Bildirimin gönderildi.
people-reason = Sorun nedir?
people-reason-optional = Neden (isteğe bağlı)

## Deleting what was said.

people-delete-title = Mesaj silinsin mi? Yazan: { $name }
people-delete-words = Herkesten silinir ve geri getirilemez. Orada olduğu ve senin sildiğin görünür kalır.
people-delete-own-title = Mesajın silinsin mi?
