### Rooms that are suggested, and what speaks for each.

finding-suggested = Katılabileceğin odalar
finding-known = Konuştuğun { $count } kişi burada
finding-talking = Bu hafta burada { $count } kişi konuştu
finding-new = Yeni, { $count } üye
