### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Komunitas Anda
spaces-all = Semua percakapan
spaces-found = Komunitas · { $members }

## Making one.

spaces-new = Buat komunitas
spaces-new-button = Buat komunitas
spaces-new-words = Komunitas menghimpun ruangan yang berkaitan di satu tempat.
spaces-name = Nama komunitas
spaces-topic-hint = Kegunaannya, dalam satu kalimat.
spaces-public-hint = Ditampilkan kepada semua anggota server ini.

## Its page, and its rooms.

spaces-about = Tentang
spaces-settings = Pengaturan komunitas
spaces-leave = Anda tetap berada di ruangan komunitas yang sudah Anda masuki. Untuk kembali ke komunitas, Anda mungkin memerlukan undangan baru.
spaces-empty = Belum ada ruangan di dalamnya.
spaces-add = Tambahkan ruangan
spaces-add-to = Tambahkan ruangan ke { $space }
spaces-add-search = Cari ruangan Anda
spaces-add-nothing = Anda tidak berada di ruangan yang dapat ditambahkan.
spaces-add-words = Siapa yang dapat bergabung ke ruangan tidak berubah.
spaces-added = Ditambahkan: { $rooms }
spaces-take-room = Keluarkan { $room } dari komunitas
spaces-take-title = Keluarkan { $room } dari { $space }?
spaces-take-words = Ruangan tetap seperti semula: anggotanya, yang telah dikatakan, dan siapa yang dapat bergabung. Hanya saja tidak lagi ada di komunitas ini.
spaces-take = Keluarkan
spaces-reach = Anggota { $space }
spaces-reach-hint = Semua orang di komunitas dapat masuk. Tidak terenkripsi, sehingga pendatang baru dapat membaca yang dikatakan sebelumnya.
