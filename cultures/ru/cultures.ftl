### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Язык и регион
cultures-usual = Как принято: { $what }
cultures-calendar = Календарь
cultures-numerals = Цифры
cultures-week = Первый день недели
cultures-weekend = Выходные
cultures-hours = Формат времени
cultures-names = Порядок имён
cultures-names-given = Сначала имя
cultures-names-family = Сначала фамилия
cultures-density = Интервалы
cultures-density-compact = Компактно
cultures-density-roomy = Свободно
cultures-quiet = Тихие часы
cultures-quiet-hint = Когда уведомления должны подождать. В выходные и праздники они заканчиваются в своё время.
cultures-quiet-from = С
cultures-quiet-to = До
cultures-quiet-to-free = До, в выходные
cultures-greetings = Поздравления с праздниками
cultures-festivals = Праздники по лунному календарю
cultures-example = Сейчас отображается так
cultures-given = Имя
cultures-family = Фамилия
cultures-person = Обе части вашего имени
cultures-person-hint = Если заполнить обе, каждый увидит их в порядке своего языка.

cultures-minimum-age =
    { $age ->
        [one] Для участия нужно быть не младше { $age } года.
        [few] Для участия нужно быть не младше { $age } лет.
        [many] Для участия нужно быть не младше { $age } лет.
       *[other] Для участия нужно быть не младше { $age } года.
    }
