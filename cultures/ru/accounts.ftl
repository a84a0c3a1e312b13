### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Создание администратора
accounts-setup-intro = Добро пожаловать! Ваш сервер { -product } { $server } работает и ждёт первого аккаунта. Этот аккаунт станет администратором: он отвечает за сервер и людей на нём.
accounts-setup-localhost = Этот сервер называется «localhost» — такое имя годится только для проб: другие не смогут подключиться к нему по этому имени, а изменить имя сервера потом нельзя.

accounts-setup-name-label = Имя пользователя
accounts-setup-name-hint = Используйте только строчные латинские буквы, цифры и . _ = - / +. Другие будут знать вас, например, как { $example }. Изменить это потом нельзя.
accounts-setup-password-label = Пароль
accounts-setup-password-hint =
    { $count ->
        [one] Не менее { $count } символа.
        [few] Не менее { $count } символов.
        [many] Не менее { $count } символов.
       *[other] Не менее { $count } символа.
    } Несколько случайных слов легко запомнить и трудно угадать.
accounts-setup-password-again-label = Пароль ещё раз
accounts-setup-password-again-hint = То же самое ещё раз — на случай опечатки.
accounts-setup-button = Создать аккаунт

accounts-setup-error-name-invalid = Введите имя пользователя. Используйте только строчные латинские буквы, цифры и . _ = - / +.
accounts-setup-error-name-taken = Это имя пользователя занято. Выберите другое.
accounts-setup-error-passwords-differ = Пароли не совпадают. Введите оба ещё раз.
accounts-setup-error-password-too-short =
    { $count ->
        [one] Пароль слишком короткий. Нужно не менее { $count } символа.
        [few] Пароль слишком короткий. Нужно не менее { $count } символов.
        [many] Пароль слишком короткий. Нужно не менее { $count } символов.
       *[other] Пароль слишком короткий. Нужно не менее { $count } символа.
    }

accounts-setup-done-title = Ваш сервер готов
accounts-setup-done = { $user } теперь администратор. Откройте { $address } в браузере и войдите или укажите этот адрес как домашний сервер в любом клиенте Matrix.
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = Домашний сервер

accounts-setup-refused-title = Эта ссылка не работает
accounts-setup-refused = Её уже использовали, или она неполная. Пока у сервера нет администратора, при каждом перезапуске он выводит новую ссылку.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Прежде чем присоединиться
# $server is the server's name, such as example.org.
accounts-terms-intro = Чтобы завести аккаунт на { $server }, вы соглашаетесь с документом:
accounts-terms-button = Принимаю
accounts-terms-done-title = Спасибо
accounts-terms-done = Вернитесь в приложение: оно продолжит само. Это окно можно закрыть.
accounts-terms-over-title = Эта страница больше не действует
accounts-terms-over = Начните заново в приложении.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Ваш Matrix ID, является ли он администратором, когда аккаунт был создан, заблокирован или закрыт и какие условия вы приняли.
accounts-keeps-password = Хеш вашего пароля, но никогда не сам пароль.
accounts-keeps-profile = Ваш профиль: отображаемое имя, фото и всё, что вы туда добавили.
accounts-keeps-devices = Ваши устройства: их названия, когда на них выполнен вход, когда и с какого адреса они подключались в последний раз.
accounts-keeps-data = Настройки и фильтры, которые хранят здесь ваши приложения.

## Signing in and up in the web app.

accounts-in-title = С возвращением
accounts-in-intro = Войдите на { $server }
accounts-in-button = Войти
accounts-in-other = Впервые здесь?
accounts-in-other-link = Создать аккаунт
accounts-code-title = С другого устройства
accounts-code-words = На устройстве, где вы уже вошли, откройте настройки, затем свои устройства и покажите код для этого устройства.
accounts-code-scan = Сканировать код
accounts-code-enter = Войти как { $who }
accounts-code-over = Этот код больше не действует. Покажите новый на другом устройстве.
accounts-code-camera-none = Нет камеры, которую можно использовать. Войдите с паролем.
accounts-up-title = Создайте аккаунт
accounts-up-intro = Вы станете участником { $server }
accounts-up-button = Создать аккаунт
accounts-up-terms = Создавая аккаунт, вы соглашаетесь с документами:
accounts-up-other = Уже есть аккаунт?
accounts-up-other-link = Войти

accounts-name-label = Имя пользователя
accounts-name-hint = По нему вас находят другие: { $example }
accounts-password-label = Пароль
accounts-password-hint =
    { $count ->
        [one] Не менее { $count } символа. Несколько случайных слов легко запомнить.
        [few] Не менее { $count } символов. Несколько случайных слов легко запомнить.
        [many] Не менее { $count } символов. Несколько случайных слов легко запомнить.
       *[other] Не менее { $count } символа. Несколько случайных слов легко запомнить.
    }
accounts-token-label = Код приглашения
accounts-token-hint = От человека или со страницы, откуда пришло приглашение.

accounts-error-name-invalid = Используйте только строчные латинские буквы, цифры и . _ = - / +.
accounts-error-name-taken = Это имя занято. Выберите другое.
accounts-error-password-short =
    { $count ->
        [one] Введите не менее { $count } символа.
        [few] Введите не менее { $count } символов.
        [many] Введите не менее { $count } символов.
       *[other] Введите не менее { $count } символа.
    }
accounts-error-token-missing = Введите код приглашения.
accounts-error-token-wrong = Этот код недействителен или уже не действует. Попросите новый.
accounts-error-wrong = Неверное имя или пароль. Проверьте и попробуйте ещё раз.
accounts-error-password = Это не ваш пароль.
accounts-error-closed = Здесь нельзя зарегистрироваться самостоятельно. Попросите аккаунт у тех, кто управляет этим сервером.
accounts-error-ended = Этот аккаунт закрыт.
accounts-error-locked = Этот аккаунт заблокирован. Обратитесь к тем, кто управляет этим сервером.
accounts-insecure = Этому приложению нужно защищённое соединение. Откройте его по адресу, который начинается с https://, или по адресу localhost.

accounts-device-name = Hearth в { $browser } на { $system }
accounts-device-unknown = Hearth в браузере

accounts-out = Выйти
accounts-out-title = Выйти из аккаунта?
accounts-out-keys = После выхода ваши зашифрованные сообщения можно будет прочитать только на другом устройстве, где они уже есть. С ключом восстановления вы сможете их вернуть.
accounts-out-unsent =
    { $count ->
        [one] Ещё не отправлено { $count } сообщение или файл. При выходе это будет потеряно.
        [few] Ещё не отправлено { $count } сообщения или файла. При выходе это будет потеряно.
        [many] Ещё не отправлено { $count } сообщений или файлов. При выходе это будет потеряно.
       *[other] Ещё не отправлено { $count } сообщения или файла. При выходе это будет потеряно.
    }

accounts-again-title = Сеанс истёк
accounts-again-intro = Введите пароль { $user }, чтобы продолжить. Ваши сообщения по-прежнему на этом устройстве.

accounts-settings = Настройки
accounts-display-label = Ваше имя
accounts-display-hint = Его видят другие. Ваш адрес остаётся прежним: { $user }.
accounts-display-button = Сохранить
accounts-picture-label = Ваша картинка
accounts-picture-hint = Её видят другие рядом с вашим именем. Место, где сделан снимок, не отправляется.

accounts-change = Изменить
accounts-change-title = Изменить пароль
accounts-change-hint = При смене пароля на других ваших устройствах выполняется выход.
accounts-change-words = На других ваших устройствах будет выполнен выход. Ключ восстановления останется прежним.
accounts-change-new = Новый пароль
accounts-change-now = Текущий пароль
accounts-change-button = Изменить пароль
accounts-change-done = Пароль изменён. На других ваших устройствах выполнен выход.

accounts-end = Закрыть
accounts-end-title = Закрыть аккаунт
accounts-end-hint = Навсегда. Вернуть его не сможет никто.
accounts-end-words = Ваш аккаунт закрывается сразу и навсегда:
accounts-end-rooms = Вы покидаете все комнаты.
accounts-end-said = Сказанное остаётся у тех, кому было адресовано, только с вашим адресом.
accounts-end-name = Ваше имя больше никому не достанется, даже вам.
accounts-end-button = Закрыть мой аккаунт
accounts-ended = Ваш аккаунт закрыт.
accounts-elsewhere = Сеанс завершён с другого устройства, или там изменён пароль. Войдите снова, чтобы продолжить.
