### Translating a message that is in another language, on request.

translate-button = Çevir
translate-hide = Çeviriyi gizle
translate-busy = Çevriliyor…
translate-by = Makine çevirisi, kaynak dil: { $from }
translate-by-unknown = Makine çevirisi
translate-same = Bu zaten senin dilinde.
translate-failed = Şu anda çevrilemedi. Daha sonra yeniden dene.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Bu metin şifrelemenin dışına çıkarılsın mı?
translate-ask = Bu mesaj uçtan uca şifreli. Çevrilmesi için metni şifrelemenin dışına çıkar: bu sunucu ve { $provider } onu okuyabilir. Bu sunucu hiçbir şeyini saklamaz.
translate-ask-once = Bu mesajı çevir
translate-ask-room = Burada sormadan çevir

## In the settings, once that was allowed for whole rooms.

translate-allowed = Şifreli mesajların çevirisi
translate-allowed-words = { $count } odada metinler, çevrilmek üzere sorulmadan şifrelemenin dışına çıkar.
translate-allowed-end = Yeniden sor
