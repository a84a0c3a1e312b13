### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Загруженные вами файлы: содержимое, название, тип, размер и время.

## Files in a conversation of the web app.

media-attach = Прикрепить файлы
media-drop = Отпустите здесь, чтобы прикрепить
media-chosen = Файлы для отправки
media-caption = Добавить подпись
media-remove = Не отправлять { $name }
media-smaller = Уменьшать большие картинки
media-large = Файл { $name } слишком большой. Здесь размер файла не может превышать { $size }.
media-empty = { $name } — пустой файл или папка.
media-unreadable = Не удалось прочитать файл { $name }. Уберите его и выберите снова.
media-many = За раз можно отправить не больше файлов, чем { $count }. Сначала отправьте эти.
media-sending = Отправляется { $name }
media-open-picture = Открыть картинку { $name }
media-play = Воспроизвести { $name }
media-play-voice = Воспроизвести голосовое сообщение
media-download = Скачать { $name }
media-keep = Скачать
media-record = Записать голосовое сообщение
media-recording = Идёт запись
media-microphone = Микрофон недоступен. Разрешите его для этой страницы в браузере и попробуйте снова.
media-voice = Голосовое сообщение
media-unreached = Не удалось загрузить файл. Попробуйте снова.
media-gone = Файла больше нет на сервере.
media-damaged = Файл был изменён в пути, поэтому не открывается.
media-unshowable = Этот файл нельзя показать здесь. Его можно скачать.
media-no-picture = Это не картинка, которую можно показать. Выберите PNG, JPEG, GIF или WebP.
media-opening = Картинка открывается
media-actual = В натуральную величину
media-previous = Предыдущая картинка
media-next = Следующая картинка
media-from = { $name }, { $time }
