### Words that every page may need.

# Address: “вы”, lower case. Words: комната, сообщение, устройство, аккаунт, ключ восстановления, сквозное шифрование, упомянуть, домашний сервер. Past tense that would name a gender is avoided: notices stand in the present.

-product = Hearth

common-form-error-title = Что-то не так

## What went wrong, wherever it did.

common-error-unreached = Сервер недоступен. Проверьте подключение и попробуйте ещё раз.
common-error-often =
    { $seconds ->
        [one] Слишком много попыток. Подождите { $seconds } секунду и попробуйте ещё раз.
        [few] Слишком много попыток. Подождите { $seconds } секунды и попробуйте ещё раз.
        [many] Слишком много попыток. Подождите { $seconds } секунд и попробуйте ещё раз.
       *[other] Слишком много попыток. Подождите { $seconds } секунды и попробуйте ещё раз.
    }
common-error-unknown = На сервере что-то пошло не так. Попробуйте ещё раз чуть позже.

common-close = Закрыть
common-cancel = Отмена
common-copy-failed = Скопировать не удалось. Выделите текст, чтобы скопировать его.
