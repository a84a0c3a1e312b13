### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Bahasa dan wilayah
cultures-usual = Lazim: { $what }
cultures-calendar = Kalender
cultures-numerals = Angka
cultures-week = Hari pertama dalam minggu
cultures-weekend = Akhir pekan
cultures-hours = Format jam
cultures-names = Urutan nama
cultures-names-given = Nama depan dahulu
cultures-names-family = Nama keluarga dahulu
cultures-density = Jarak baris
cultures-density-compact = Rapat
cultures-density-roomy = Lapang
cultures-quiet = Jam tenang
cultures-quiet-hint = Kapan notifikasi sebaiknya menunggu. Akhir pekan dan hari libur memiliki waktu akhir sendiri.
cultures-quiet-from = Dari
cultures-quiet-to = Sampai
cultures-quiet-to-free = Sampai, pada hari libur
cultures-greetings = Ucapan pada hari raya
cultures-festivals = Perayaan menurut kalender bulan
cultures-example = Kini ditampilkan sebagai
cultures-given = Nama depan
cultures-family = Nama keluarga
cultures-person = Kedua bagian nama Anda
cultures-person-hint = Jika keduanya diisi, setiap pembaca melihatnya dalam urutan bahasanya sendiri.

cultures-minimum-age = Anda harus berusia minimal { $age } tahun untuk bergabung.
