### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Quels mots figurent dans quel message, nom ou sujet non chiffré, et qui les a écrits. Ils disparaissent quand le contenu est supprimé.
search-keeps-names = Les différentes parties de vos noms, tant que le compte existe.
