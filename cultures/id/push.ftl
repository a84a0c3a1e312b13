### Push: what a member is told of.

push-title = Notifikasi
push-words = Tentang pesan yang memerlukan perhatian Anda, selama aplikasi terbuka di latar belakang. Tidak pernah pada jam tenang Anda.
push-here = Tampilkan di perangkat ini
push-refused = Peramban tidak mengizinkannya. Ini dapat diubah di setelan peramban untuk halaman ini.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Perangkat Anda yang boleh dibangunkan: aplikasinya, namanya, dan kunci yang diberikan penyedianya.
