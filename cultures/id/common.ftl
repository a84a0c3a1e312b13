### Words that every page may need.

# Address: “Anda”. Words: ruangan, pesan, perangkat, akun, kunci pemulihan, terenkripsi ujung ke ujung, sebut, undangan, homeserver, masuk, keluar dari akun.

-product = Hearth

common-form-error-title = Ada masalah

## What went wrong, wherever it did.

common-error-unreached = Server tidak dapat dijangkau. Periksa koneksi Anda dan coba lagi.
common-error-often = Terlalu banyak percobaan. Tunggu { $seconds } detik, lalu coba lagi.
common-error-unknown = Terjadi kesalahan di server. Coba lagi sebentar lagi.

common-close = Tutup
common-cancel = Batal
common-copy-failed = Tidak dapat disalin. Pilih teksnya untuk menyalin.
