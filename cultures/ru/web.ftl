### The web app's frame: what every screen of it needs.

web-absent = Это сервер { -product }. Он собран без веб-приложения: команда `make run` собирает сервер вместе с ним. Войти сюда можно из любого клиента Matrix.

web-language = Язык
web-starting = Открываем ваши чаты…
web-elsewhere-title = Открыто в другом окне
web-elsewhere = Ваши чаты открыты в другом окне этого браузера. Одновременно они могут быть открыты только в одном.
web-elsewhere-button = Использовать здесь
web-broken-title = Не удалось открыть ваши чаты
web-broken = Не удалось прочитать сохранённое в этом браузере, или сервер не ответил. Попробуйте ещё раз; если это не поможет, выйдите и войдите снова.
web-broken-button = Попробовать ещё раз

web-look = Оформление
web-look-system = Как в системе
web-look-light = Светлое
web-look-dark = Тёмное
web-look-contrast = Высокий контраст

web-update-title = Есть новая версия
web-update = Перезагрузите страницу, чтобы перейти на неё. То, что вы пишете, сохранится.
web-update-button = Перезагрузить
