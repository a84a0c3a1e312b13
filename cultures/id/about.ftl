### One room: what it is, who is in it, and what may be changed.

about-title = Tentang ruangan ini
about-back = Kembali
about-ways = Selengkapnya tentang ruangan ini
about-encrypted = Terenkripsi ujung ke ujung: hanya orang di dalamnya yang dapat membaca isinya.
about-not-encrypted = Tidak terenkripsi: pengelola server juga dapat membacanya.
about-entry-anybody = Semua orang di sini dapat menemukannya dan masuk.
about-entry-asking = Siapa saja dapat meminta masuk.
about-entry-members-of = Anggota komunitasnya dapat masuk.
about-entry-invited = Hanya orang yang diundang yang dapat masuk.
about-history-world = Siapa saja dapat membacanya, bahkan tanpa bergabung.
about-history-beginning = Yang bergabung dapat membaca yang dikatakan sebelumnya.
about-history-invitation = Yang bergabung dapat membaca yang dikatakan sejak diundang.
about-history-joining = Yang bergabung hanya dapat membaca yang dikatakan sejak saat itu.

about-calls = Beri tahu saya tentang
about-calls-all = Semua pesan
about-calls-mentions = Hanya sebutan
about-calls-none = Tidak ada

## The people in a room.

about-members = Anggota
about-members-search = Cari anggota
about-members-here = Di ruangan
about-members-invited = Diundang
about-members-asking = Meminta masuk
about-members-banned = Diblokir

about-here = Di ruangan ini
about-role = Peran
about-role-owner = Pemilik
about-role-admin = Admin
about-role-moderator = Moderator
about-role-member = Anggota
about-role-custom = Tingkat { $level }
about-role-own = Jika Anda memberi diri sendiri peran yang lebih rendah, hanya orang lain yang dapat mengembalikannya.
about-banned = Diblokir

about-let-in = Izinkan masuk
about-remove = Keluarkan
about-remove-title = Keluarkan { $name }?
about-remove-words = { $name } meninggalkan ruangan dan diberi tahu alasannya. Ia dapat kembali jika ruangan terbuka atau ada yang mengundang.
about-ban = Blokir
about-ban-title = Blokir { $name }?
about-ban-words = { $name } meninggalkan ruangan dan tidak dapat kembali, bahkan jika diundang, sampai blokir dicabut. Yang telah dikatakan tetap ada.
about-unban = Cabut blokir

about-refused-level = Untuk ini Anda memerlukan peran berikut di sini: { $role }.
about-refused-rank = { $name } memiliki peran yang sama dengan Anda atau lebih tinggi, sehingga tidak dapat Anda keluarkan.
about-error-forbidden = Peran Anda di ruangan ini tidak mengizinkannya. Mungkin baru saja diubah.

## The settings of a room.

about-settings = Pengaturan ruangan
about-save = Simpan
about-topic = Topik
about-topic-hint = Kegunaan ruangan ini, dalam satu kalimat.
about-picture = Pilih gambar
about-entry-invited-hint = Anggota mengundang siapa yang sebaiknya masuk.
about-entry-asking-label = Yang meminta dan diizinkan masuk
about-entry-asking-hint = Siapa saja dapat meminta; anggota yang boleh mengundang memutuskan.
about-entry-anybody-hint = Ruangan ditampilkan dalam daftar, dan semua orang di sini dapat masuk tanpa meminta.
about-history = Siapa yang dapat membaca yang dikatakan sebelumnya?
about-history-beginning-label = Anggota, sejak awal
about-history-beginning-hint = Pendatang baru melihat seluruh percakapan. Dari pesan terenkripsi, mereka melihat yang dikirim mulai sekarang.
about-history-invitation-label = Anggota, sejak diundang
about-history-joining-label = Anggota, sejak bergabung
about-history-later-hint = Yang dikatakan sebelumnya tetap tersembunyi dari pendatang baru.
about-history-world-label = Siapa saja
about-history-world-hint = Bahkan orang yang belum bergabung dapat membacanya.

about-addresses = Alamat
about-addresses-remove = Hapus { $address }
about-addresses-new = Alamat baru
about-addresses-hint = Satu kata pendek tanpa spasi, misalnya kebun. Tautan dengannya menuju ke sini.
about-addresses-add = Tambahkan alamat

about-deeds = Siapa boleh melakukan apa
about-deeds-words = Yang memiliki peran ini atau lebih tinggi.
about-deed-say = Menulis pesan
about-deed-invite = Mengundang orang
about-deed-delete = Menghapus pesan orang lain
about-deed-remove = Mengeluarkan orang
about-deed-ban = Memblokir orang
about-deed-name = Mengubah nama
about-deed-topic = Mengubah topik
about-deed-picture = Mengubah gambar
about-deed-rooms = Menambahkan dan mengeluarkan ruangan
about-deed-roles = Memberi peran
