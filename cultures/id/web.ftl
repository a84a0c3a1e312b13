### The web app's frame: what every screen of it needs.

web-absent = Ini adalah server { -product }. Server ini dibuat tanpa aplikasi webnya: `make run` menyertakannya. Klien Matrix apa pun dapat masuk di sini.

web-language = Bahasa
web-starting = Membuka percakapan Anda…
web-elsewhere-title = Terbuka di jendela lain
web-elsewhere = Percakapan Anda terbuka di jendela lain pada peramban ini. Percakapan hanya dapat terbuka di satu jendela sekaligus.
web-elsewhere-button = Gunakan di sini
web-broken-title = Percakapan Anda tidak dapat dibuka
web-broken = Data yang tersimpan di peramban ini tidak dapat dibaca, atau server tidak menjawab. Coba lagi; jika tidak berhasil, keluar dari akun lalu masuk lagi.
web-broken-button = Coba lagi

web-look = Tampilan
web-look-system = Sesuai sistem
web-look-light = Terang
web-look-dark = Gelap
web-look-contrast = Kontras tinggi

web-update-title = Ada versi baru
web-update = Muat ulang untuk menggunakannya. Yang sedang Anda tulis tetap ada.
web-update-button = Muat ulang
