### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Menjalankan layanan pesan
privacy-service-what = Akun, perangkat, ruangan, dan yang Anda kirim disimpan dan diantarkan kepada orang yang Anda kirimi pesan.
privacy-service-why = Tanpa itu, layanan pesan tidak akan ada.
privacy-service-data = Semua yang disimpan oleh modul yang tercantum dalam daftar: akun dan profil Anda, perangkat beserta kuncinya, ruangan, pesan, berkas, tanda telah dibaca, dan pengaturan.
privacy-service-kept = Sampai Anda menghapusnya atau akun Anda berakhir. Yang Anda tulis di ruangan tetap ada di sana bagi yang lain, kecuali Anda menghapusnya.

privacy-security-name = Menjaga keamanan akun dan orang
privacy-security-what = Proses masuk, kegagalan masuk, dan alamat asal perangkat Anda dicatat. Laporan tentang pesan, ruangan, dan orang sampai kepada pengelola server.
privacy-security-why = Agar tidak ada yang mengambil alih akun Anda, dan agar orang yang mengganggu orang lain dapat dihentikan.
privacy-security-data = Waktu masuk, alamat terakhir setiap perangkat, jumlah kata sandi yang salah, laporan beserta alasannya.
privacy-security-kept = Alamat perangkat disimpan sampai perangkat itu dikeluarkan dari akun, dan laporan selama server berjalan. Catatan kata sandi yang salah disimpan sampai daftar kejadian di server tidak lagi memiliki tempat untuknya.

privacy-retention-name = Mengetahui saat orang mulai menjauh
privacy-retention-what = Yang dihitung adalah kapan Anda di sini dan apa yang Anda lakukan: berapa pesan yang Anda kirim dan terima serta di jenis ruangan apa, siapa menjawab siapa, undangan, panggilan, dan kesulitan yang Anda temui. Yang Anda tulis tidak pernah dilihat.
privacy-retention-why = Agar orang yang merawat komunitas ini tahu lebih awal siapa yang akan pergi dan mengapa, serta dapat memperbaiki hal yang membuat orang pergi.
privacy-retention-data = Jenis tindakan, waktu, jumlah, ukuran kasar, serta pengenal ruangan dan orang. Tidak pernah kata, nama, gambar, atau berkas.
privacy-retention-kept = Daftar mencantumkan berapa hari setiap sinyal disimpan. Sejak Anda menolak, tidak ada lagi yang dihitung. Saat akun Anda berakhir, yang telah dihitung dihapus.

privacy-product-name = Meningkatkan aplikasi
privacy-product-what = Yang dihitung adalah bagian aplikasi yang Anda gunakan, di mana aplikasi gagal, dan berapa lama Anda menunggu.
privacy-product-why = Agar hal yang menghambat Anda ditemukan dan diperbaiki.
privacy-product-data = Nama fungsi dari daftar tetap, jenis kesalahan, waktu tunggu, versi aplikasi. Tidak pernah yang Anda ketik.
privacy-product-kept = Daftar mencantumkan berapa hari setiap sinyal disimpan. Sejak Anda menolak, tidak ada lagi yang dihitung. Saat akun Anda berakhir, yang telah dihitung dihapus.

privacy-personal-name = Membantu Anda tepat waktu
privacy-personal-what = Yang dipelajari tentang Anda, misalnya bahwa Anda mungkin akan pergi, digunakan untuk mengirimi Anda pesan, menawarkan bantuan, atau menunjukkan sesuatu.
privacy-personal-why = Agar Anda dibantu sebelum terlambat dan tidak diganggu jika tidak perlu.
privacy-personal-data = Yang dipelajari tentang Anda beserta alasannya, yang dilakukan untuk Anda, dan hasilnya.
privacy-personal-kept = Sampai akun Anda berakhir. Sejak Anda menolak, tidak ada lagi yang dilakukan atas dasar itu.

## What makes a use of personal data lawful.

privacy-basis-contract = Ini diperlukan untuk hal yang Anda minta dari kami (kontrak).
privacy-basis-interest = Kami memiliki kepentingan sah yang tidak dikalahkan oleh kepentingan Anda.
privacy-basis-consent = Anda yang memutuskan dan dapat berubah pikiran kapan saja (persetujuan).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Nonaktif sampai Anda setuju.
privacy-default-notice = Aktif setelah Anda diberi tahu, sampai Anda menolak. Anda dapat menolak kapan saja.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = Yang Anda setujui atau tidak dan kapan, versi teks mana yang Anda lihat dan dalam bahasa apa, serta wilayah yang Anda sebutkan. Dihapus saat akun Anda berakhir.

## The choices in the web app.

privacy-choices-title = Data Anda
privacy-choices-intro = Anda yang memutuskan untuk apa data digunakan selain menjalankan layanan pesan. Yang Anda tulis tidak pernah dibaca.
privacy-choices-more = Mengapa, dengan data apa, berapa lama
privacy-told-retention = Aplikasi ini memberi tahu, setiap kali dengan satu kata dari daftar tetap: bahwa Anda membukanya, berapa lama Anda menggunakannya, dan kapan sesuatu tidak terkirim, tidak dapat dibaca, lambat, tidak ditemukan, gagal, atau ditolak.
privacy-told-product = Aplikasi ini memberi tahu, setiap kali dengan satu kata dari daftar tetap: bagian mana yang Anda gunakan, seperti balasan, reaksi, atau pencarian, dan pengaturan mana yang Anda ubah.
privacy-choices-copy = Unduh yang disimpan tentang saya
privacy-asked-title = Data Anda, pilihan Anda
privacy-asked = Bolehkah komunitas ini belajar dari cara penggunaannya? Tidak ada yang dihitung sampai Anda mengizinkan.
privacy-asked-notice = Komunitas ini belajar dari cara penggunaannya. Lihat apa artinya; Anda dapat menolak kapan saja.
privacy-asked-button = Lihat penjelasannya
