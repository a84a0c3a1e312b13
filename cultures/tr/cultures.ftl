### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Dil ve bölge
cultures-usual = Alışılmış: { $what }
cultures-calendar = Takvim
cultures-numerals = Rakamlar
cultures-week = Haftanın ilk günü
cultures-weekend = Hafta sonu
cultures-hours = Saat biçimi
cultures-names = Ad sırası
cultures-names-given = Önce ad
cultures-names-family = Önce soyadı
cultures-density = Aralık
cultures-density-compact = Sıkışık
cultures-density-roomy = Ferah
cultures-quiet = Sessiz saatler
cultures-quiet-hint = Bildirimlerin beklemesi gereken saatler. Hafta sonları ve tatillerin ayrı bir bitişi vardır.
cultures-quiet-from = Başlangıç
cultures-quiet-to = Bitiş
cultures-quiet-to-free = Bitiş, tatil günlerinde
cultures-greetings = Bayram kutlamaları
cultures-festivals = Ay takvimine göre bayramlar
cultures-example = Şimdi böyle gösteriliyor
cultures-given = Ad
cultures-family = Soyadı
cultures-person = Adının iki parçası
cultures-person-hint = İkisini de doldurursan herkes onları kendi dilinin sırasıyla görür.

cultures-minimum-age = Katılmak için en az { $age } yaşında olmalısın.
