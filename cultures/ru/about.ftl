### One room: what it is, who is in it, and what may be changed.

about-title = Об этой комнате
about-back = Назад
about-ways = Подробнее об этой комнате
about-encrypted = Сквозное шифрование: прочитать сказанное могут только те, кто в комнате.
about-not-encrypted = Без шифрования: прочитать могут и те, кто управляет сервером.
about-entry-anybody = Найти её и войти могут все, кто здесь есть.
about-entry-asking = Попроситься войти может кто угодно.
about-entry-members-of = Войти могут участники её сообщества.
about-entry-invited = Войти можно только по приглашению.
about-history-world = Прочитать может кто угодно, даже не входя.
about-history-beginning = Вошедшие могут прочитать и то, что было сказано раньше.
about-history-invitation = Вошедшие могут прочитать то, что было сказано с момента приглашения.
about-history-joining = Вошедшие могут прочитать только то, что сказано после входа.

about-calls = Уведомлять меня
about-calls-all = Обо всех сообщениях
about-calls-mentions = Только об упоминаниях
about-calls-none = Ни о чём

## The people in a room.

about-members = Участники
about-members-search = Поиск участников
about-members-here = В комнате
about-members-invited = Приглашены
about-members-asking = Просятся войти
about-members-banned = Заблокированы

about-here = В этой комнате
about-role = Роль
about-role-owner = Владелец
about-role-admin = Администратор
about-role-moderator = Модератор
about-role-member = Участник
about-role-custom = Уровень { $level }
about-role-own = Если понизить собственную роль, вернуть её сможет только кто-то другой.
about-banned = Блокировка

about-let-in = Впустить
about-remove = Удалить из комнаты
about-remove-title = Удалить из комнаты { $name }?
about-remove-words = { $name } покидает комнату и узнаёт причину. Вернуться можно, если комната открыта или кто-то пригласит.
about-ban = Заблокировать
about-ban-title = Заблокировать { $name }?
about-ban-words = { $name } покидает комнату и не может вернуться даже по приглашению, пока блокировка не снята. Сказанное остаётся.
about-unban = Снять блокировку

about-refused-level = Для этого здесь нужна роль: { $role }.
about-refused-rank = У { $name } такая же роль, как у вас, или выше, поэтому удалить из комнаты нельзя.
about-error-forbidden = Ваша роль в этой комнате этого не позволяет. Возможно, её только что изменили.

## The settings of a room.

about-settings = Настройки комнаты
about-save = Сохранить
about-topic = Тема
about-topic-hint = Для чего эта комната, одним предложением.
about-picture = Выбрать картинку
about-entry-invited-hint = Участники приглашают тех, кому стоит войти.
about-entry-asking-label = Кто попросится и будет впущен
about-entry-asking-hint = Попроситься может кто угодно; решают участники, которым можно приглашать.
about-entry-anybody-hint = Комната есть в списке, и все, кто здесь есть, могут войти без разрешения.
about-history = Кто может читать сказанное раньше?
about-history-beginning-label = Участники, с самого начала
about-history-beginning-hint = Новички видят весь чат. Из зашифрованных сообщений они видят отправленные с этого момента.
about-history-invitation-label = Участники, с момента приглашения
about-history-joining-label = Участники, с момента входа
about-history-later-hint = Сказанное раньше скрыто от новичков.
about-history-world-label = Кто угодно
about-history-world-hint = Читать могут даже те, кто не вошёл в комнату.

about-addresses = Адреса
about-addresses-remove = Удалить { $address }
about-addresses-new = Новый адрес
about-addresses-hint = Короткое слово без пробелов, например sad. Ссылки с ним ведут сюда.
about-addresses-add = Добавить адрес

about-deeds = Кому что можно
about-deeds-words = Всем с этой ролью или выше.
about-deed-say = Писать сообщения
about-deed-invite = Приглашать людей
about-deed-delete = Удалять чужие сообщения
about-deed-remove = Удалять людей из комнаты
about-deed-ban = Блокировать людей
about-deed-name = Менять название
about-deed-topic = Менять тему
about-deed-picture = Менять картинку
about-deed-rooms = Добавлять и убирать комнаты
about-deed-roles = Назначать роли
