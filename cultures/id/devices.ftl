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
