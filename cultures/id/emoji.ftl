### Emoji: choosing one in the web app.

emoji-choose = Emoji
emoji-find = Cari emoji
emoji-nothing = Tidak ada emoji yang cocok.
emoji-offered = Emoji yang dapat Anda tulis
emoji-kinds = Jenis emoji

## Kinds of emoji.

emoji-often = Sering digunakan
emoji-faces = Wajah dan perasaan
emoji-people = Orang dan tubuh
emoji-nature = Hewan dan alam
emoji-food = Makanan dan minuman
emoji-travel = Perjalanan dan tempat
emoji-activities = Kegiatan
emoji-objects = Benda
emoji-symbols = Simbol
emoji-flags = Bendera
