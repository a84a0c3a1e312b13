### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = Jours depuis la dernière venue
churn-feature-recency-by-median-gap = Silence par rapport à sa pause habituelle
churn-feature-recency-by-mean-gap = Silence par rapport à sa pause moyenne
churn-feature-recency-by-longest-gap = Silence par rapport à sa plus longue pause
churn-feature-pause-survival = Part de ses pauses au moins aussi longues que celle-ci
churn-feature-gap-mean = Nombre moyen de jours entre jours actifs
churn-feature-gap-median = Nombre habituel de jours entre jours actifs
churn-feature-gap-deviation = Irrégularité de ses pauses
churn-feature-gap-longest = Plus longue pause, en jours
churn-feature-gap-p90 = Pause que neuf sur dix ne dépassent pas, en jours
churn-feature-tenure = Jours depuis son arrivée
churn-feature-recency-by-tenure = Silence en part du temps passé ici
churn-feature-traces = Toute son activité
churn-feature-traces-1d = Activité du dernier jour
churn-feature-traces-3d = Activité des 3 derniers jours
churn-feature-traces-7d = Activité des 7 derniers jours
churn-feature-traces-14d = Activité des 14 derniers jours
churn-feature-traces-30d = Activité des 30 derniers jours
churn-feature-traces-90d = Activité des 90 derniers jours
churn-feature-days = Total des jours actifs
churn-feature-days-3d = Jours actifs parmi les 3 derniers
churn-feature-days-7d = Jours actifs parmi les 7 derniers
churn-feature-days-14d = Jours actifs parmi les 14 derniers
churn-feature-days-30d = Jours actifs parmi les 30 derniers
churn-feature-days-90d = Jours actifs parmi les 90 derniers
churn-feature-days-by-tenure = Part de jours avec activité
churn-feature-traces-by-day = Activité par jour actif
churn-feature-faded-1d = Activité, s’estompant sur un jour
churn-feature-faded-3d = Activité, s’estompant sur 3 jours
churn-feature-faded-7d = Activité, s’estompant sur 7 jours
churn-feature-faded-14d = Activité, s’estompant sur 14 jours
churn-feature-faded-30d = Activité, s’estompant sur 30 jours
churn-feature-faded-90d = Activité, s’estompant sur 90 jours
churn-feature-trend-3d-14d = Activité de ces jours-ci par rapport à deux semaines
churn-feature-trend-7d-30d = Activité de cette semaine par rapport à un mois
churn-feature-trend-14d-90d = Activité de deux semaines par rapport à un trimestre
churn-feature-days-this-week-by-last = Jours actifs de cette semaine par rapport à la précédente
churn-feature-days-fortnight-by-last = Jours actifs de ces deux semaines par rapport aux deux précédentes
churn-feature-days-last-week = Jours actifs de la semaine précédente
churn-feature-usual-weeks-missed = Jours habituels sans venue, comptés en semaines
churn-feature-streak = Derniers jours actifs d’affilée
churn-feature-weeks-active = Part des dernières semaines avec activité
churn-feature-sessions = Total des visites
churn-feature-session-length = Activité par visite
churn-feature-session-last = Activité de la dernière visite
churn-feature-weekend-share = Part d’activité le week-end (UTC)
churn-feature-day-evenness = Régularité de la répartition de l’activité sur la journée
churn-feature-quarter-1 = Part d’activité de 0 à 6 h (UTC)
churn-feature-quarter-2 = Part d’activité de 6 à 12 h (UTC)
churn-feature-quarter-3 = Part d’activité de 12 à 18 h (UTC)
churn-feature-quarter-4 = Part d’activité de 18 à 24 h (UTC)
churn-feature-hours-drift = Écart entre ses heures récentes et ses heures habituelles (UTC)
churn-feature-weekdays-drift = Écart entre ses jours de semaine récents et habituels (UTC)
churn-feature-kinds = Genres d’actions
churn-feature-kind-evenness = Régularité de la répartition entre les genres d’actions
churn-feature-main-kind-share = Part de l’action la plus fréquente
churn-feature-directed-share = Part d’activité destinée à quelqu’un
churn-feature-rooms = Salons fréquentés
churn-feature-main-room-share = Part d’activité dans son salon principal
churn-feature-main-room-traffic = Animation de son salon principal
churn-feature-main-room-trend = Son salon principal, ces jours-ci par rapport à avant
churn-feature-main-room-silence = Jours de silence dans son salon principal
churn-feature-peers = Personnes à qui le membre s’est adressé
churn-feature-sent-3d = Envoyé aux autres, s’estompant sur 3 jours
churn-feature-sent-10d = Envoyé aux autres, s’estompant sur 10 jours
churn-feature-sent-40d = Envoyé aux autres, s’estompant sur 40 jours
churn-feature-received = Total reçu des autres
churn-feature-received-3d = Reçu, s’estompant sur 3 jours
churn-feature-received-10d = Reçu, s’estompant sur 10 jours
churn-feature-received-40d = Reçu, s’estompant sur 40 jours
churn-feature-received-trend = Reçu ces jours-ci par rapport à avant
churn-feature-received-by-sent = Reçu par rapport à envoyé
churn-feature-received-since = Reçu depuis la dernière venue
churn-feature-received-ago = Jours depuis la dernière chose reçue
churn-feature-answered-10d = Réponses obtenues, s’estompant sur 10 jours
churn-feature-answered-share = Part de ses envois qui ont reçu une réponse
churn-feature-my-latency = Temps mis à répondre
churn-feature-their-latency = Temps d’attente des réponses
churn-feature-answers-given = Réponses données
churn-feature-answers-got = Réponses obtenues
churn-feature-begun = Conversations commencées par le membre
churn-feature-met = Conversations commencées par d’autres
churn-feature-begun-share = Conversations commencées par le membre par rapport à celles commencées par d’autres
churn-feature-contacts-mutual = Contacts qui s’écrivent dans les deux sens
churn-feature-contacts-unanswered = Contacts qui n’ont pas répondu
churn-feature-contacts-waiting = Contacts qui attendent une réponse
churn-feature-contacts-concentration = Part de son contact principal
churn-feature-contacts-here-7d = Contacts venus ces 7 derniers jours
churn-feature-contacts-silence = Durée du silence de ses contacts
churn-feature-contacts-traces = Activité de ses contacts
churn-feature-contacts-recent = Contacts des 7 derniers jours
churn-feature-contacts-gone-share = Part des contacts silencieux depuis 14 jours ou plus
churn-feature-contacts-gone-lately = Contacts devenus silencieux il y a 2 à 6 semaines
churn-feature-contacts-risk = À quel point le silence de ses contacts est inhabituel
churn-feature-friction-10d = Échecs rencontrés, s’estompant sur 10 jours
churn-feature-rooms-joined-40d = Salons rejoints, s’estompant sur 40 jours
churn-feature-rooms-left-40d = Salons quittés, s’estompant sur 40 jours
churn-feature-moderated-40d = Mesures de modération subies, s’estompant sur 40 jours
churn-feature-expected-days = Jours actifs attendus d’après son rythme
churn-feature-alive = Probabilité d’être encore là d’après son rythme

## Reasons.

churn-reason-silence = Silence prolongé
churn-reason-little-activity = Peu d’activité
churn-reason-fading = Moins d’activité qu’avant
churn-reason-broken-rhythm = Absence plus longue que d’habitude
churn-reason-changed-hours = Vient à d’autres heures que les personnes qui restent
churn-reason-changed-use = Utilise le lieu autrement que les personnes qui restent
churn-reason-rooms = On reste moins dans des salons comme les siens
churn-reason-few-answers = Reçoit peu de réponses des autres
churn-reason-contacts = A peu de contacts, ou ils ne sont plus là
churn-reason-new-here = On reste moins avec la même ancienneté
churn-reason-friction = A rencontré des échecs
churn-reason-moderation = A subi des mesures de la part d’autres membres ou de la modération

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [one] { $number } jour
       *[other] { $number } jours
    }
churn-value-hours =
    { $number ->
        [one] { $number } heure
       *[other] { $number } heures
    }
churn-value-minutes =
    { $number ->
        [one] { $number } minute
       *[other] { $number } minutes
    }
churn-value-seconds =
    { $number ->
        [one] { $number } seconde
       *[other] { $number } secondes
    }
churn-value-percent = { $number } %
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = Mauvaise expérience
churn-cause-trust = Craintes pour la vie privée et la sécurité
churn-cause-product = Produit pauvre ou figé
churn-cause-elsewhere = Ce que l’on venait chercher est désormais ailleurs

## The page of `hearth churn report`.

churn-report-title = Qui est sur le point de partir
churn-report-about = Chaque prédiction vient d’un modèle qui ne connaissait que ce qui précédait. Les petits chiffres couvrent 95 % de ce que donneraient d’autres tirages de membres.
churn-report-judged =
    Un départ est un silence de { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }. On a évalué { $rows ->
        [one] { $rows } prédiction
       *[other] { $rows } prédictions
    } sur { $members ->
        [one] { $members } membre
       *[other] { $members } membres
    } à { $moments ->
        [one] { $moments } moment
       *[other] { $moments } moments
    } ; { $left } concernaient une personne qui est partie.
churn-report-figures = Chiffres
churn-report-gain = Combien sont repérés
churn-report-calibration = Les probabilités disent-elles vrai ?
churn-report-survival = Qui reste, selon la prédiction
churn-report-pauses = Ce qui compte comme un départ
churn-report-reasons = Raisons
churn-report-time = Ce qui était prédit et ce qui est arrivé
churn-report-drift = Ce qui a bougé
churn-report-gain-about = Si l’on alerte sur la part de membres indiquée, en commençant par les plus susceptibles de partir, la courbe montre la part des départs qui s’y trouve. Plus elle est haute, mieux c’est.
churn-report-gain-x = Part des membres
churn-report-gain-y = Part des départs
churn-report-calibration-about = Quinze groupes de taille égale : ce qui était prédit en moyenne et combien sont partis. Sur la droite, les deux coïncident.
churn-report-calibration-x = Prédit
churn-report-calibration-y = Partis
churn-report-survival-about = Part des membres qui ne sont pas partis après tant de jours, pour les tiers de risque le plus bas, moyen et le plus élevé (Kaplan-Meier).
churn-report-survival-x = Jours
churn-report-survival-y = Toujours là
churn-report-pauses-about = Part des pauses entre jours actifs qui ne dépassent pas cette durée. Est un départ un silence que neuf pauses sur dix ne dépassent pas ou, si l’historique est trop court pour cela, le plus long qu’il permette d’établir.
churn-report-pauses-x = Jours
churn-report-pauses-y = Part des pauses
churn-report-pauses-line = Pauses
churn-report-covered = Neuf sur dix
churn-report-horizon = Compte comme un départ
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = Silence seul
churn-report-right = Parfaitement juste
churn-report-said = Prédit
churn-report-came = Arrivé
churn-report-low = Risque le plus bas
churn-report-middle = Risque moyen
churn-report-high = Risque le plus élevé
churn-report-time-about = La moyenne des prédictions et la part des départs, à chaque moment évalué.
churn-report-time-x = Jours depuis le premier moment
churn-report-time-y = Part
churn-report-drift-about = Déplacement des caractéristiques entre le premier et le dernier moment évalués (indice de stabilité de la population) : en dessous de 0,1, aucun ; au-dessus de 0,25, important. Une communauté qui prend de l’âge évolue d’elle-même ; le modèle apprend de nouveau à chaque moment évalué.
churn-report-figure-auc-within = AUC au sein d’un même moment
churn-report-figure-auc = AUC, tous moments confondus
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = Lift du premier dixième
churn-report-figure-log-loss = Perte logarithmique
churn-report-figure-brier = Score de Brier
churn-report-figure-calibration-error = Erreur de calibration
churn-report-reasons-about = Combien de fois chaque raison est arrivée en premier, et combien de membres sont alors partis. Une raison est ce qui rend le départ de quelqu’un plus probable que celui d’un membre typique de la communauté, même s’il reste peu probable. Celles qui apparaissent moins de dix fois ne sont pas indiquées.
churn-report-reasons-reason = Première raison
churn-report-reasons-cause = Cause
churn-report-reasons-members = Prédictions
churn-report-reasons-left = Partis
