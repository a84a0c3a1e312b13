### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Berkas yang Anda unggah: isi, nama, jenis, ukuran, dan waktunya.
