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
keys-state-elsewhere = D’anciens messages l’attendent sur cet appareil.
keys-offer-title = Protégez vos messages
keys-offer = Vos messages chiffrés ne peuvent être lus que sur cet appareil. Avec une clé de récupération, vous les retrouvez si vous le perdez.
keys-offer-button = Créer une clé de récupération
keys-make = Elle ouvre vos messages chiffrés sur un autre appareil. Personne d’autre ne l’a, pas même les personnes qui gèrent ce serveur. Gardez-la donc là où vous la retrouverez : dans un gestionnaire de mots de passe ou sur papier.
keys-make-button = La créer maintenant
keys-made = Voici votre clé de récupération. Elle n’est affichée qu’une seule fois.
keys-copy = Copier
keys-copied = Copié
keys-kept = Je l’ai conservée
keys-asked-title = Lisez vos anciens messages
keys-asked = Ce que vous avez dit et lu sur un autre appareil s’ouvre ici avec votre clé de récupération.
keys-asked-button = Saisir la clé de récupération
keys-enter-hint = Douze groupes de quatre lettres et chiffres.
keys-enter-button = Ouvrir mes messages
keys-enter-wrong = Ce n’est pas votre clé de récupération. Vérifiez chaque caractère ; les majuscules comptent.
