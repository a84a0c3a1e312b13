### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Los archivos que has subido: contenido, nombre, tipo, tamaño y cuándo.
