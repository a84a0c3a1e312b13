### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Les fichiers que vous avez envoyés : contenu, nom, type, taille et date.

## Files in a conversation of the web app.

media-attach = Joindre des fichiers
media-drop = Déposez ici pour joindre
media-chosen = Fichiers à envoyer
media-caption = Ajouter une légende
media-remove = Ne pas envoyer { $name }
media-smaller = Réduire les grandes images à l’envoi
media-large = { $name } est trop volumineux. La limite est ici de { $size } par fichier.
media-empty = { $name } est vide, ou c’est un dossier.
media-unreadable = { $name } n’a pas pu être lu. Retirez-le, puis choisissez-le à nouveau.
media-many = Il n’est possible d’envoyer que { $count } fichiers à la fois. Envoyez d’abord ceux-ci.
media-sending = Envoi de { $name }
media-open-picture = Ouvrir l’image { $name }
media-play = Lire { $name }
media-play-voice = Lire le message vocal
media-download = Télécharger { $name }
media-keep = Télécharger
media-record = Enregistrer un message vocal
media-recording = Enregistrement
media-microphone = Le micro ne peut pas être utilisé. Autorisez-le pour cette page dans votre navigateur, puis réessayez.
media-voice = Message vocal
media-unreached = Le fichier n’a pas pu être récupéré. Réessayez.
media-gone = Le fichier n’est plus sur le serveur.
media-damaged = Le fichier a été modifié en route ; il n’est donc pas ouvert.
media-unshowable = Le fichier ne peut pas être affiché ici. Vous pouvez le télécharger.
media-no-picture = Ce n’est pas une image qui peut être affichée. Choisissez PNG, JPEG, GIF ou WebP.
media-opening = Ouverture de l’image
media-actual = Taille réelle
media-previous = Image précédente
media-next = Image suivante
media-from = { $name }, { $time }
