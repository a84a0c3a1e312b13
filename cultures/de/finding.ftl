### Rooms that are suggested, and what speaks for each.

finding-suggested = Räume, denen du beitreten könntest
finding-known =
    { $count ->
        [one] { $count } Person, mit der du sprichst, ist hier
       *[other] { $count } Personen, mit denen du sprichst, sind hier
    }
finding-talking =
    { $count ->
        [one] { $count } Person hat hier diese Woche geschrieben
       *[other] { $count } Personen haben hier diese Woche geschrieben
    }
finding-new =
    { $count ->
        [one] Neu, mit { $count } Mitglied
       *[other] Neu, mit { $count } Mitgliedern
    }
