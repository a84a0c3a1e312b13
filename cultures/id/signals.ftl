### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = Sinyal dari anggota yang setuju untuk dipelajari: jenis tindakannya, kapan, di ruangan mana, dan untuk siapa jika anggota itu juga setuju. Tidak pernah memuat apa yang dikatakan. Saat akun berakhir, sinyal itu dihapus.
signals-keeps-imported = Hal yang sama dari orang yang catatannya dipindahkan oleh seseorang yang menyatakan mengapa mempelajarinya sah menurut hukum.
