### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = Días desde la última visita
churn-feature-recency-by-median-gap = Silencio respecto a su pausa habitual
churn-feature-recency-by-mean-gap = Silencio respecto a su pausa media
churn-feature-recency-by-longest-gap = Silencio respecto a su pausa más larga
churn-feature-pause-survival = Proporción de sus pausas que duraron al menos lo que esta
churn-feature-gap-mean = Media de días entre días activos
churn-feature-gap-median = Días habituales entre días activos
churn-feature-gap-deviation = Irregularidad de sus pausas
churn-feature-gap-longest = Pausa más larga, en días
churn-feature-gap-p90 = Pausa que nueve de cada diez no superan, en días
churn-feature-tenure = Días desde que llegó
churn-feature-recency-by-tenure = Silencio como proporción de su tiempo aquí
churn-feature-traces = Toda su actividad
churn-feature-traces-1d = Actividad del último día
churn-feature-traces-3d = Actividad de los últimos 3 días
churn-feature-traces-7d = Actividad de los últimos 7 días
churn-feature-traces-14d = Actividad de los últimos 14 días
churn-feature-traces-30d = Actividad de los últimos 30 días
churn-feature-traces-90d = Actividad de los últimos 90 días
churn-feature-days = Días activos en total
churn-feature-days-3d = Días activos de los últimos 3
churn-feature-days-7d = Días activos de los últimos 7
churn-feature-days-14d = Días activos de los últimos 14
churn-feature-days-30d = Días activos de los últimos 30
churn-feature-days-90d = Días activos de los últimos 90
churn-feature-days-by-tenure = Proporción de días con actividad
churn-feature-traces-by-day = Actividad por día activo
churn-feature-faded-1d = Actividad, atenuada en un día
churn-feature-faded-3d = Actividad, atenuada en 3 días
churn-feature-faded-7d = Actividad, atenuada en 7 días
churn-feature-faded-14d = Actividad, atenuada en 14 días
churn-feature-faded-30d = Actividad, atenuada en 30 días
churn-feature-faded-90d = Actividad, atenuada en 90 días
churn-feature-trend-3d-14d = Actividad de estos días respecto a dos semanas
churn-feature-trend-7d-30d = Actividad de esta semana respecto a un mes
churn-feature-trend-14d-90d = Actividad de dos semanas respecto a un trimestre
churn-feature-days-this-week-by-last = Días activos de esta semana respecto a la anterior
churn-feature-days-fortnight-by-last = Días activos de estas dos semanas respecto a las dos anteriores
churn-feature-days-last-week = Días activos de la semana anterior
churn-feature-usual-weeks-missed = Días habituales en los que no vino, contados en semanas
churn-feature-streak = Últimos días activos seguidos
churn-feature-weeks-active = Proporción de las últimas semanas con actividad
churn-feature-sessions = Visitas en total
churn-feature-session-length = Actividad por visita
churn-feature-session-last = Actividad de la última visita
churn-feature-weekend-share = Proporción de actividad en fin de semana (UTC)
churn-feature-day-evenness = Cuán repartida está la actividad a lo largo del día
churn-feature-quarter-1 = Proporción de actividad de 0 a 6 h (UTC)
churn-feature-quarter-2 = Proporción de actividad de 6 a 12 h (UTC)
churn-feature-quarter-3 = Proporción de actividad de 12 a 18 h (UTC)
churn-feature-quarter-4 = Proporción de actividad de 18 a 24 h (UTC)
churn-feature-hours-drift = Cuánto difieren sus horas recientes de las habituales (UTC)
churn-feature-weekdays-drift = Cuánto difieren sus días de la semana recientes de los habituales (UTC)
churn-feature-kinds = Tipos de acciones
churn-feature-kind-evenness = Cuán repartidas están sus acciones entre los tipos
churn-feature-main-kind-share = Proporción de lo que más hace
churn-feature-directed-share = Proporción de actividad dirigida a alguien
churn-feature-rooms = Salas en las que ha estado
churn-feature-main-room-share = Proporción de actividad en su sala principal
churn-feature-main-room-traffic = Cuánto movimiento hay en su sala principal
churn-feature-main-room-trend = Su sala principal, estos días respecto a antes
churn-feature-main-room-silence = Días de silencio en su sala principal
churn-feature-peers = Personas a las que se ha dirigido
churn-feature-sent-3d = Enviado a otros, atenuado en 3 días
churn-feature-sent-10d = Enviado a otros, atenuado en 10 días
churn-feature-sent-40d = Enviado a otros, atenuado en 40 días
churn-feature-received = Recibido de otros en total
churn-feature-received-3d = Recibido, atenuado en 3 días
churn-feature-received-10d = Recibido, atenuado en 10 días
churn-feature-received-40d = Recibido, atenuado en 40 días
churn-feature-received-trend = Recibido estos días respecto a antes
churn-feature-received-by-sent = Recibido respecto a enviado
churn-feature-received-since = Recibido desde su última visita
churn-feature-received-ago = Días desde que recibió algo por última vez
churn-feature-answered-10d = Respuestas recibidas, atenuadas en 10 días
churn-feature-answered-share = Proporción de lo enviado que obtuvo respuesta
churn-feature-my-latency = Cuánto tarda en responder
churn-feature-their-latency = Cuánto espera las respuestas
churn-feature-answers-given = Respuestas que dio
churn-feature-answers-got = Respuestas que recibió
churn-feature-begun = Conversaciones que empezó
churn-feature-met = Conversaciones que empezaron otros
churn-feature-begun-share = Conversaciones que empezó respecto a las que empezaron otros
churn-feature-contacts-mutual = Contactos con los que se escribe en ambos sentidos
churn-feature-contacts-unanswered = Contactos que no han respondido
churn-feature-contacts-waiting = Contactos que esperan respuesta
churn-feature-contacts-concentration = Proporción de su contacto principal
churn-feature-contacts-here-7d = Contactos vistos en los últimos 7 días
churn-feature-contacts-silence = Cuánto tiempo llevan en silencio sus contactos
churn-feature-contacts-traces = Cuán activos son sus contactos
churn-feature-contacts-recent = Contactos de los últimos 7 días
churn-feature-contacts-gone-share = Proporción de contactos en silencio desde hace 14 días o más
churn-feature-contacts-gone-lately = Contactos que callaron hace entre 2 y 6 semanas
churn-feature-contacts-risk = Cuán inusual es el silencio de sus contactos
churn-feature-friction-10d = Fallos que sufrió, atenuados en 10 días
churn-feature-rooms-joined-40d = Salas en las que entró, atenuadas en 40 días
churn-feature-rooms-left-40d = Salas que dejó, atenuadas en 40 días
churn-feature-moderated-40d = Medidas de moderación que recibió, atenuadas en 40 días
churn-feature-expected-days = Días activos esperados según su ritmo
churn-feature-alive = Probabilidad de que siga aquí según su ritmo

## Reasons.

churn-reason-silence = Lleva mucho tiempo en silencio
churn-reason-little-activity = Hace poco
churn-reason-fading = Hace menos que antes
churn-reason-broken-rhythm = Lleva más tiempo fuera de lo habitual
churn-reason-changed-hours = Viene a otras horas que quienes se quedan
churn-reason-changed-use = Usa el lugar de otro modo que quienes se quedan
churn-reason-rooms = En salas como las suyas se queda menos gente
churn-reason-few-answers = Recibe pocas respuestas de los demás
churn-reason-contacts = Tiene pocos contactos o ya no están
churn-reason-new-here = Se queda menos gente de la que lleva aquí el mismo tiempo
churn-reason-friction = Se topó con fallos
churn-reason-moderation = Otros miembros o la moderación tomaron medidas en su contra

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [one] { $number } día
       *[other] { $number } días
    }
churn-value-hours =
    { $number ->
        [one] { $number } hora
       *[other] { $number } horas
    }
churn-value-minutes =
    { $number ->
        [one] { $number } minuto
       *[other] { $number } minutos
    }
churn-value-seconds =
    { $number ->
        [one] { $number } segundo
       *[other] { $number } segundos
    }
churn-value-percent = { $number } %
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = Mala experiencia
churn-cause-trust = Preocupación por la privacidad y la seguridad
churn-cause-product = Producto pobre o estancado
churn-cause-elsewhere = Lo que buscaban está ahora en otro sitio

## The page of `hearth churn report`.

churn-report-title = Quién está a punto de irse
churn-report-about = Cada predicción la hizo un modelo que solo conocía lo anterior a ella. Las cifras pequeñas abarcan el 95 % de lo que darían otras muestras de miembros.
churn-report-judged =
    Irse es un silencio de { $days ->
        [one] { $days } día
       *[other] { $days } días
    }. { $rows ->
        [one] Se evaluó { $rows } predicción
       *[other] Se evaluaron { $rows } predicciones
    } sobre { $members ->
        [one] { $members } miembro
       *[other] { $members } miembros
    } en { $moments ->
        [one] { $moments } momento
       *[other] { $moments } momentos
    }; el { $left } trataba de alguien que se fue.
churn-report-figures = Cifras
churn-report-gain = Cuántos se detectan
churn-report-calibration = ¿Significan las probabilidades lo que dicen?
churn-report-survival = Quién se queda, según lo predicho
churn-report-pauses = Qué cuenta como irse
churn-report-reasons = Razones
churn-report-time = Lo predicho y lo ocurrido
churn-report-drift = Qué se ha desplazado
churn-report-gain-about = Si se avisa de la proporción de miembros indicada, empezando por los más probables, la línea muestra qué proporción de quienes se van está entre ellos. Cuanto más alta, mejor.
churn-report-gain-x = Proporción de miembros
churn-report-gain-y = Proporción de quienes se van
churn-report-calibration-about = Quince grupos de igual tamaño: lo predicho en promedio y cuántos se fueron. En la recta, ambos coinciden.
churn-report-calibration-x = Predicho
churn-report-calibration-y = Se fueron
churn-report-survival-about = Proporción que no se ha ido tras tantos días, en los tercios de riesgo más bajo, medio y más alto (Kaplan-Meier).
churn-report-survival-x = Días
churn-report-survival-y = Siguen aquí
churn-report-pauses-about = Proporción de pausas entre días activos que duran como mucho ese tiempo. Irse es un silencio que nueve de cada diez pausas no superan o, si el registro es demasiado corto para ello, el más largo que permite determinar.
churn-report-pauses-x = Días
churn-report-pauses-y = Proporción de pausas
churn-report-pauses-line = Pausas
churn-report-covered = Nueve de cada diez
churn-report-horizon = Cuenta como irse
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = Solo el silencio
churn-report-right = Exactamente acertado
churn-report-said = Predicho
churn-report-came = Ocurrido
churn-report-low = Riesgo más bajo
churn-report-middle = Riesgo medio
churn-report-high = Riesgo más alto
churn-report-time-about = La media de lo predicho y la proporción que se fue, en cada momento evaluado.
churn-report-time-x = Días desde el primero
churn-report-time-y = Proporción
churn-report-drift-about = Cuánto se han desplazado las características desde el primer momento evaluado hasta el último (índice de estabilidad poblacional): por debajo de 0,1, nada; por encima de 0,25, mucho. Una comunidad que envejece se desplaza por sí sola; el modelo aprende de nuevo en cada momento evaluado.
churn-report-figure-auc-within = AUC dentro de un momento
churn-report-figure-auc = AUC, conjunta
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = Lift de la décima parte superior
churn-report-figure-log-loss = Pérdida logarítmica
churn-report-figure-brier = Puntuación de Brier
churn-report-figure-calibration-error = Error de calibración
churn-report-reasons-about = Con qué frecuencia cada razón fue la primera y cuántos se fueron en esos casos. Una razón es lo que hace más probable que alguien se vaya, en comparación con el término medio de la comunidad, aunque no sea probable que lo haga. No se indican las que aparecen menos de diez veces.
churn-report-reasons-reason = Primera razón
churn-report-reasons-cause = Causa
churn-report-reasons-members = Predicciones
churn-report-reasons-left = Se fueron
