### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = Dias desde a última visita
churn-feature-recency-by-median-gap = Silêncio em relação à pausa habitual
churn-feature-recency-by-mean-gap = Silêncio em relação à pausa média
churn-feature-recency-by-longest-gap = Silêncio em relação à pausa mais longa
churn-feature-pause-survival = Proporção das pausas que duraram pelo menos tanto quanto esta
churn-feature-gap-mean = Média de dias entre dias ativos
churn-feature-gap-median = Dias habituais entre dias ativos
churn-feature-gap-deviation = Irregularidade das pausas
churn-feature-gap-longest = Pausa mais longa, em dias
churn-feature-gap-p90 = Pausa que nove em cada dez não ultrapassam, em dias
churn-feature-tenure = Dias desde a chegada
churn-feature-recency-by-tenure = Silêncio como proporção do tempo aqui
churn-feature-traces = Toda a atividade
churn-feature-traces-1d = Atividade do último dia
churn-feature-traces-3d = Atividade dos últimos 3 dias
churn-feature-traces-7d = Atividade dos últimos 7 dias
churn-feature-traces-14d = Atividade dos últimos 14 dias
churn-feature-traces-30d = Atividade dos últimos 30 dias
churn-feature-traces-90d = Atividade dos últimos 90 dias
churn-feature-days = Total de dias ativos
churn-feature-days-3d = Dias ativos entre os últimos 3
churn-feature-days-7d = Dias ativos entre os últimos 7
churn-feature-days-14d = Dias ativos entre os últimos 14
churn-feature-days-30d = Dias ativos entre os últimos 30
churn-feature-days-90d = Dias ativos entre os últimos 90
churn-feature-days-by-tenure = Proporção de dias com atividade
churn-feature-traces-by-day = Atividade por dia ativo
churn-feature-faded-1d = Atividade, atenuada ao longo de um dia
churn-feature-faded-3d = Atividade, atenuada ao longo de 3 dias
churn-feature-faded-7d = Atividade, atenuada ao longo de 7 dias
churn-feature-faded-14d = Atividade, atenuada ao longo de 14 dias
churn-feature-faded-30d = Atividade, atenuada ao longo de 30 dias
churn-feature-faded-90d = Atividade, atenuada ao longo de 90 dias
churn-feature-trend-3d-14d = Atividade destes dias em relação a duas semanas
churn-feature-trend-7d-30d = Atividade desta semana em relação a um mês
churn-feature-trend-14d-90d = Atividade de duas semanas em relação a um trimestre
churn-feature-days-this-week-by-last = Dias ativos desta semana em relação à anterior
churn-feature-days-fortnight-by-last = Dias ativos destas duas semanas em relação às duas anteriores
churn-feature-days-last-week = Dias ativos da semana anterior
churn-feature-usual-weeks-missed = Dias habituais em que não veio, contados em semanas
churn-feature-streak = Últimos dias ativos seguidos
churn-feature-weeks-active = Proporção das últimas semanas com atividade
churn-feature-sessions = Total de visitas
churn-feature-session-length = Atividade por visita
churn-feature-session-last = Atividade da última visita
churn-feature-weekend-share = Proporção da atividade no fim de semana (UTC)
churn-feature-day-evenness = Quão uniforme é a atividade ao longo do dia
churn-feature-quarter-1 = Proporção da atividade de 0 a 6 h (UTC)
churn-feature-quarter-2 = Proporção da atividade de 6 a 12 h (UTC)
churn-feature-quarter-3 = Proporção da atividade de 12 a 18 h (UTC)
churn-feature-quarter-4 = Proporção da atividade de 18 a 24 h (UTC)
churn-feature-hours-drift = Quanto os horários recentes diferem dos habituais (UTC)
churn-feature-weekdays-drift = Quanto os dias da semana recentes diferem dos habituais (UTC)
churn-feature-kinds = Tipos de ações
churn-feature-kind-evenness = Quão uniformes são as ações entre os tipos
churn-feature-main-kind-share = Proporção da ação mais frequente
churn-feature-directed-share = Proporção da atividade dirigida a alguém
churn-feature-rooms = Salas em que esteve
churn-feature-main-room-share = Proporção da atividade na sala principal
churn-feature-main-room-traffic = Movimento na sala principal
churn-feature-main-room-trend = Sala principal, estes dias em relação a antes
churn-feature-main-room-silence = Dias de silêncio na sala principal
churn-feature-peers = Pessoas a quem se dirigiu
churn-feature-sent-3d = Enviado a outras pessoas, atenuado ao longo de 3 dias
churn-feature-sent-10d = Enviado a outras pessoas, atenuado ao longo de 10 dias
churn-feature-sent-40d = Enviado a outras pessoas, atenuado ao longo de 40 dias
churn-feature-received = Total recebido de outras pessoas
churn-feature-received-3d = Recebido, atenuado ao longo de 3 dias
churn-feature-received-10d = Recebido, atenuado ao longo de 10 dias
churn-feature-received-40d = Recebido, atenuado ao longo de 40 dias
churn-feature-received-trend = Recebido nestes dias em relação a antes
churn-feature-received-by-sent = Recebido em relação ao enviado
churn-feature-received-since = Recebido desde a última visita
churn-feature-received-ago = Dias desde que recebeu algo pela última vez
churn-feature-answered-10d = Respostas recebidas, atenuadas ao longo de 10 dias
churn-feature-answered-share = Proporção do que enviou que teve resposta
churn-feature-my-latency = Quanto tempo leva para responder
churn-feature-their-latency = Quanto tempo espera por respostas
churn-feature-answers-given = Respostas que deu
churn-feature-answers-got = Respostas que recebeu
churn-feature-begun = Conversas que começou
churn-feature-met = Conversas que outras pessoas começaram
churn-feature-begun-share = Conversas que começou em relação às que outras pessoas começaram
churn-feature-contacts-mutual = Contatos que se escrevem nos dois sentidos
churn-feature-contacts-unanswered = Contatos que não responderam
churn-feature-contacts-waiting = Contatos que esperam uma resposta
churn-feature-contacts-concentration = Proporção do contato principal
churn-feature-contacts-here-7d = Contatos vistos nos últimos 7 dias
churn-feature-contacts-silence = Há quanto tempo os contatos estão em silêncio
churn-feature-contacts-traces = Quão ativos são os contatos
churn-feature-contacts-recent = Contatos dos últimos 7 dias
churn-feature-contacts-gone-share = Proporção de contatos em silêncio há 14 dias ou mais
churn-feature-contacts-gone-lately = Contatos que silenciaram há 2 a 6 semanas
churn-feature-contacts-risk = Quão incomum é o silêncio dos contatos
churn-feature-friction-10d = Falhas que enfrentou, atenuadas ao longo de 10 dias
churn-feature-rooms-joined-40d = Salas em que entrou, atenuadas ao longo de 40 dias
churn-feature-rooms-left-40d = Salas que deixou, atenuadas ao longo de 40 dias
churn-feature-moderated-40d = Ações de moderação que sofreu, atenuadas ao longo de 40 dias
churn-feature-expected-days = Dias ativos esperados pelo ritmo de visitas
churn-feature-alive = Probabilidade de ainda estar aqui pelo ritmo de visitas

## Reasons.

churn-reason-silence = Está em silêncio há muito tempo
churn-reason-little-activity = Faz pouco
churn-reason-fading = Faz menos do que antes
churn-reason-broken-rhythm = Está fora há mais tempo que o habitual
churn-reason-changed-hours = Vem em horários diferentes dos de quem fica
churn-reason-changed-use = Usa o lugar de forma diferente de quem fica
churn-reason-rooms = Em salas como as suas, menos gente fica
churn-reason-few-answers = Recebe poucas respostas
churn-reason-contacts = Tem poucos contatos, ou eles já não estão aqui
churn-reason-new-here = Entre quem está aqui há tanto tempo, menos gente fica
churn-reason-friction = Encontrou falhas
churn-reason-moderation = Outros membros ou a moderação agiram contra este membro

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [one] { $number } dia
       *[other] { $number } dias
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
churn-value-percent = { $number }%
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = Experiência ruim
churn-cause-trust = Preocupação com privacidade e segurança
churn-cause-product = Produto pobre ou parado
churn-cause-elsewhere = O que buscavam agora está em outro lugar

## The page of `hearth churn report`.

churn-report-title = Quem está prestes a sair
churn-report-about = Cada previsão foi feita por um modelo que só conhecia o que veio antes dela. Os números pequenos abrangem 95% do que outras amostras de membros dariam.
churn-report-judged =
    Sair é um silêncio de { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }. { $rows ->
        [one] Foi avaliada { $rows } previsão
       *[other] Foram avaliadas { $rows } previsões
    } sobre { $members ->
        [one] { $members } membro
       *[other] { $members } membros
    } em { $moments ->
        [one] { $moments } momento
       *[other] { $moments } momentos
    }; { $left } eram sobre alguém que saiu.
churn-report-figures = Números
churn-report-gain = Quantos são encontrados
churn-report-calibration = As probabilidades significam o que dizem?
churn-report-survival = Quem fica, segundo a previsão
churn-report-pauses = O que conta como sair
churn-report-reasons = Motivos
churn-report-time = O que foi previsto e o que aconteceu
churn-report-drift = O que se deslocou
churn-report-gain-about = Ao alertar sobre a proporção de membros indicada, começando pelos mais prováveis, a linha mostra a proporção de quem sai que está entre eles. Quanto mais alta, melhor.
churn-report-gain-x = Proporção de membros
churn-report-gain-y = Proporção de quem sai
churn-report-calibration-about = Quinze grupos de mesmo tamanho: o que foi previsto em média e quantos saíram. Na reta, os dois são iguais.
churn-report-calibration-x = Previsto
churn-report-calibration-y = Saíram
churn-report-survival-about = Proporção que não saiu após tantos dias, nos terços de risco mais baixo, médio e mais alto (Kaplan-Meier).
churn-report-survival-x = Dias
churn-report-survival-y = Ainda aqui
churn-report-pauses-about = Proporção das pausas entre dias ativos que duram no máximo esse tempo. Sair é um silêncio que nove em cada dez pausas não ultrapassam ou, em um registro curto demais para isso, o mais longo que ele permite determinar.
churn-report-pauses-x = Dias
churn-report-pauses-y = Proporção de pausas
churn-report-pauses-line = Pausas
churn-report-covered = Nove em cada dez
churn-report-horizon = Conta como sair
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = Apenas o silêncio
churn-report-right = Exatamente certo
churn-report-said = Previsto
churn-report-came = Aconteceu
churn-report-low = Risco mais baixo
churn-report-middle = Risco médio
churn-report-high = Risco mais alto
churn-report-time-about = A média do que foi previsto e a proporção que saiu, em cada momento avaliado.
churn-report-time-x = Dias desde o primeiro
churn-report-time-y = Proporção
churn-report-drift-about = Quanto as características se deslocaram do primeiro momento avaliado até o último (índice de estabilidade populacional): abaixo de 0,1, nada; acima de 0,25, muito. Uma comunidade que envelhece se desloca por si só; o modelo aprende de novo a cada momento avaliado.
churn-report-figure-auc-within = AUC dentro de um momento
churn-report-figure-auc = AUC, agregada
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = Lift do décimo superior
churn-report-figure-log-loss = Perda logarítmica
churn-report-figure-brier = Pontuação de Brier
churn-report-figure-calibration-error = Erro de calibração
churn-report-reasons-about = Com que frequência cada motivo foi o primeiro e quantos saíram nesses casos. Um motivo é o que torna mais provável que alguém saia, em comparação com o meio-termo da comunidade, mesmo que não seja provável. Os que aparecem menos de dez vezes não são mostrados.
churn-report-reasons-reason = Primeiro motivo
churn-report-reasons-cause = Causa
churn-report-reasons-members = Previsões
churn-report-reasons-left = Saíram
