### One person: who they are, and what one can do.

people-title = Profil
people-message = Kirim pesan
people-met = Ruangan bersama
people-unknown = Tidak ada orang dengan alamat ini.
people-ignore = Abaikan
people-ignore-no = Berhenti mengabaikan
people-ignore-words = Anda tidak lagi melihat tulisannya, dan ia tidak dapat mengundang Anda. Ia tidak diberi tahu.
people-ignored = Anda mengabaikan { $name }.
people-ignored-title = Orang yang Anda abaikan

## Telling those who run the server of something.

people-report = Laporkan
people-report-message = Laporkan pesan ini
people-report-room = Laporkan ruangan ini
people-report-space = Laporkan komunitas ini
people-report-person = Laporkan orang ini
people-report-words = Pengelola server ini membaca laporan Anda. Orang lain tidak diberi tahu.
people-reported = Terima kasih. Laporan Anda telah dikirim.
people-reason = Apa masalahnya?
people-reason-optional = Alasan (opsional)

## Deleting what was said.

people-delete-title = Hapus pesan dari { $name }?
people-delete-words = Pesan hilang untuk semua orang dan tidak dapat dikembalikan. Tetap terlihat bahwa pesan itu pernah ada dan Anda yang menghapusnya.
people-delete-own-title = Hapus pesan Anda?
