### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = Kelompok yang diikuti seorang anggota, seperti pendatang baru atau yang lebih jarang datang daripada dulu, untuk anggota yang setuju dipelajari, dan sejak kapan. Siapa yang masuk dan keluar disimpan selama 14 hari; dihapus saat persetujuan ditarik atau akun berakhir.
