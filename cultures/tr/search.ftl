### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Şifrelenmemiş hangi mesajda, adda veya konuda hangi sözcüklerin bulunduğu ve bunları kimin yazdığı. İçerik silindiğinde onlar da silinir.
search-keeps-names = Hesap var olduğu sürece adlarının parçaları.
