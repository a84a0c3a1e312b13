### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = Peristiwa dari produk lain sampai dihitung: siapa, kapan, dengan nama apa, untuk siapa, dan di mana. Peristiwa yang artinya belum ditetapkan siapa pun disimpan selama 90 hari.
ingest-keeps-identities = Pengenal mana dari produk lain yang merupakan orang yang sama, dan peristiwa siapa yang datang lebih cepat daripada tindakan manusia.
