### One room: what it is, who is in it, and what may be changed.

about-title = À propos de ce salon
about-back = Retour
about-ways = En savoir plus sur ce salon
about-encrypted = Chiffré de bout en bout : seules les personnes présentes peuvent lire ce qui s’y dit.
about-not-encrypted = Non chiffré : les responsables du serveur pourraient aussi le lire.
about-entry-anybody = Tout le monde ici peut le trouver et le rejoindre.
about-entry-asking = Tout le monde peut demander à entrer.
about-entry-members-of = Les membres de sa communauté peuvent entrer.
about-entry-invited = Il faut une invitation pour entrer.
about-history-world = Tout le monde peut le lire, même sans le rejoindre.
about-history-beginning = Les personnes qui arrivent peuvent lire ce qui a été dit avant.
about-history-invitation = Les personnes qui arrivent peuvent lire ce qui a été dit depuis leur invitation.
about-history-joining = Les personnes qui arrivent ne peuvent lire que ce qui est dit à partir de là.

about-calls = Me notifier pour
about-calls-all = Tous les messages
about-calls-mentions = Mentions seulement
about-calls-none = Rien

## The people in a room.

about-members = Membres
about-members-search = Rechercher des membres
about-members-here = Dans le salon
about-members-invited = Invitations en attente
about-members-asking = Demandes d’entrée
about-members-banned = Bannissements

about-here = Dans ce salon
about-role = Rôle
about-role-owner = Propriétaire
about-role-admin = Admin
about-role-moderator = Modération
about-role-member = Membre
about-role-custom = Niveau { $level }
about-role-own = Si vous prenez un rôle moins élevé, seule une autre personne pourra vous rendre le vôtre.
about-banned = Accès banni

about-let-in = Laisser entrer
about-remove = Expulser
about-remove-title = Expulser { $name } ?
about-remove-words = { $name } quitte le salon et en connaît la raison. Le retour reste possible si le salon est ouvert ou sur invitation.
about-ban = Bannir
about-ban-title = Bannir { $name } ?
about-ban-words = { $name } quitte le salon et ne peut plus revenir, même sur invitation, tant que le bannissement n’est pas levé. Ses messages restent.
about-unban = Lever le bannissement

about-refused-level = Il vous faudrait ce rôle ici : { $role }.
about-refused-rank = { $name } a le même rôle que vous, ou un rôle plus élevé : l’expulsion vous est impossible.
about-error-forbidden = Votre rôle dans ce salon ne le permet pas. Il vient peut-être de changer.

## The settings of a room.

about-settings = Paramètres du salon
about-save = Enregistrer
about-topic = Sujet
about-topic-hint = À quoi sert le salon, en une phrase.
about-picture = Choisir une image
about-entry-invited-hint = Les membres invitent les personnes de leur choix.
about-entry-asking-label = Sur demande acceptée
about-entry-asking-hint = Tout le monde peut demander ; les membres qui peuvent inviter décident.
about-entry-anybody-hint = Le salon est listé, et tout le monde ici peut entrer sans demander.
about-history = Qui peut lire ce qui a été dit avant ?
about-history-beginning-label = Les membres, depuis le début
about-history-beginning-hint = Les personnes qui arrivent voient toute la conversation. Pour les messages chiffrés, elles voient ceux envoyés à partir de maintenant.
about-history-invitation-label = Les membres, depuis leur invitation
about-history-joining-label = Les membres, depuis leur arrivée
about-history-later-hint = Ce qui a été dit avant reste caché aux personnes qui arrivent.
about-history-world-label = Tout le monde
about-history-world-hint = Même sans rejoindre le salon, on peut le lire.

about-addresses = Adresses
about-addresses-remove = Supprimer { $address }
about-addresses-new = Nouvelle adresse
about-addresses-hint = Un mot court sans espaces, par exemple jardin. Les liens qui le contiennent mènent ici.
about-addresses-add = Ajouter l’adresse

about-deeds = Qui peut faire quoi
about-deeds-words = À partir de ce rôle.
about-deed-say = Écrire des messages
about-deed-invite = Inviter des personnes
about-deed-delete = Supprimer les messages des autres
about-deed-remove = Expulser des personnes
about-deed-ban = Bannir des personnes
about-deed-name = Changer le nom
about-deed-topic = Changer le sujet
about-deed-picture = Changer l’image
about-deed-rooms = Ajouter et retirer des salons
about-deed-roles = Attribuer des rôles
