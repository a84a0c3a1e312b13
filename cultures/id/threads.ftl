### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Utas
threads-one = Utas
threads-all = Semua utas
threads-close = Tutup utas
threads-fetching = Mengambil…
threads-more = Utas lama
threads-none = Belum ada utas. “Balas di utas” pada sebuah pesan memulainya, agar topik sampingan tidak memenuhi ruangan.
threads-failed = Utas tidak dapat diambil.
threads-missing = Utas ini tidak dapat ditampilkan: pesan pertamanya tidak ada, dikirim sebelum Anda bergabung, atau server tidak dapat dihubungi.
