### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Langue et région
cultures-usual = Usage courant : { $what }
cultures-calendar = Calendrier
cultures-numerals = Chiffres
cultures-week = Premier jour de la semaine
cultures-weekend = Week-end
cultures-hours = Format de l’heure
cultures-names = Ordre des noms
cultures-names-given = Prénom d’abord
cultures-names-family = Nom de famille d’abord
cultures-density = Espacement
cultures-density-compact = Compact
cultures-density-roomy = Aéré
cultures-quiet = Heures calmes
cultures-quiet-hint = Quand les notifications doivent attendre. Les week-ends et jours fériés ont leur propre heure de fin.
cultures-quiet-from = De
cultures-quiet-to = À
cultures-quiet-to-free = À, les jours de repos
cultures-greetings = Vœux les jours de fête
cultures-festivals = Fêtes du calendrier lunaire
cultures-example = S’affiche maintenant ainsi
cultures-given = Prénom
cultures-family = Nom de famille
cultures-person = Les deux parties de votre nom
cultures-person-hint = Si vous remplissez les deux, chaque personne les voit dans l’ordre de sa propre langue.

cultures-minimum-age =
    { $age ->
        [one] Il faut avoir au moins { $age } an pour nous rejoindre.
       *[other] Il faut avoir au moins { $age } ans pour nous rejoindre.
    }
