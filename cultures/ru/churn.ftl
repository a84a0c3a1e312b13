### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = Дней с последнего визита
churn-feature-recency-by-median-gap = Молчание в сравнении с привычным перерывом
churn-feature-recency-by-mean-gap = Молчание в сравнении со средним перерывом
churn-feature-recency-by-longest-gap = Молчание в сравнении с самым долгим перерывом
churn-feature-pause-survival = Доля перерывов, которые были не короче нынешнего
churn-feature-gap-mean = Среднее число дней между активными днями
churn-feature-gap-median = Обычное число дней между активными днями
churn-feature-gap-deviation = Насколько нерегулярны перерывы
churn-feature-gap-longest = Самый долгий перерыв, дн.
churn-feature-gap-p90 = Перерыв, которого не превышают девять из десяти, дн.
churn-feature-tenure = Дней с момента прихода
churn-feature-recency-by-tenure = Молчание как доля времени здесь
churn-feature-traces = Вся активность
churn-feature-traces-1d = Активность за последний день
churn-feature-traces-3d = Активность за последние 3 дня
churn-feature-traces-7d = Активность за последние 7 дней
churn-feature-traces-14d = Активность за последние 14 дней
churn-feature-traces-30d = Активность за последние 30 дней
churn-feature-traces-90d = Активность за последние 90 дней
churn-feature-days = Всего активных дней
churn-feature-days-3d = Активных дней за последние 3 дня
churn-feature-days-7d = Активных дней за последние 7 дней
churn-feature-days-14d = Активных дней за последние 14 дней
churn-feature-days-30d = Активных дней за последние 30 дней
churn-feature-days-90d = Активных дней за последние 90 дней
churn-feature-days-by-tenure = Доля дней с активностью
churn-feature-traces-by-day = Активность за активный день
churn-feature-faded-1d = Активность с затуханием за 1 день
churn-feature-faded-3d = Активность с затуханием за 3 дня
churn-feature-faded-7d = Активность с затуханием за 7 дней
churn-feature-faded-14d = Активность с затуханием за 14 дней
churn-feature-faded-30d = Активность с затуханием за 30 дней
churn-feature-faded-90d = Активность с затуханием за 90 дней
churn-feature-trend-3d-14d = Активность последних дней в сравнении с двумя неделями
churn-feature-trend-7d-30d = Активность этой недели в сравнении с месяцем
churn-feature-trend-14d-90d = Активность двух недель в сравнении с кварталом
churn-feature-days-this-week-by-last = Активные дни этой недели в сравнении с прошлой
churn-feature-days-fortnight-by-last = Активные дни последних двух недель в сравнении с двумя предыдущими
churn-feature-days-last-week = Активные дни предыдущей недели
churn-feature-usual-weeks-missed = Пропущенные привычные дни в пересчёте на недели
churn-feature-streak = Последние активные дни подряд
churn-feature-weeks-active = Доля последних недель с активностью
churn-feature-sessions = Всего визитов
churn-feature-session-length = Активность за визит
churn-feature-session-last = Активность за последний визит
churn-feature-weekend-share = Доля активности в выходные (UTC)
churn-feature-day-evenness = Насколько равномерна активность в течение суток
churn-feature-quarter-1 = Доля активности с 0 до 6 ч (UTC)
churn-feature-quarter-2 = Доля активности с 6 до 12 ч (UTC)
churn-feature-quarter-3 = Доля активности с 12 до 18 ч (UTC)
churn-feature-quarter-4 = Доля активности с 18 до 24 ч (UTC)
churn-feature-hours-drift = Насколько нынешние часы отличаются от привычных (UTC)
churn-feature-weekdays-drift = Насколько нынешние дни недели отличаются от привычных (UTC)
churn-feature-kinds = Видов действий
churn-feature-kind-evenness = Насколько равномерно действия распределены по видам
churn-feature-main-kind-share = Доля самого частого вида действий
churn-feature-directed-share = Доля активности, обращённой к кому-то
churn-feature-rooms = Комнат, где бывает участник
churn-feature-main-room-share = Доля активности в основной комнате
churn-feature-main-room-traffic = Насколько оживлённо в основной комнате
churn-feature-main-room-trend = Основная комната: последние дни в сравнении с прежними
churn-feature-main-room-silence = Дней молчания в основной комнате
churn-feature-peers = Людей, к которым обращался участник
churn-feature-sent-3d = Отправлено другим, с затуханием за 3 дня
churn-feature-sent-10d = Отправлено другим, с затуханием за 10 дней
churn-feature-sent-40d = Отправлено другим, с затуханием за 40 дней
churn-feature-received = Всего получено от других
churn-feature-received-3d = Получено, с затуханием за 3 дня
churn-feature-received-10d = Получено, с затуханием за 10 дней
churn-feature-received-40d = Получено, с затуханием за 40 дней
churn-feature-received-trend = Получено в последние дни в сравнении с прежним
churn-feature-received-by-sent = Получено в сравнении с отправленным
churn-feature-received-since = Получено с последнего визита
churn-feature-received-ago = Дней с тех пор, как что-то было получено
churn-feature-answered-10d = Полученные ответы, с затуханием за 10 дней
churn-feature-answered-share = Доля отправленного, на которую ответили
churn-feature-my-latency = Как долго участник отвечает
churn-feature-their-latency = Как долго участник ждёт ответов
churn-feature-answers-given = Дано ответов
churn-feature-answers-got = Получено ответов
churn-feature-begun = Разговоров, начатых участником
churn-feature-met = Разговоров, начатых другими
churn-feature-begun-share = Разговоры, начатые участником, в сравнении с начатыми другими
churn-feature-contacts-mutual = Контактов с взаимной перепиской
churn-feature-contacts-unanswered = Контактов, которые не ответили
churn-feature-contacts-waiting = Контактов, которые ждут ответа
churn-feature-contacts-concentration = Доля основного контакта
churn-feature-contacts-here-7d = Контактов, появлявшихся за 7 дней
churn-feature-contacts-silence = Как долго молчат контакты
churn-feature-contacts-traces = Насколько активны контакты
churn-feature-contacts-recent = Контактов за последние 7 дней
churn-feature-contacts-gone-share = Доля контактов, молчащих 14 дней и дольше
churn-feature-contacts-gone-lately = Контактов, замолчавших 2–6 недель назад
churn-feature-contacts-risk = Насколько необычно долго молчат контакты
churn-feature-friction-10d = Сбои у участника, с затуханием за 10 дней
churn-feature-rooms-joined-40d = Вход в новые комнаты, с затуханием за 40 дней
churn-feature-rooms-left-40d = Выход из комнат, с затуханием за 40 дней
churn-feature-moderated-40d = Меры модераторов к участнику, с затуханием за 40 дней
churn-feature-expected-days = Активных дней, ожидаемых по ритму визитов
churn-feature-alive = Вероятность, что участник ещё здесь, по ритму визитов

## Reasons.

churn-reason-silence = Давно молчит
churn-reason-little-activity = Мало активности
churn-reason-fading = Активности меньше, чем раньше
churn-reason-broken-rhythm = Отсутствует дольше обычного
churn-reason-changed-hours = Приходит в другие часы, чем те, кто остаётся
churn-reason-changed-use = Пользуется иначе, чем те, кто остаётся
churn-reason-rooms = В таких комнатах остаются реже
churn-reason-few-answers = Получает мало ответов от других
churn-reason-contacts = Мало контактов, или их уже здесь нет
churn-reason-new-here = С таким же сроком здесь остаются реже
churn-reason-friction = Сталкивается со сбоями
churn-reason-moderation = Меры со стороны других участников или модераторов

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [one] { $number } день
        [few] { $number } дня
        [many] { $number } дней
       *[other] { $number } дня
    }
churn-value-hours =
    { $number ->
        [one] { $number } час
        [few] { $number } часа
        [many] { $number } часов
       *[other] { $number } часа
    }
churn-value-minutes =
    { $number ->
        [one] { $number } минута
        [few] { $number } минуты
        [many] { $number } минут
       *[other] { $number } минуты
    }
churn-value-seconds =
    { $number ->
        [one] { $number } секунда
        [few] { $number } секунды
        [many] { $number } секунд
       *[other] { $number } секунды
    }
churn-value-percent = { $number } %
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = Плохие впечатления
churn-cause-trust = Опасения за приватность и безопасность
churn-cause-product = Скудный или устаревший продукт
churn-cause-elsewhere = То, ради чего приходили, теперь в другом месте

## The page of `hearth churn report`.

churn-report-title = Кто собирается уйти
churn-report-about = Каждый прогноз сделан моделью, знавшей только то, что было до него. Мелкие числа охватывают 95 % того, что дали бы другие выборки участников.
churn-report-judged =
    Уходом считается молчание, которое длится { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }. { $rows ->
        [one] Оценён { $rows } прогноз
        [few] Оценены { $rows } прогноза
        [many] Оценено { $rows } прогнозов
       *[other] Оценено { $rows } прогноза
    } по { $members ->
        [one] { $members } участнику
        [few] { $members } участникам
        [many] { $members } участникам
       *[other] { $members } участника
    } на { $moments ->
        [one] { $moments } момент времени
        [few] { $moments } момента времени
        [many] { $moments } моментов времени
       *[other] { $moments } момента времени
    }; { $left } из них относятся к тем, кто ушёл.
churn-report-figures = Показатели
churn-report-gain = Скольких удаётся найти
churn-report-calibration = Верны ли вероятности?
churn-report-survival = Кто остаётся, по прогнозу
churn-report-pauses = Что считается уходом
churn-report-reasons = Причины
churn-report-time = Что прогнозировалось и что произошло
churn-report-drift = Что сместилось
churn-report-gain-about = Если предупреждать об указанной доле участников, начиная с самых вероятных, линия показывает, какая доля ушедших среди них. Чем выше, тем лучше.
churn-report-gain-x = Доля участников
churn-report-gain-y = Доля ушедших
churn-report-calibration-about = Пятнадцать равных групп: что прогнозировалось в среднем и сколько ушло. На прямой оба значения совпадают.
churn-report-calibration-x = Прогноз
churn-report-calibration-y = Ушли
churn-report-survival-about = Доля не ушедших спустя столько дней — для третей с самым низким, средним и самым высоким риском (Каплан — Мейер).
churn-report-survival-x = Дни
churn-report-survival-y = Всё ещё здесь
churn-report-pauses-about = Доля перерывов между активными днями, которые длятся не дольше указанного. Уход — это молчание, которого не превышают девять из десяти перерывов, или, если журнал для этого слишком короткий, самое долгое, о котором он позволяет судить.
churn-report-pauses-x = Дни
churn-report-pauses-y = Доля перерывов
churn-report-pauses-line = Перерывы
churn-report-covered = Девять из десяти
churn-report-horizon = Считается уходом
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = Только молчание
churn-report-right = Точное совпадение
churn-report-said = Прогноз
churn-report-came = Факт
churn-report-low = Низший риск
churn-report-middle = Средний риск
churn-report-high = Высший риск
churn-report-time-about = Среднее прогнозов и доля ушедших в каждый оценённый момент.
churn-report-time-x = Дни с первого момента
churn-report-time-y = Доля
churn-report-drift-about = Насколько сместились признаки от первого оценённого момента до последнего (индекс стабильности популяции): ниже 0,1 сдвига нет, выше 0,25 он большой. Сообщество, которое становится старше, смещается само собой; модель заново обучается в каждый оценённый момент.
churn-report-figure-auc-within = AUC в пределах одного момента
churn-report-figure-auc = AUC, общая
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = Lift верхней десятой части
churn-report-figure-log-loss = Логарифмическая потеря
churn-report-figure-brier = Оценка Брайера
churn-report-figure-calibration-error = Ошибка калибровки
churn-report-reasons-about = Как часто каждая причина была главной и сколько участников при этом ушло. Причина показывает, из-за чего участник уйдёт с большей вероятностью, чем в среднем по сообществу, даже если сам уход маловероятен. Причины, встретившиеся менее десяти раз, не указаны.
churn-report-reasons-reason = Главная причина
churn-report-reasons-cause = Первопричина
churn-report-reasons-members = Прогнозы
churn-report-reasons-left = Ушли
