### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Какие слова есть в каком незашифрованном сообщении, названии или теме и кто их написал. Удаляются вместе с содержимым.
search-keeps-names = Части ваших имён, пока существует аккаунт.
