### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Kata apa yang ada di pesan, nama, atau topik mana yang tidak terenkripsi, dan siapa yang menulisnya. Kata itu hilang saat isinya dihapus.
search-keeps-names = Bagian-bagian nama Anda, selama akun masih ada.

## Looking for messages in the web app.

search-title = Cari pesan
search-close = Tutup pencarian
search-words = Kata yang pernah ditulis
search-here = Ruangan ini
search-everywhere = Semua ruangan
search-searching = Mencari…
search-count = { $count } pesan
search-secret-all = Pesan di sini terenkripsi, sehingga server tidak dapat mencarinya. Perangkat ini mencari di antara pesan yang telah dimuatnya.
search-secret-some = Pesan terenkripsi hanya dicari sejauh yang telah dimuat perangkat ini.
search-more = Pesan lainnya
search-further = Cari lebih jauh ke belakang
search-nothing = Tidak ada hasil untuk “{ $words }”.
search-nothing-try = Semua kata harus ada dalam pesan. Coba lebih sedikit kata, atau awal sebuah kata.
search-failed = Pencarian gagal. Periksa koneksi Anda.
search-for = Cari “{ $words }” dalam pesan
