### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Kata apa yang ada di pesan, nama, atau topik mana yang tidak terenkripsi, dan siapa yang menulisnya. Kata itu hilang saat isinya dihapus.
search-keeps-names = Bagian-bagian nama Anda, selama akun masih ada.
