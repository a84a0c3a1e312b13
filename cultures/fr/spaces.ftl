### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Vos communautés
spaces-all = Toutes les conversations
spaces-found = Communauté · { $members }

## Making one.

spaces-new = Créer une communauté
spaces-new-button = Créer la communauté
spaces-new-words = Une communauté rassemble au même endroit les salons qui vont ensemble.
spaces-name = Nom de la communauté
spaces-topic-hint = À quoi elle sert, en une phrase.
spaces-public-hint = Visible par tous les membres de ce serveur.

## Its page, and its rooms.

spaces-about = À propos
spaces-settings = Paramètres de la communauté
spaces-leave = Vous restez dans les salons de la communauté que vous avez rejoints. Pour revenir dans la communauté, il vous faudra peut-être une nouvelle invitation.
spaces-empty = Il n’y a pas encore de salon.
spaces-add = Ajouter des salons
spaces-add-to = Ajouter des salons à { $space }
spaces-add-search = Rechercher dans vos salons
spaces-add-nothing = Aucun de vos salons ne peut être ajouté.
spaces-add-words = Qui peut rejoindre un salon ne change pas.
spaces-added = Ajouts : { $rooms }
spaces-take-room = Retirer { $room }
spaces-take-title = Retirer { $room } de { $space } ?
spaces-take-words = Le salon reste tel quel, avec ses membres, ce qui y a été dit et qui peut le rejoindre. Il ne figure simplement plus dans cette communauté.
spaces-take = Retirer
spaces-reach = Membres de { $space }
spaces-reach-hint = Tous les membres de la communauté peuvent entrer. Non chiffré, pour que les personnes qui arrivent puissent lire ce qui a été dit avant.
