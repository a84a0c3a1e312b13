### The devices that a member is signed in on.

devices-title = Perangkat Anda
devices-words = Tempat akun Anda sedang masuk.
devices-button = Tampilkan
devices-this = Perangkat ini
devices-seen = Terakhir digunakan { $when }
devices-unverified = Belum diverifikasi. Jika bukan milik Anda, keluarkan akun darinya.
devices-long = Tidak digunakan selama berbulan-bulan. Keluarkan akun darinya jika perangkat itu tidak lagi Anda miliki.
devices-name = Nama perangkat
devices-rename = Ganti nama
devices-verify = Verifikasi
devices-out = Keluar dari akun
devices-out-others = Keluar dari semua yang lain
devices-out-words =
    { $count ->
        [1] Akun segera dikeluarkan dari perangkat itu. Masukkan kata sandi untuk mengonfirmasi.
       *[other] Akun segera dikeluarkan dari { $count } perangkat ini. Masukkan kata sandi untuk mengonfirmasi.
    }
devices-add = Masuk di perangkat lain
devices-add-words = Masukkan kata sandi Anda, agar tidak ada orang lain yang dapat melakukannya.
devices-add-show = Tampilkan kode
devices-add-scan = Pindai ini dengan perangkat lain. Berlaku sekali, selama { $minutes } menit.
devices-add-over = Waktu kode ini sudah habis. Tampilkan yang lain.
devices-added = { $name } kini sudah masuk.
