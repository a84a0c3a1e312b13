### Translating a message that is in another language, on request.

translate-button = Перевести
translate-hide = Скрыть перевод
translate-busy = Переводится…
translate-by = Машинный перевод, язык оригинала: { $from }
translate-by-unknown = Машинный перевод
translate-same = Это уже на вашем языке.
translate-failed = Сейчас перевести не удалось. Попробуйте позже.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Вывести этот текст из-под шифрования?
translate-ask = Это сообщение защищено сквозным шифрованием. Для перевода его текст выйдет из-под шифрования: его смогут прочитать этот сервер и { $provider }. Этот сервер ничего из него не сохраняет.
translate-ask-once = Перевести это сообщение
translate-ask-room = Переводить здесь без вопросов

## In the settings, once that was allowed for whole rooms.

translate-allowed = Перевод зашифрованных сообщений
translate-allowed-words =
    { $count ->
        [one] В { $count } комнате тексты выходят из-под шифрования для перевода без вопросов.
        [few] В { $count } комнатах тексты выходят из-под шифрования для перевода без вопросов.
        [many] В { $count } комнатах тексты выходят из-под шифрования для перевода без вопросов.
       *[other] В { $count } комнаты тексты выходят из-под шифрования для перевода без вопросов.
    }
translate-allowed-end = Снова спрашивать
