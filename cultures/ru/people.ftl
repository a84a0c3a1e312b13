### One person: who they are, and what one can do.

people-title = Профиль
people-message = Написать сообщение
people-met = Общие комнаты
people-unknown = По этому адресу никого нет.
people-ignore = Игнорировать
people-ignore-no = Больше не игнорировать
people-ignore-words = Вы больше не видите сообщений этого человека и не получаете от него приглашений. Ему об этом не сообщается.
people-ignored = Вы игнорируете { $name }.
people-ignored-title = Кого вы игнорируете

## Telling those who run the server of something.

people-report = Пожаловаться
people-report-message = Пожаловаться на это сообщение
people-report-room = Пожаловаться на эту комнату
people-report-space = Пожаловаться на это сообщество
people-report-person = Пожаловаться на этого человека
people-report-words = Жалобу прочитают те, кто управляет этим сервером. Остальным о ней не сообщается.
people-reported = Спасибо. Жалоба отправлена.
people-reason = Что не так?
people-reason-optional = Причина (необязательно)

## Deleting what was said.

people-delete-title = Удалить сообщение от { $name }?
people-delete-words = Оно исчезнет для всех, и вернуть его нельзя. Будет видно, что оно было и что удалили его вы.
people-delete-own-title = Удалить ваше сообщение?
