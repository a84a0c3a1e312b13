### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Ваши сообщества
spaces-all = Все чаты
spaces-found = Сообщество · { $members }

## Making one.

spaces-new = Создать сообщество
spaces-new-button = Создать сообщество
spaces-new-words = Сообщество собирает в одном месте комнаты, связанные друг с другом.
spaces-name = Название сообщества
spaces-topic-hint = Для чего оно, одним предложением.
spaces-public-hint = Видно всем участникам этого сервера.

## Its page, and its rooms.

spaces-about = О сообществе
spaces-settings = Настройки сообщества
spaces-leave = Вы останетесь в комнатах сообщества, в которые вошли. Чтобы вернуться в сообщество, может понадобиться новое приглашение.
spaces-empty = Комнат здесь пока нет.
spaces-add = Добавить комнаты
spaces-add-to = Добавить комнаты: { $space }
spaces-add-search = Поиск среди ваших комнат
spaces-add-nothing = У вас нет комнат, которые можно добавить.
spaces-add-words = Кто может войти в комнату, не меняется.
spaces-added = Добавлены: { $rooms }
spaces-take-room = Убрать { $room }
spaces-take-title = Убрать { $room } из сообщества { $space }?
spaces-take-words = Сама комната не изменится: её участники, всё сказанное и кто может войти. Её просто больше не будет в этом сообществе.
spaces-take = Убрать
spaces-reach = Участники: { $space }
spaces-reach-hint = Войти могут все участники сообщества. Без шифрования, чтобы новички могли прочитать сказанное раньше.
