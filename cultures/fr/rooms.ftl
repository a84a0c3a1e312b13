### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Les messages et tout ce que vous avez envoyé dans les salons.
rooms-keeps-memberships = Les salons dont vous faites ou faisiez partie et ceux où vous avez reçu une invitation.
rooms-keeps-forgotten = Les salons que vous avez oubliés.
rooms-keeps-receipts = Jusqu’où vous avez lu.
rooms-keeps-reports = Les signalements que vous avez faits, avec leurs motifs.

## The list of rooms in the web app.

rooms-list = Vos conversations
rooms-filter = Filtrer les conversations
rooms-filter-unread = Non lus
rooms-filter-nothing = Rien ne correspond à ce filtre.
rooms-list-empty = Aucune conversation pour l’instant.
rooms-section-invites = Invitations
rooms-section-favourites = Favoris
rooms-section-people = Personnes
rooms-section-rooms = Salons
rooms-unread =
    { $count ->
        [one] { $count } message non lu
       *[other] { $count } messages non lus
    }
rooms-last = { $name } : { $body }
rooms-last-own = Vous : { $body }
rooms-last-nothing = Aucun message pour l’instant
rooms-last-unreadable = Message chiffré
rooms-invited-by = { $name } vous invite
rooms-offline = Pas de connexion. Ce que vous écrivez sera envoyé plus tard.
rooms-account = Votre compte { $user }

## Beginning a conversation.

rooms-new = Nouveau
rooms-new-person = Écrire à quelqu’un
rooms-new-room = Créer un salon
rooms-new-room-button = Créer le salon
rooms-find = Trouver un salon
rooms-find-words = Rechercher parmi les salons ouverts
rooms-find-people = Nom ou @adresse
rooms-find-people-hint = Cherchez quelqu’un par son nom ou saisissez une adresse complète.
rooms-find-nothing = Aucun résultat.
rooms-room-name = Nom du salon
rooms-reach = Qui peut rejoindre ?
rooms-reach-private = Uniquement sur invitation
rooms-reach-private-hint = Chiffré de bout en bout : personne d’autre ne peut lire, pas même le serveur.
rooms-reach-public = Tout le monde ici
rooms-reach-public-hint = Visible par tous les membres. Non chiffré, pour que les personnes qui arrivent puissent lire ce qui a été dit avant.
rooms-invite = Inviter des personnes
rooms-invite-to = Inviter dans { $room }
rooms-invited = Invitations envoyées : { $names }
rooms-invitation = { $name } vous invite dans ce salon.
rooms-invitation-direct = { $name } souhaite discuter avec vous.
rooms-accept = Rejoindre
rooms-decline = Refuser
rooms-decline-ignore = Refuser et ignorer

rooms-none-title = Dites bonjour
rooms-none = Ça y est, vous y êtes. Écrivez à quelqu’un que vous connaissez ou voyez ce qui se passe dans les salons ouverts.
rooms-none-first = Ça y est, vous y êtes. Il n’y a pas encore de salon ouvert : créez le premier ou invitez des personnes.
rooms-none-open-title = Reprenez où vous en étiez
rooms-none-open = Choisissez une conversation ou commencez-en une nouvelle.
rooms-unknown-title = Vous n’êtes pas dans ce salon
rooms-unknown = Le lien mène à un salon que vous avez quitté ou pour lequel vous n’avez pas reçu d’invitation.
rooms-removed = { $who } vous a fait sortir de ce salon.
rooms-removed-banned = { $who } vous a interdit l’accès à ce salon.
rooms-removed-why = Raison : { $reason }
rooms-banned = Vous ne pouvez pas entrer tant que le bannissement n’est pas levé.
rooms-ask = Demander à entrer
rooms-asked = Votre demande est envoyée. L’invitation apparaîtra parmi vos salons dès qu’on vous laissera entrer.

rooms-error-forbidden = Vous n’avez pas le droit de faire cela. Demandez à quelqu’un du salon de vous inviter.
rooms-error-not-found = Cette personne ou ce salon n’existe pas. Vérifiez l’adresse.
rooms-error-often = Cela fait beaucoup d’un coup. Attendez un instant et réessayez.
rooms-error-address-taken = Cette adresse mène à un autre salon. Choisissez-en une autre.

## One conversation.

rooms-back = Retour à la liste
rooms-more = Plus d’options pour ce salon
rooms-about = À propos de ce salon
rooms-encrypted = Chiffré de bout en bout
rooms-encrypted-verified = Chiffré de bout en bout, vérifié
rooms-members =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
rooms-favourite = Ajouter aux favoris
rooms-favourite-no = Retirer des favoris
rooms-leave = Quitter
rooms-leave-title = Quitter { $room } ?
rooms-leave-open = Vous pouvez revenir quand vous voulez.
rooms-leave-closed = Pour revenir, il vous faudra une nouvelle invitation. Ce qui a été dit ici disparaîtra de vos appareils.
rooms-messages = Messages
rooms-heard = Nouveaux messages
rooms-older = Chargement des anciens messages…
rooms-to-end = Aller aux plus récents
rooms-to-new =
    { $count ->
        [one] { $count } nouveau message
       *[other] { $count } nouveaux messages
    }
rooms-link-unknown = Ce message ne peut pas être affiché : il n’existe pas, ou il a été envoyé avant votre arrivée.
rooms-link-offline = Ce message ne peut pas être récupéré sans connexion.
rooms-new-from-here = Nouveaux messages
rooms-message = { $name }, { $time }
rooms-message-more = Plus d’options pour ce message
rooms-write = Message à { $room }
rooms-write-thread = Répondre dans ce fil
rooms-too-long = C’est plus que ce qu’un message peut contenir. Envoyez-le en plusieurs fois ou sous forme de fichier.
rooms-quiet = Seules certaines personnes peuvent écrire ici. Vous pouvez lire la conversation.
rooms-moved = Cette conversation continue dans un autre salon.
rooms-moved-button = Y aller
rooms-send = Envoyer
rooms-mention = Personnes que vous pouvez mentionner
rooms-typing =
    { $count ->
        [one] { $names } écrit…
       *[other] { $names } écrivent…
    }
rooms-reply = Répondre
rooms-reply-in-thread = Répondre dans un fil
rooms-thread =
    { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
rooms-threads =
    { $count ->
        [0] Fils
        [one] Fils, { $count } non lu
       *[other] Fils, { $count } non lus
    }
rooms-replying = Réponse à { $name } : { $body }
rooms-edit = Modifier
rooms-editing = Modification de votre message
rooms-edited = (modifié)
rooms-unfold = Tout afficher
rooms-fold = Afficher moins
rooms-copy = Copier le texte
rooms-copy-link = Copier le lien
rooms-delete = Supprimer pour tout le monde
rooms-deleted = Supprimé
rooms-deleted-by = Supprimé par { $name }
rooms-deleted-why = Supprimé par { $name } : { $reason }
rooms-quote-unknown = Message précédent
rooms-quote-nothing = …
rooms-react = Réagir
rooms-reactions = Réactions
rooms-reaction = de { $names }
rooms-sending = Envoi…
rooms-waiting = En attente de connexion
rooms-failed = Non envoyé.
rooms-retry = Réessayer
rooms-discard = Abandonner
rooms-read-by = Lu par { $names }

rooms-notice-created = { $who } a créé le salon
rooms-notice-joined = { $whom } a rejoint le salon
rooms-notice-invited = { $who } a invité { $whom }
rooms-notice-declined = { $whom } a décliné l’invitation
rooms-notice-withdrawn = { $who } a retiré l’invitation de { $whom }
rooms-notice-knocked = { $whom } demande à entrer
rooms-notice-left = { $whom } a quitté le salon
rooms-notice-removed = { $who } a expulsé { $whom }
rooms-notice-banned = { $who } a banni { $whom }
rooms-notice-unbanned = { $who } a levé le bannissement de { $whom }
rooms-notice-why = { $told } : { $reason }
rooms-notice-renamed = { $whom } s’appelle maintenant { $name }
rooms-notice-described = { $who } a défini le sujet : { $name }
rooms-notice-undescribed = { $who } a supprimé le sujet
rooms-notice-pictured = { $who } a changé l’image du salon
rooms-notice-opened = { $who } a changé qui peut entrer
rooms-notice-history = { $who } a changé qui peut lire ce qui a été dit avant
rooms-notice-pinned = { $who } a modifié les épingles
rooms-notice-promoted = { $who } a changé le rôle de { $whom }
rooms-notice-ruled = { $who } a changé qui peut faire quoi ici
rooms-notice-replaced = { $who } a déplacé cette conversation vers un nouveau salon
rooms-notice-named = { $who } a nommé le salon { $name }
rooms-notice-encrypted = À partir d’ici, les messages sont chiffrés de bout en bout
rooms-notice-more =
    { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }
