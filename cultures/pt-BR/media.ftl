### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Os arquivos que você enviou: conteúdo, nome, tipo, tamanho e quando.
