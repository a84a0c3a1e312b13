### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Idioma y región
cultures-usual = Habitual: { $what }
cultures-calendar = Calendario
cultures-numerals = Cifras
cultures-week = Primer día de la semana
cultures-weekend = Fin de semana
cultures-hours = Formato de hora
cultures-names = Orden de los nombres
cultures-names-given = Primero el nombre de pila
cultures-names-family = Primero el apellido
cultures-density = Espaciado
cultures-density-compact = Compacto
cultures-density-roomy = Amplio
cultures-quiet = Horas de silencio
cultures-quiet-hint = Cuándo deben esperar las notificaciones. Los fines de semana y festivos tienen su propia hora final.
cultures-quiet-from = Desde
cultures-quiet-to = Hasta
cultures-quiet-to-free = Hasta, en días libres
cultures-greetings = Felicitaciones en las fiestas
cultures-festivals = Festividades lunares
cultures-example = Ahora se muestra así
cultures-given = Nombre de pila
cultures-family = Apellido
cultures-person = Las dos partes de tu nombre
cultures-person-hint = Si rellenas ambas, cada persona las ve en el orden de su propio idioma.

cultures-minimum-age =
    { $age ->
        [one] Debes tener al menos { $age } año para unirte.
       *[other] Debes tener al menos { $age } años para unirte.
    }
