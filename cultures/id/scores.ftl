### Who is about to leave, in this server.

scores-too-few = Ada { $active } anggota di sini belakangan ini. Jika kurang dari { $least }, prediksi akan mengatakan lebih dari yang dapat diketahui, jadi yang ada hanya dijelaskan.
scores-too-young = Masih terlalu sedikit yang terjadi untuk dipelajari: perlu ada anggota yang pergi, yaitu tidak aktif selama { $days } hari, dan anggota yang bertahan. Sampai saat itu, yang ada hanya dijelaskan.
scores-none-yet = Belum ada hasil. Skor dihitung sekali sehari, pada tengah malam UTC, dari hal yang disetujui anggota.
scores-alarm-drift = Komunitas telah berubah sejak model belajar: peluang para anggotanya bergeser secara keseluruhan. Peluang tiap orang mungkin tidak tepat sampai model belajar lagi.
scores-alarm-calibration = Peluang yang diberikan beberapa waktu lalu ternyata meleset. Jangan bertindak berdasarkan peluang tiap orang sampai ada model berikutnya; urutannya tetap menunjukkan siapa yang lebih mungkin daripada siapa.

## What is kept of people, for the register of privacy.

scores-keeps-scores = Seberapa mungkin seorang anggota berhenti datang, hanya bagi anggota yang setuju untuk dipelajari, beserta alasan dan harinya. Disimpan selama 400 hari; dihapus saat persetujuan ditarik atau akun berakhir.
