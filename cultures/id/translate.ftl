### Translating a message that is in another language, on request.

translate-button = Terjemahkan
translate-hide = Sembunyikan terjemahan
translate-busy = Menerjemahkan…
translate-by = Diterjemahkan oleh mesin dari { $from }
translate-by-unknown = Diterjemahkan oleh mesin
translate-same = Ini sudah dalam bahasa Anda.
translate-failed = Ini tidak dapat diterjemahkan saat ini. Coba lagi nanti.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Keluarkan teks ini dari enkripsi?
translate-ask = Pesan ini terenkripsi ujung ke ujung. Untuk diterjemahkan, teksnya keluar dari enkripsi: server ini dan { $provider } dapat membacanya. Server ini tidak menyimpan apa pun darinya.
translate-ask-once = Terjemahkan pesan ini
translate-ask-room = Terjemahkan di sini tanpa bertanya lagi

## In the settings, once that was allowed for whole rooms.

translate-allowed = Terjemahan pesan terenkripsi
translate-allowed-words = Di { $count } ruangan, teks keluar dari enkripsi untuk diterjemahkan tanpa bertanya.
translate-allowed-end = Tanyakan lagi
