### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Idioma e região
cultures-usual = Usual: { $what }
cultures-calendar = Calendário
cultures-numerals = Algarismos
cultures-week = Primeiro dia da semana
cultures-weekend = Fim de semana
cultures-hours = Formato de hora
cultures-names = Ordem dos nomes
cultures-names-given = Nome antes do sobrenome
cultures-names-family = Sobrenome antes do nome
cultures-density = Espaçamento
cultures-density-compact = Compacto
cultures-density-roomy = Amplo
cultures-quiet = Horário de silêncio
cultures-quiet-hint = Quando as notificações devem esperar. Fins de semana e feriados têm um fim próprio.
cultures-quiet-from = De
cultures-quiet-to = Até
cultures-quiet-to-free = Até, em dias de folga
cultures-greetings = Felicitações em datas festivas
cultures-festivals = Festas do calendário lunar
cultures-example = Mostrado agora assim
cultures-given = Nome
cultures-family = Sobrenome
cultures-person = As duas partes do seu nome
cultures-person-hint = Se você preencher as duas, cada pessoa as vê na ordem do próprio idioma.

cultures-minimum-age =
    { $age ->
        [one] É preciso ter pelo menos { $age } ano para participar.
       *[other] É preciso ter pelo menos { $age } anos para participar.
    }
