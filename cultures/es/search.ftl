### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Qué palabras hay en cada mensaje, nombre o tema sin cifrar y quién las escribió. Desaparecen cuando se elimina el contenido.
search-keeps-names = Las partes de tus nombres, mientras exista la cuenta.
