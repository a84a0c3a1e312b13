### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Ветки
threads-one = Ветка
threads-all = Все ветки
threads-close = Закрыть ветки
threads-fetching = Загрузка…
threads-more = Более ранние ветки
threads-none = Веток пока нет. Кнопка «Ответить в ветке» у сообщения начинает ветку, чтобы побочная тема не заполняла комнату.
threads-failed = Не удалось загрузить ветки.
threads-missing = Эту ветку нельзя показать: её первого сообщения нет, оно отправлено до вашего входа в комнату или сервер недоступен.
