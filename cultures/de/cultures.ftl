### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Sprache und Region
cultures-usual = Üblich: { $what }
cultures-calendar = Kalender
cultures-numerals = Ziffern
cultures-week = Erster Tag der Woche
cultures-weekend = Wochenende
cultures-hours = Uhrzeit
cultures-names = Reihenfolge der Namen
cultures-names-given = Vorname zuerst
cultures-names-family = Familienname zuerst
cultures-density = Abstand
cultures-density-compact = Kompakt
cultures-density-roomy = Großzügig
cultures-quiet = Ruhezeit
cultures-quiet-hint = Wann Benachrichtigungen warten sollen. Wochenenden und Feiertage haben ein eigenes Ende.
cultures-quiet-from = Von
cultures-quiet-to = Bis
cultures-quiet-to-free = Bis, an freien Tagen
cultures-greetings = Grüße an Festtagen
cultures-festivals = Feste nach dem Mond
cultures-example = Jetzt so angezeigt
cultures-given = Vorname
cultures-family = Familienname
cultures-person = Beide Teile deines Namens
cultures-person-hint = Wenn du beide ausfüllst, sehen alle sie in der Reihenfolge ihrer eigenen Sprache.

cultures-minimum-age =
    { $age ->
        [one] Du musst mindestens { $age } Jahr alt sein, um mitzumachen.
       *[other] Du musst mindestens { $age } Jahre alt sein, um mitzumachen.
    }
