### One person: who they are, and what one can do.

people-title = Profil
people-message = Envoyer un message
people-met = Salons en commun
people-unknown = Personne n’a cette adresse.
people-ignore = Ignorer
people-ignore-no = Ne plus ignorer
people-ignore-words = Vous ne voyez plus les messages de cette personne, et elle ne peut plus vous inviter. Elle n’en est pas informée.
people-ignored = Vous ignorez { $name }.
people-ignored-title = Personnes que vous ignorez

## Telling those who run the server of something.

people-report = Signaler
people-report-message = Signaler ce message
people-report-room = Signaler ce salon
people-report-space = Signaler cette communauté
people-report-person = Signaler cette personne
people-report-words = Les responsables de ce serveur lisent votre signalement. Personne d’autre n’en est informé.
people-reported = Merci. Votre signalement a été envoyé.
people-reason = Quel est le problème ?
people-reason-optional = Motif (facultatif)

## Deleting what was said.

people-delete-title = Supprimer le message de { $name } ?
people-delete-words = Il disparaît pour tout le monde et ne peut pas être rétabli. On verra toujours qu’il était là et que vous l’avez supprimé.
people-delete-own-title = Supprimer votre message ?
