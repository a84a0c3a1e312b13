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
keys-state-elsewhere = Masukkan untuk membaca pesan lama di perangkat ini.
keys-offer-title = Jaga keamanan pesan Anda
keys-offer = Pesan terenkripsi hanya terbuka di perangkat ini. Jika perangkat ini hilang, kunci pemulihan membukanya di perangkat lain.
keys-offer-button = Buat kunci pemulihan
keys-make = Kunci ini membuka pesan terenkripsi Anda di perangkat lain. Tidak ada orang lain yang memilikinya, termasuk pengelola server ini, jadi simpanlah di tempat yang mudah Anda temukan: di pengelola kata sandi atau di kertas.
keys-make-button = Buat sekarang
keys-made = Ini kunci pemulihan Anda. Kunci ini hanya ditampilkan sekali.
keys-copy = Salin
keys-copied = Disalin
keys-kept = Sudah saya simpan
keys-asked-title = Baca pesan lama Anda
keys-asked = Yang Anda tulis dan baca di perangkat lain terbuka di sini, dengan perangkat itu atau kunci pemulihan Anda.
keys-asked-button = Bawa ke sini
keys-enter-hint = Dua belas kelompok, masing-masing empat huruf dan angka.
keys-enter-button = Buka pesan saya
keys-enter-wrong = Ini bukan kunci pemulihan Anda. Periksa setiap karakter; huruf besar dan kecil dibedakan.
keys-change = Ganti
keys-change-words = Anda mendapat kunci pemulihan baru, dan yang sekarang tidak berlaku lagi. Pesan Anda tetap seperti semula.
keys-bring = Kunci pemulihan Anda membawa pesan ke sini, begitu pula perangkat yang dapat membacanya.
keys-bring-alone = Kunci pemulihan Anda membawa pesan ke sini.
keys-bring-without = Perangkat yang dapat membaca pesan Anda meneruskannya ke perangkat ini. Anda tidak memiliki kunci pemulihan.
keys-bring-device = Gunakan perangkat lain
keys-bring-neither = Saya tidak punya keduanya
keys-reset-title = Mulai dari awal
keys-reset = Jika tidak ada lagi perangkat maupun kunci pemulihan, tidak ada yang dapat membuka pesan lama Anda. Anda mendapat kunci baru:
keys-reset-lost = Pesan terenkripsi dari sebelum hari ini tetap tertutup untuk selamanya.
keys-reset-devices = Perangkat Anda yang lain harus diverifikasi lagi.
keys-reset-people = Orang yang memverifikasi Anda diberi tahu bahwa kunci Anda telah berubah.
keys-reset-button = Lepaskan pesan lama saya dan mulai dari awal

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = Perangkat ini belum memiliki kunci Anda.
keys-unreadable-coming = Kunci untuk pesan ini sedang dalam perjalanan. Pesan terbuka dengan sendirinya saat kuncinya tiba.
keys-unreadable-lost = Ini dikirim sebelum Anda masuk di perangkat ini, dan kuncinya tidak ada di cadangan Anda. Perangkat yang Anda gunakan sebelumnya dapat menampilkannya.
keys-unreadable-joining = Ini dikirim sebelum Anda bergabung, sehingga tidak dapat Anda baca.
keys-unreadable-withheld = Aplikasi pengirim menahan ini dari perangkat yang tidak dikenalnya.
keys-unreadable-broken = Pesan ini tidak dapat didekripsi.
keys-unreadable-look = Periksa lagi
keys-unreadable-ask = Minta { $name } mengirim ulang
keys-unreadable-asked = Saya tidak dapat membaca pesan ini. Bisakah dikirim ulang?
