### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Quais palavras estão em qual mensagem, nome ou tópico não criptografado e quem as escreveu. Elas somem quando o conteúdo é apagado.
search-keeps-names = As partes dos seus nomes, enquanto a conta existir.
