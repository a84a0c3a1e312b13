### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = Kunci publik Anda dan perangkat Anda, serta tanda tangan padanya.
keys-keeps-waiting = Pesan untuk perangkat Anda yang belum diambil, umumnya dienkripsi oleh pengirimnya.
keys-keeps-backups = Cadangan kunci ruangan, dienkripsi dengan kunci yang hanya Anda miliki.
keys-keeps-dehydrated = Perangkat yang disimpan untuk Anda gunakan kembali, dienkripsi dengan cara yang sama.

## The recovery key in the web app.

keys-recovery = Kunci pemulihan
keys-state-safe = Anda sudah memilikinya. Kunci ini mengembalikan pesan Anda di perangkat mana pun.
keys-state-here = Kunci Anda hanya ada di perangkat ini.
keys-state-elsewhere = Pesan lama menunggu kunci ini di perangkat ini.
keys-offer-title = Jaga keamanan pesan Anda
keys-offer = Pesan terenkripsi Anda hanya dapat dibaca di perangkat ini. Dengan kunci pemulihan, Anda mendapatkannya kembali jika perangkat ini hilang.
keys-offer-button = Buat kunci pemulihan
keys-make = Kunci ini membuka pesan terenkripsi Anda di perangkat lain. Tidak ada orang lain yang memilikinya, termasuk pengelola server ini, jadi simpanlah di tempat yang mudah Anda temukan: di pengelola kata sandi atau di kertas.
keys-make-button = Buat sekarang
keys-made = Ini kunci pemulihan Anda. Kunci ini hanya ditampilkan sekali.
keys-copy = Salin
keys-copied = Disalin
keys-kept = Sudah saya simpan
keys-asked-title = Baca pesan lama Anda
keys-asked = Yang Anda tulis dan baca di perangkat lain terbuka di sini dengan kunci pemulihan Anda.
keys-asked-button = Masukkan kunci pemulihan
keys-enter-hint = Dua belas kelompok, masing-masing empat huruf dan angka.
keys-enter-button = Buka pesan saya
keys-enter-wrong = Ini bukan kunci pemulihan Anda. Periksa setiap karakter; huruf besar dan kecil dibedakan.
