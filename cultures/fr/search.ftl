### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Quels mots figurent dans quel message, nom ou sujet non chiffré, et qui les a écrits. Ils disparaissent quand le contenu est supprimé.
search-keeps-names = Les différentes parties de vos noms, tant que le compte existe.

## Looking for messages in the web app.

search-title = Rechercher des messages
search-close = Fermer la recherche
search-words = Mots recherchés
search-here = Ce salon
search-everywhere = Tous les salons
search-searching = Recherche…
search-count =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
search-secret-all = Les messages sont chiffrés ici : le serveur ne peut pas y chercher. Cet appareil cherche dans ceux qu’il a chargés.
search-secret-some = Les messages chiffrés ne sont cherchés que dans ce que cet appareil a chargé.
search-more = Plus de messages
search-further = Chercher plus loin en arrière
search-nothing = Aucun résultat pour « { $words } ».
search-nothing-try = Tous les mots doivent figurer dans le message. Essayez avec moins de mots, ou le début d’un mot.
search-failed = La recherche n’a pas abouti. Vérifiez votre connexion.
search-for = Rechercher « { $words } » dans les messages
