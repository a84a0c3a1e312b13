### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Şifrelenmemiş hangi mesajda, adda veya konuda hangi sözcüklerin bulunduğu ve bunları kimin yazdığı. İçerik silindiğinde onlar da silinir.
search-keeps-names = Hesap var olduğu sürece adlarının parçaları.

## Looking for messages in the web app.

search-title = Mesajlarda ara
search-close = Aramayı kapat
search-words = Mesajda geçen sözcükler
search-here = Bu oda
search-everywhere = Tüm odalar
search-searching = Aranıyor…
search-count = { $count } mesaj
search-secret-all = Buradaki mesajlar şifreli, bu yüzden sunucu içlerinde arayamaz. Bu cihaz, yüklediklerinde arar.
search-secret-some = Şifreli mesajlarda yalnızca bu cihazın yükledikleri kadarıyla aranır.
search-more = Daha fazla mesaj
search-further = Daha geride ara
search-nothing = Sonuç yok: “{ $words }”.
search-nothing-try = Tüm sözcükler mesajda geçmelidir. Daha az sözcük ya da bir sözcüğün başını dene.
search-failed = Arama yapılamadı. Bağlantını kontrol et.
search-for = Mesajlarda ara: “{ $words }”
