### Rooms that are suggested, and what speaks for each.

finding-suggested = Salas a las que podrías unirte
finding-known =
    { $count ->
        [one] Aquí está { $count } persona con la que hablas
       *[other] Aquí están { $count } personas con las que hablas
    }
finding-talking =
    { $count ->
        [one] { $count } persona habló aquí esta semana
       *[other] { $count } personas hablaron aquí esta semana
    }
finding-new =
    { $count ->
        [one] Nueva, con { $count } miembro
       *[other] Nueva, con { $count } miembros
    }
