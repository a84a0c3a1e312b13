### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = Vos clés publiques et celles de vos appareils, ainsi que les signatures apposées dessus.
keys-keeps-waiting = Les messages destinés à vos appareils qu’ils n’ont pas encore récupérés, en règle générale chiffrés par l’appareil d’envoi.
keys-keeps-backups = Les sauvegardes des clés de salon, chiffrées avec une clé que personne d’autre que vous ne possède.
keys-keeps-dehydrated = Un appareil gardé pour votre retour, chiffré de la même façon.

## The recovery key in the web app.

keys-recovery = Clé de récupération
keys-state-safe = Vous en avez une. Elle restaure vos messages sur n’importe quel appareil.
keys-state-here = Vos clés ne sont que sur cet appareil.
keys-state-elsewhere = Saisissez-la pour lire vos anciens messages sur cet appareil.
keys-offer-title = Protégez vos messages
keys-offer = Les messages chiffrés ne s’ouvrent que sur cet appareil. Si vous le perdez, une clé de récupération les ouvre sur un autre.
keys-offer-button = Créer une clé de récupération
keys-make = Elle ouvre vos messages chiffrés sur un autre appareil. Personne d’autre ne l’a, pas même les personnes qui gèrent ce serveur. Gardez-la donc là où vous la retrouverez : dans un gestionnaire de mots de passe ou sur papier.
keys-make-button = La créer maintenant
keys-made = Voici votre clé de récupération. Elle n’est affichée qu’une seule fois.
keys-copy = Copier
keys-copied = Copié
keys-kept = Je l’ai conservée
keys-asked-title = Lisez vos anciens messages
keys-asked = Ce que vous avez écrit et lu sur un autre appareil s’ouvre ici, avec cet appareil ou votre clé de récupération.
keys-asked-button = Les amener ici
keys-enter-hint = Douze groupes de quatre lettres et chiffres.
keys-enter-button = Ouvrir mes messages
keys-enter-wrong = Ce n’est pas votre clé de récupération. Vérifiez chaque caractère ; les majuscules comptent.
keys-change = La changer
keys-change-words = Vous obtenez une nouvelle clé de récupération, et l’actuelle ne fonctionne plus. Vos messages ne changent pas.
keys-bring = Votre clé de récupération amène vos messages ici, tout comme un appareil qui peut les lire.
keys-bring-alone = Votre clé de récupération amène vos messages ici.
keys-bring-without = Un appareil qui peut lire vos messages les transmet à celui-ci. Vous n’avez pas de clé de récupération.
keys-bring-device = Utiliser un autre appareil
keys-bring-neither = Je n’ai ni l’un ni l’autre
keys-reset-title = Recommencer à zéro
keys-reset = Sans autre appareil ni clé de récupération, personne ne peut ouvrir vos anciens messages. Vous obtenez de nouvelles clés :
keys-reset-lost = Les messages chiffrés d’avant aujourd’hui restent fermés, définitivement.
keys-reset-devices = Vos autres appareils doivent être vérifiés à nouveau.
keys-reset-people = Les personnes ayant vérifié votre identité apprennent que vos clés ont changé.
keys-reset-button = Abandonner mes anciens messages et recommencer

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = Cet appareil n’a pas encore vos clés.
keys-unreadable-coming = La clé de ce message est en route. Le message s’ouvre de lui-même dès qu’elle arrive.
keys-unreadable-lost = Ce message date d’avant votre connexion sur cet appareil, et sa clé n’est pas dans votre sauvegarde. Un appareil que vous utilisiez avant peut l’afficher.
keys-unreadable-joining = Ce message date d’avant votre arrivée ; vous ne pouvez donc pas le lire.
keys-unreadable-withheld = L’application d’origine ne livre pas ce message aux appareils qu’elle ne connaît pas.
keys-unreadable-broken = Ce message ne peut pas être déchiffré.
keys-unreadable-look = Vérifier à nouveau
keys-unreadable-ask = Demander à { $name } de le renvoyer
keys-unreadable-asked = Je n’arrive pas à lire ce message. Pouvez-vous le renvoyer ?
