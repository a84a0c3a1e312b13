### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Какие слова есть в каком незашифрованном сообщении, названии или теме и кто их написал. Удаляются вместе с содержимым.
search-keeps-names = Части ваших имён, пока существует аккаунт.

## Looking for messages in the web app.

search-title = Поиск по сообщениям
search-close = Закрыть поиск
search-words = Слова из сообщения
search-here = Эта комната
search-everywhere = Все комнаты
search-searching = Поиск…
search-count =
    { $count ->
        [one] { $count } сообщение
        [few] { $count } сообщения
        [many] { $count } сообщений
       *[other] { $count } сообщения
    }
search-secret-all = Сообщения здесь зашифрованы, поэтому сервер не может искать в них. Это устройство ищет в тех, которые загрузило.
search-secret-some = Среди зашифрованных сообщений поиск идёт только по загруженным на это устройство.
search-more = Ещё сообщения
search-further = Искать раньше
search-nothing = Ничего не найдено: «{ $words }».
search-nothing-try = В сообщении должны быть все слова. Попробуйте меньше слов или начало слова.
search-failed = Поиск не удался. Проверьте подключение.
search-for = Искать в сообщениях «{ $words }»
