### Rooms that are suggested, and what speaks for each.

finding-suggested = Ruangan yang dapat Anda masuki
finding-known = { $count } orang yang Anda ajak bicara ada di sini
finding-talking = { $count } orang berbicara di sini minggu ini
finding-new = Baru, dengan { $count } anggota
