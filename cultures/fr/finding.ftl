### Rooms that are suggested, and what speaks for each.

finding-suggested = Salons que vous pourriez rejoindre
finding-known =
    { $count ->
        [one] { $count } personne avec qui vous parlez est ici
       *[other] { $count } personnes avec qui vous parlez sont ici
    }
finding-talking =
    { $count ->
        [one] { $count } personne a écrit ici cette semaine
       *[other] { $count } personnes ont écrit ici cette semaine
    }
finding-new =
    { $count ->
        [one] Nouveau, avec { $count } membre
       *[other] Nouveau, avec { $count } membres
    }
