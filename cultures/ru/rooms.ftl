### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Сообщения и всё остальное, что вы отправили в комнаты.
rooms-keeps-memberships = В каких комнатах вы состоите или состояли и куда вас приглашали.
rooms-keeps-forgotten = Какие комнаты вы забыли.
rooms-keeps-receipts = До какого места вы прочитали.
rooms-keeps-reports = Отправленные вами жалобы с указанными причинами.

## The list of rooms in the web app.

rooms-list = Ваши чаты
rooms-filter = Фильтр чатов
rooms-filter-unread = Непрочитанные
rooms-filter-nothing = Под этот фильтр ничего не подходит.
rooms-list-empty = Чатов пока нет.
rooms-section-invites = Приглашения
rooms-section-favourites = Избранное
rooms-section-people = Люди
rooms-section-rooms = Комнаты
rooms-unread =
    { $count ->
        [one] { $count } непрочитанное сообщение
        [few] { $count } непрочитанных сообщения
        [many] { $count } непрочитанных сообщений
       *[other] { $count } непрочитанного сообщения
    }
rooms-last = { $name }: { $body }
rooms-last-own = Вы: { $body }
rooms-last-nothing = Сообщений пока нет
rooms-last-unreadable = Зашифрованное сообщение
rooms-invited-by = { $name } приглашает вас
rooms-offline = Нет подключения. Написанное отправится позже.
rooms-account = Ваш аккаунт { $user }

## Beginning a conversation.

rooms-new = Новый чат
rooms-new-person = Написать кому-нибудь
rooms-new-room = Создать комнату
rooms-new-room-button = Создать комнату
rooms-find = Найти комнату
rooms-find-words = Поиск открытых комнат
rooms-find-people = Имя или @адрес
rooms-find-people-hint = Найдите человека по имени или введите полный адрес.
rooms-find-nothing = Ничего не найдено.
rooms-room-name = Название комнаты
rooms-reach = Кто может войти?
rooms-reach-private = Только приглашённые
rooms-reach-private-hint = Сквозное шифрование: прочитать не сможет никто другой, даже сервер.
rooms-reach-public = Все на этом сервере
rooms-reach-public-hint = Видна всем участникам. Не шифруется, чтобы новички могли прочитать написанное раньше.
rooms-invite = Пригласить людей
rooms-invite-to = Пригласить в { $room }
rooms-invited = Приглашены: { $names }
rooms-invitation = { $name } приглашает вас в эту комнату.
rooms-invitation-direct = { $name } хочет пообщаться с вами.
rooms-accept = Присоединиться
rooms-decline = Отклонить
rooms-decline-ignore = Отклонить и игнорировать

rooms-none-title = Поздоровайтесь
rooms-none = Вы вошли. Напишите кому-нибудь из знакомых или загляните в открытые комнаты.
rooms-none-first = Вы вошли. Открытых комнат пока нет: создайте первую или пригласите людей.
rooms-none-open-title = Продолжите с того же места
rooms-none-open = Выберите чат или начните новый.
rooms-unknown-title = Вас нет в этой комнате
rooms-unknown = Ссылка ведёт в комнату, из которой вы вышли или в которую вас не приглашали.
rooms-removed = { $who } удаляет вас из этой комнаты.
rooms-removed-banned = { $who } блокирует вас в этой комнате.
rooms-removed-why = Причина: { $reason }
rooms-banned = Войти нельзя, пока блокировка не снята.
rooms-ask = Попроситься в комнату
rooms-asked = Вы попросились в комнату. Когда вас впустят, приглашение появится среди ваших комнат.

rooms-error-forbidden = У вас нет на это прав. Попросите кого-нибудь из комнаты пригласить вас.
rooms-error-not-found = Такого человека или комнаты нет. Проверьте адрес.
rooms-error-often = Слишком много сразу. Подождите немного и попробуйте ещё раз.
rooms-error-address-taken = Этот адрес ведёт в другую комнату. Выберите другой.

## One conversation.

rooms-back = Назад к списку
rooms-more = Ещё об этой комнате
rooms-about = Об этой комнате
rooms-encrypted = Сквозное шифрование
rooms-encrypted-verified = Сквозное шифрование, подтверждено
rooms-members =
    { $count ->
        [one] { $count } участник
        [few] { $count } участника
        [many] { $count } участников
       *[other] { $count } участника
    }
rooms-favourite = Добавить в избранное
rooms-favourite-no = Убрать из избранного
rooms-leave = Выйти
rooms-leave-title = Выйти из { $room }?
rooms-leave-open = Вы можете вернуться когда угодно.
rooms-leave-closed = Чтобы вернуться, понадобится новое приглашение. Написанное здесь исчезнет с ваших устройств.
rooms-messages = Сообщения
rooms-heard = Новые сообщения
rooms-older = Загружаем более ранние сообщения…
rooms-to-end = К последним
rooms-to-new =
    { $count ->
        [one] { $count } новое сообщение
        [few] { $count } новых сообщения
        [many] { $count } новых сообщений
       *[other] { $count } нового сообщения
    }
rooms-link-unknown = Это сообщение нельзя показать: его нет или оно отправлено до вашего входа в комнату.
rooms-link-offline = Это сообщение нельзя загрузить без подключения.
rooms-new-from-here = Новые
rooms-message = { $name }, { $time }
rooms-message-more = Ещё об этом сообщении
rooms-write = Сообщение в { $room }
rooms-write-thread = Ответить в этой ветке
rooms-too-long = Это больше, чем вмещает одно сообщение. Отправьте по частям или файлом.
rooms-quiet = Писать здесь могут только некоторые участники. Вы можете читать переписку.
rooms-moved = Этот чат продолжается в другой комнате.
rooms-moved-button = Перейти туда
rooms-send = Отправить
rooms-mention = Кого можно упомянуть
rooms-typing =
    { $count ->
        [one] { $names } печатает…
        [few] { $names } печатают…
        [many] { $names } печатают…
       *[other] { $names } печатают…
    }
rooms-reply = Ответить
rooms-reply-in-thread = Ответить в ветке
rooms-thread =
    { $count ->
        [one] { $count } ответ
        [few] { $count } ответа
        [many] { $count } ответов
       *[other] { $count } ответа
    }
rooms-threads =
    { $count ->
        [0] Ветки
        [one] Ветки, { $count } непрочитанная
        [few] Ветки, { $count } непрочитанные
        [many] Ветки, { $count } непрочитанных
       *[other] Ветки, { $count } непрочитанной
    }
rooms-replying = Ответ для { $name }: { $body }
rooms-edit = Изменить
rooms-editing = Изменение вашего сообщения
rooms-edited = (изменено)
rooms-unfold = Показать полностью
rooms-fold = Свернуть
rooms-copy = Копировать текст
rooms-copy-link = Копировать ссылку
rooms-delete = Удалить для всех
rooms-deleted = Удалено
rooms-deleted-by = Удалено: { $name }
rooms-deleted-why = Удалено ({ $name }): { $reason }
rooms-quote-unknown = Более раннее сообщение
rooms-quote-nothing = …
rooms-react = Поставить реакцию
rooms-reactions = Реакции
rooms-reaction = от { $names }
rooms-sending = Отправляется…
rooms-waiting = Ожидание подключения
rooms-failed = Не отправлено.
rooms-retry = Попробовать ещё раз
rooms-discard = Отменить отправку
rooms-read-by = Прочитали: { $names }

rooms-notice-created = { $who } создаёт комнату
rooms-notice-joined = { $whom } входит в комнату
rooms-notice-invited = { $who } приглашает { $whom }
rooms-notice-declined = { $whom } отклоняет приглашение
rooms-notice-withdrawn = { $who } отзывает приглашение для { $whom }
rooms-notice-knocked = { $whom } просится войти
rooms-notice-left = { $whom } выходит из комнаты
rooms-notice-removed = { $who } удаляет из комнаты { $whom }
rooms-notice-banned = { $who } блокирует { $whom }
rooms-notice-unbanned = { $who } снимает блокировку с { $whom }
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } меняет имя на { $name }
rooms-notice-described = { $who } задаёт тему: { $name }
rooms-notice-undescribed = { $who } убирает тему
rooms-notice-pictured = { $who } меняет картинку комнаты
rooms-notice-opened = { $who } меняет, кто может войти
rooms-notice-history = { $who } меняет, кто может читать сказанное раньше
rooms-notice-pinned = { $who } меняет закреплённое
rooms-notice-promoted = { $who } меняет роль { $whom }
rooms-notice-ruled = { $who } меняет, кому что здесь можно
rooms-notice-replaced = { $who } переносит этот чат в новую комнату
rooms-notice-named = { $who } даёт комнате название { $name }
rooms-notice-encrypted = С этого места сообщения защищены сквозным шифрованием
rooms-notice-more =
    { $count ->
        [one] Ещё { $count }
        [few] Ещё { $count }
        [many] Ещё { $count }
       *[other] Ещё { $count }
    }
