### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Berkas yang Anda unggah: isi, nama, jenis, ukuran, dan waktunya.

## Files in a conversation of the web app.

media-attach = Lampirkan file
media-drop = Lepaskan di sini untuk melampirkan
media-chosen = File yang akan dikirim
media-caption = Tambahkan keterangan
media-remove = Jangan kirim { $name }
media-smaller = Perkecil gambar besar saat mengirim
media-large = { $name } terlalu besar. Ukuran file di sini maksimal { $size }.
media-empty = { $name } kosong atau berupa folder.
media-unreadable = { $name } tidak dapat dibaca. Hapus dari daftar, lalu pilih lagi.
media-many = Hanya { $count } file yang dapat dikirim sekaligus. Kirim ini dulu.
media-sending = Mengirim { $name }
media-open-picture = Buka gambar { $name }
media-play = Putar { $name }
media-play-voice = Putar pesan suara
media-download = Unduh { $name }
media-keep = Unduh
media-record = Rekam pesan suara
media-recording = Merekam
media-microphone = Mikrofon tidak dapat digunakan. Izinkan untuk halaman ini di peramban Anda, lalu coba lagi.
media-voice = Pesan suara
media-unreached = File tidak dapat diambil. Coba lagi.
media-gone = File sudah tidak ada di server.
media-damaged = File berubah dalam perjalanan, sehingga tidak dibuka.
media-unshowable = File tidak dapat ditampilkan di sini. Anda dapat mengunduhnya.
media-no-picture = Ini bukan gambar yang dapat ditampilkan. Pilih PNG, JPEG, GIF, atau WebP.
media-opening = Membuka gambar
media-actual = Ukuran sebenarnya
media-previous = Gambar sebelumnya
media-next = Gambar berikutnya
media-from = { $name }, { $time }
