### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Les fichiers que vous avez envoyés : contenu, nom, type, taille et date.
