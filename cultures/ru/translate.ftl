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
