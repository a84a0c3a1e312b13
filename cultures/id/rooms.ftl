### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Pesan dan semua hal lain yang Anda kirim ke ruangan.
rooms-keeps-memberships = Ruangan tempat Anda berada, pernah berada, atau diundang.
rooms-keeps-forgotten = Ruangan yang telah Anda lupakan.
rooms-keeps-receipts = Sampai mana Anda membaca.
rooms-keeps-reports = Laporan yang Anda buat beserta alasannya.

## The list of rooms in the web app.

rooms-list = Percakapan Anda
rooms-filter = Saring percakapan
rooms-filter-unread = Belum dibaca
rooms-filter-nothing = Tidak ada yang cocok dengan saringan ini.
rooms-list-empty = Belum ada percakapan.
rooms-section-invites = Undangan
rooms-section-favourites = Favorit
rooms-section-people = Orang
rooms-section-rooms = Ruangan
rooms-unread = { $count } pesan belum dibaca
rooms-last = { $name }: { $body }
rooms-last-own = Anda: { $body }
rooms-last-nothing = Belum ada pesan
rooms-last-unreadable = Pesan terenkripsi
rooms-invited-by = { $name } mengundang Anda
rooms-offline = Tidak ada koneksi. Yang Anda tulis akan dikirim nanti.
rooms-account = Akun Anda { $user }

## Beginning a conversation.

rooms-new = Baru
rooms-new-person = Kirim pesan ke seseorang
rooms-new-room = Buat ruangan
rooms-new-room-button = Buat ruangan
rooms-find = Temukan ruangan
rooms-find-words = Cari ruangan terbuka
rooms-find-people = Nama atau @alamat
rooms-find-people-hint = Cari seseorang berdasarkan nama, atau masukkan alamat lengkap.
rooms-find-nothing = Tidak ada yang ditemukan.
rooms-room-name = Nama ruangan
rooms-reach = Siapa yang dapat bergabung?
rooms-reach-private = Hanya yang diundang
rooms-reach-private-hint = Terenkripsi ujung ke ujung: tidak ada orang lain yang dapat membacanya, bahkan server pun tidak.
rooms-reach-public = Semua orang di sini
rooms-reach-public-hint = Ditampilkan kepada semua anggota. Tidak terenkripsi, sehingga pendatang baru dapat membaca yang dikatakan sebelumnya.
rooms-invite = Undang orang
rooms-invite-to = Undang ke { $room }
rooms-invited = Diundang: { $names }
rooms-invitation = { $name } mengundang Anda ke ruangan ini.
rooms-invitation-direct = { $name } ingin mengobrol dengan Anda.
rooms-accept = Gabung
rooms-decline = Tolak
rooms-decline-ignore = Tolak dan abaikan

rooms-none-title = Ucapkan halo
rooms-none = Anda sudah masuk. Kirim pesan ke orang yang Anda kenal, atau lihat apa yang terjadi di ruangan terbuka.
rooms-none-first = Anda sudah masuk. Belum ada ruangan terbuka: buat yang pertama, atau undang orang.
rooms-none-open-title = Lanjutkan dari yang terakhir
rooms-none-open = Pilih percakapan, atau mulai yang baru.
rooms-unknown-title = Anda tidak berada di ruangan ini
rooms-unknown = Tautan ini menuju ruangan yang telah Anda tinggalkan atau yang tidak mengundang Anda.
rooms-removed = { $who } mengeluarkan Anda dari ruangan ini.
rooms-removed-banned = { $who } mencekal Anda dari ruangan ini.
rooms-removed-why = Alasan: { $reason }
rooms-banned = Anda tidak dapat masuk sampai blokir dicabut.
rooms-ask = Minta masuk
rooms-asked = Anda telah meminta masuk. Undangan akan muncul di antara ruangan Anda begitu Anda diizinkan masuk.

rooms-error-forbidden = Anda tidak diizinkan melakukan ini. Minta seseorang di ruangan untuk mengundang Anda.
rooms-error-not-found = Tidak ada orang atau ruangan seperti itu. Periksa alamatnya.
rooms-error-often = Terlalu banyak sekaligus. Tunggu sebentar dan coba lagi.
rooms-error-address-taken = Alamat ini menuju ruangan lain. Pilih yang lain.

## One conversation.

rooms-back = Kembali ke daftar
rooms-more = Selengkapnya tentang ruangan ini
rooms-about = Tentang ruangan ini
rooms-encrypted = Terenkripsi ujung ke ujung
rooms-encrypted-verified = Terenkripsi ujung ke ujung, terverifikasi
rooms-members = { $count } anggota
rooms-favourite = Tambahkan ke favorit
rooms-favourite-no = Hapus dari favorit
rooms-leave = Tinggalkan
rooms-leave-title = Tinggalkan { $room }?
rooms-leave-open = Anda dapat kembali kapan saja.
rooms-leave-closed = Untuk kembali, Anda memerlukan undangan baru. Yang dikatakan di sini hilang dari perangkat Anda.
rooms-messages = Pesan
rooms-heard = Pesan baru
rooms-older = Mengambil pesan lama…
rooms-to-end = Ke yang terbaru
rooms-to-new = { $count } pesan baru
rooms-link-unknown = Pesan ini tidak dapat ditampilkan: pesan tidak ada, atau dikirim sebelum Anda bergabung.
rooms-link-offline = Pesan ini tidak dapat diambil tanpa koneksi.
rooms-new-from-here = Baru
rooms-message = { $name }, { $time }
rooms-message-more = Selengkapnya tentang pesan ini
rooms-write = Pesan ke { $room }
rooms-write-thread = Balas di utas ini
rooms-too-long = Ini melebihi muatan satu pesan. Kirim dalam beberapa bagian, atau sebagai file.
rooms-quiet = Hanya orang tertentu yang dapat menulis di sini. Anda dapat ikut membaca.
rooms-moved = Percakapan ini berlanjut di ruangan lain.
rooms-moved-button = Buka ruangan itu
rooms-send = Kirim
rooms-mention = Orang yang dapat Anda sebut
rooms-typing =
    { $count ->
       *[other] { $names } sedang mengetik…
    }
rooms-reply = Balas
rooms-reply-in-thread = Balas di utas
rooms-thread = { $count } balasan
rooms-threads =
    { $count ->
        [0] Utas
       *[other] Utas, { $count } belum dibaca
    }
rooms-replying = Balas ke { $name }: { $body }
rooms-edit = Edit
rooms-editing = Mengedit pesan Anda
rooms-edited = (diedit)
rooms-unfold = Tampilkan semua
rooms-fold = Tampilkan lebih sedikit
rooms-copy = Salin teks
rooms-copy-link = Salin tautan
rooms-delete = Hapus untuk semua orang
rooms-deleted = Dihapus
rooms-deleted-by = Dihapus oleh { $name }
rooms-deleted-why = Dihapus oleh { $name }: { $reason }
rooms-quote-unknown = Pesan sebelumnya
rooms-quote-nothing = …
rooms-react = Beri reaksi
rooms-reactions = Reaksi
rooms-reaction = dari { $names }
rooms-sending = Mengirim…
rooms-waiting = Menunggu koneksi
rooms-failed = Tidak terkirim.
rooms-retry = Coba lagi
rooms-discard = Buang
rooms-read-by = Dibaca oleh { $names }

rooms-notice-created = { $who } membuat ruangan
rooms-notice-joined = { $whom } bergabung
rooms-notice-invited = { $who } mengundang { $whom }
rooms-notice-declined = { $whom } menolak undangan
rooms-notice-withdrawn = { $who } menarik undangan untuk { $whom }
rooms-notice-knocked = { $whom } meminta masuk
rooms-notice-left = { $whom } keluar
rooms-notice-removed = { $who } mengeluarkan { $whom }
rooms-notice-banned = { $who } mencekal { $whom }
rooms-notice-unbanned = { $who } mencabut blokir terhadap { $whom }
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } kini bernama { $name }
rooms-notice-described = { $who } menetapkan topik: { $name }
rooms-notice-undescribed = { $who } menghapus topik
rooms-notice-pictured = { $who } mengubah gambar ruangan
rooms-notice-opened = { $who } mengubah siapa yang boleh masuk
rooms-notice-history = { $who } mengubah siapa yang boleh membaca yang dikatakan sebelumnya
rooms-notice-pinned = { $who } mengubah yang disematkan
rooms-notice-promoted = { $who } mengubah peran { $whom }
rooms-notice-ruled = { $who } mengubah siapa boleh melakukan apa di sini
rooms-notice-replaced = { $who } memindahkan percakapan ini ke ruangan baru
rooms-notice-named = { $who } menamai ruangan { $name }
rooms-notice-encrypted = Mulai dari sini, pesan terenkripsi ujung ke ujung
rooms-notice-more = { $count } lagi
