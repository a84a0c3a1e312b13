### Emoji: choosing one in the web app.

emoji-choose = Émojis
emoji-find = Rechercher un émoji
emoji-nothing = Aucun émoji ne correspond.
emoji-offered = Émojis proposés
emoji-kinds = Catégories d’émojis

## Kinds of emoji.

emoji-often = Souvent utilisés
emoji-faces = Visages et émotions
emoji-people = Personnes et corps
emoji-nature = Animaux et nature
emoji-food = Nourriture et boissons
emoji-travel = Voyages et lieux
emoji-activities = Activités
emoji-objects = Objets
emoji-symbols = Symboles
emoji-flags = Drapeaux
