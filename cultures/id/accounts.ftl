### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Buat akun administrator
accounts-setup-intro = Selamat datang. Server { -product } Anda { $server } sudah berjalan dan menunggu akun pertamanya. Akun itu akan menjadi administrator, yang mengurus server dan orang-orang di dalamnya.
accounts-setup-localhost = Server ini bernama “localhost”, yang hanya cocok untuk uji coba: orang lain tidak dapat menjangkaunya dengan nama itu, dan nama server tidak dapat diubah nanti.

accounts-setup-name-label = Nama pengguna
accounts-setup-name-hint = Gunakan hanya huruf kecil, angka, dan . _ = - / +. Orang lain akan mengenal Anda, misalnya, sebagai { $example }. Ini tidak dapat diubah nanti.
accounts-setup-password-label = Kata sandi
accounts-setup-password-hint = Minimal { $count } karakter. Beberapa kata acak mudah diingat dan sulit ditebak.
accounts-setup-password-again-label = Ulangi kata sandi
accounts-setup-password-again-hint = Kata sandi yang sama sekali lagi, untuk menghindari salah ketik.
accounts-setup-button = Buat akun

accounts-setup-error-name-invalid = Masukkan nama pengguna. Gunakan hanya huruf kecil, angka, dan . _ = - / +.
accounts-setup-error-name-taken = Nama pengguna ini sudah dipakai. Pilih yang lain.
accounts-setup-error-passwords-differ = Kedua kata sandi tidak sama. Masukkan keduanya lagi.
accounts-setup-error-password-too-short = Kata sandi terlalu pendek. Gunakan minimal { $count } karakter.

accounts-setup-done-title = Server Anda siap
accounts-setup-done = { $user } kini menjadi administrator. Buka { $address } di peramban dan masuk, atau pilih alamat itu sebagai homeserver di klien Matrix mana pun.
accounts-setup-done-user-label = ID Matrix
accounts-setup-done-address-label = Homeserver

accounts-setup-refused-title = Tautan ini tidak berfungsi
accounts-setup-refused = Tautan sudah digunakan atau tidak lengkap. Selama server belum memiliki administrator, server menampilkan tautan baru setiap kali dimulai ulang.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Sebelum Anda bergabung
# $server is the server's name, such as example.org.
accounts-terms-intro = Untuk memiliki akun di { $server }, Anda menyetujui:
accounts-terms-button = Saya setuju
accounts-terms-done-title = Terima kasih
accounts-terms-done = Kembalilah ke aplikasi Anda, yang akan melanjutkan sendiri. Jendela ini boleh ditutup.
accounts-terms-over-title = Halaman ini tidak berlaku lagi
accounts-terms-over = Mulai lagi di aplikasi Anda.

## What is kept of members, for the register of privacy.

accounts-keeps-account = ID Matrix Anda, apakah itu administrator, kapan akun dibuat, dikunci, atau diakhiri, dan ketentuan mana yang Anda setujui.
accounts-keeps-password = Hash kata sandi Anda, tidak pernah kata sandinya.
accounts-keeps-profile = Profil Anda: nama tampilan, foto, dan hal lain yang Anda cantumkan.
accounts-keeps-devices = Perangkat Anda: namanya, kapan masuk, serta kapan dan dari alamat mana terakhir terhubung.
accounts-keeps-data = Pengaturan dan filter yang disimpan aplikasi Anda di sini.

## Signing in and up in the web app.

accounts-in-title = Selamat datang kembali
accounts-in-intro = Masuk ke { $server }
accounts-in-button = Masuk
accounts-in-other = Baru di sini?
accounts-in-other-link = Buat akun
accounts-code-title = Dengan perangkat lain
accounts-code-words = Di perangkat tempat Anda sudah masuk, buka setelan, lalu perangkat Anda, dan minta menampilkan kode untuk perangkat ini.
accounts-code-scan = Pindai kode
accounts-code-enter = Masuk sebagai { $who }
accounts-code-over = Kode ini tidak berlaku lagi. Tampilkan yang baru di perangkat Anda yang lain.
accounts-code-camera-none = Tidak ada kamera yang dapat digunakan. Masuklah dengan kata sandi Anda.
accounts-up-title = Buat akun Anda
accounts-up-intro = Anda akan menjadi anggota { $server }
accounts-up-button = Buat akun
accounts-up-terms = Dengan membuat akun, Anda menyetujui:
accounts-up-other = Sudah menjadi anggota?
accounts-up-other-link = Masuk

accounts-name-label = Nama pengguna
accounts-name-hint = Orang lain menemukan Anda dengan ini: { $example }
accounts-password-label = Kata sandi
accounts-password-hint = Minimal { $count } karakter. Beberapa kata acak mudah diingat.
accounts-token-label = Kode undangan
accounts-token-hint = Dari orang atau halaman yang mengundang Anda.

accounts-error-name-invalid = Gunakan hanya huruf kecil, angka, dan . _ = - / +.
accounts-error-name-taken = Nama ini sudah dipakai. Pilih yang lain.
accounts-error-password-short = Gunakan minimal { $count } karakter.
accounts-error-token-missing = Masukkan kode undangan Anda.
accounts-error-token-wrong = Kode ini tidak berlaku atau sudah tidak berlaku. Minta kode baru.
accounts-error-wrong = Nama atau kata sandi salah. Periksa keduanya dan coba lagi.
accounts-error-password = Ini bukan kata sandi Anda.
accounts-error-closed = Tidak ada yang dapat mendaftar sendiri di sini. Minta akun kepada pengelola server ini.
accounts-error-ended = Akun ini telah berakhir.
accounts-error-locked = Akun ini dikunci. Hubungi pengelola server ini.
accounts-insecure = Aplikasi ini memerlukan koneksi aman. Buka di alamat yang diawali https://, atau di localhost.

accounts-device-name = Hearth di { $browser } pada { $system }
accounts-device-unknown = Hearth di peramban

accounts-out = Keluar dari akun
accounts-out-title = Keluar dari akun?
accounts-out-keys = Setelah Anda keluar dari akun, pesan terenkripsi Anda hanya dapat dibaca di perangkat lain yang sudah memilikinya. Dengan kunci pemulihan, Anda dapat mendapatkannya kembali.
accounts-out-unsent = { $count } pesan atau file belum terkirim dan akan hilang.

accounts-again-title = Sesi Anda telah berakhir
accounts-again-intro = Masukkan kata sandi { $user } untuk melanjutkan. Pesan Anda masih ada di perangkat ini.

accounts-settings = Pengaturan
accounts-display-label = Nama Anda
accounts-display-hint = Yang dilihat orang lain. Alamat Anda tetap { $user }.
accounts-display-button = Simpan
accounts-picture-label = Gambar Anda
accounts-picture-hint = Yang dilihat orang lain di samping nama Anda. Tempat foto diambil tidak ikut dikirim.

accounts-change = Ubah
accounts-change-title = Ubah kata sandi Anda
accounts-change-hint = Mengubahnya akan mengeluarkan akun dari perangkat Anda yang lain.
accounts-change-words = Akun dikeluarkan dari perangkat Anda yang lain. Kunci pemulihan Anda tetap sama.
accounts-change-new = Kata sandi baru
accounts-change-now = Kata sandi saat ini
accounts-change-button = Ubah kata sandi
accounts-change-done = Kata sandi Anda telah diubah. Akun telah dikeluarkan dari perangkat Anda yang lain.

accounts-end = Akhiri
accounts-end-title = Akhiri akun Anda
accounts-end-hint = Untuk selamanya. Tidak ada yang dapat mengembalikannya.
accounts-end-words = Akun Anda berakhir seketika dan untuk selamanya:
accounts-end-rooms = Anda meninggalkan semua ruangan.
accounts-end-said = Yang Anda katakan tetap ada pada penerimanya, hanya dengan alamat Anda.
accounts-end-name = Tidak ada yang akan mendapat nama Anda lagi, termasuk Anda sendiri.
accounts-end-button = Akhiri akun saya
accounts-ended = Akun Anda telah diakhiri.
accounts-elsewhere = Sesi Anda diakhiri dari perangkat lain, atau kata sandi Anda diganti di sana. Masuk lagi untuk melanjutkan.
