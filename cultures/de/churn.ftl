### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = Tage seit dem letzten Besuch
churn-feature-recency-by-median-gap = Stille im Verhältnis zur üblichen Pause
churn-feature-recency-by-mean-gap = Stille im Verhältnis zur mittleren Pause
churn-feature-recency-by-longest-gap = Stille im Verhältnis zur längsten Pause
churn-feature-pause-survival = Anteil der bisherigen Pausen, die mindestens so lang waren wie diese
churn-feature-gap-mean = Mittlerer Abstand zwischen aktiven Tagen, in Tagen
churn-feature-gap-median = Üblicher Abstand zwischen aktiven Tagen, in Tagen
churn-feature-gap-deviation = Wie unregelmäßig die Pausen sind
churn-feature-gap-longest = Längste Pause, in Tagen
churn-feature-gap-p90 = Pause, die neun von zehn nicht überschreiten, in Tagen
churn-feature-tenure = Tage seit der Ankunft
churn-feature-recency-by-tenure = Stille als Anteil der Zeit seit der Ankunft
churn-feature-traces = Sämtliche Aktivität
churn-feature-traces-1d = Aktivität am letzten Tag
churn-feature-traces-3d = Aktivität der letzten 3 Tage
churn-feature-traces-7d = Aktivität der letzten 7 Tage
churn-feature-traces-14d = Aktivität der letzten 14 Tage
churn-feature-traces-30d = Aktivität der letzten 30 Tage
churn-feature-traces-90d = Aktivität der letzten 90 Tage
churn-feature-days = Aktive Tage insgesamt
churn-feature-days-3d = Aktive Tage unter den letzten 3
churn-feature-days-7d = Aktive Tage unter den letzten 7
churn-feature-days-14d = Aktive Tage unter den letzten 14
churn-feature-days-30d = Aktive Tage unter den letzten 30
churn-feature-days-90d = Aktive Tage unter den letzten 90
churn-feature-days-by-tenure = Anteil der Tage mit Aktivität
churn-feature-traces-by-day = Aktivität an einem aktiven Tag
churn-feature-faded-1d = Aktivität, über einen Tag abklingend
churn-feature-faded-3d = Aktivität, über 3 Tage abklingend
churn-feature-faded-7d = Aktivität, über 7 Tage abklingend
churn-feature-faded-14d = Aktivität, über 14 Tage abklingend
churn-feature-faded-30d = Aktivität, über 30 Tage abklingend
churn-feature-faded-90d = Aktivität, über 90 Tage abklingend
churn-feature-trend-3d-14d = Aktivität dieser Tage im Verhältnis zu zwei Wochen
churn-feature-trend-7d-30d = Aktivität dieser Woche im Verhältnis zu einem Monat
churn-feature-trend-14d-90d = Aktivität zweier Wochen im Verhältnis zu einem Quartal
churn-feature-days-this-week-by-last = Aktive Tage dieser Woche im Verhältnis zur vorigen
churn-feature-days-fortnight-by-last = Aktive Tage der letzten zwei Wochen im Verhältnis zu den zwei davor
churn-feature-days-last-week = Aktive Tage der Vorwoche
churn-feature-usual-weeks-missed = Übliche Tage ohne Besuch, umgerechnet in Wochen
churn-feature-streak = Zuletzt aktive Tage in Folge
churn-feature-weeks-active = Anteil der letzten Wochen mit Aktivität
churn-feature-sessions = Besuche insgesamt
churn-feature-session-length = Aktivität je Besuch
churn-feature-session-last = Aktivität beim letzten Besuch
churn-feature-weekend-share = Anteil der Aktivität am Wochenende (UTC)
churn-feature-day-evenness = Wie gleichmäßig sich die Aktivität über den Tag verteilt
churn-feature-quarter-1 = Anteil der Aktivität von 0 bis 6 Uhr (UTC)
churn-feature-quarter-2 = Anteil der Aktivität von 6 bis 12 Uhr (UTC)
churn-feature-quarter-3 = Anteil der Aktivität von 12 bis 18 Uhr (UTC)
churn-feature-quarter-4 = Anteil der Aktivität von 18 bis 24 Uhr (UTC)
churn-feature-hours-drift = Wie weit die Uhrzeiten zuletzt von den üblichen abweichen (UTC)
churn-feature-weekdays-drift = Wie weit die Wochentage zuletzt von den üblichen abweichen (UTC)
churn-feature-kinds = Arten von Handlungen
churn-feature-kind-evenness = Wie gleichmäßig sich die Handlungen auf die Arten verteilen
churn-feature-main-kind-share = Anteil der häufigsten Art von Handlung
churn-feature-directed-share = Anteil der Aktivität, die an jemanden gerichtet war
churn-feature-rooms = Besuchte Räume
churn-feature-main-room-share = Anteil der Aktivität im Hauptraum
churn-feature-main-room-traffic = Wie viel im Hauptraum los ist
churn-feature-main-room-trend = Betrieb im Hauptraum, zuletzt im Verhältnis zu vorher
churn-feature-main-room-silence = Tage Stille im Hauptraum
churn-feature-peers = Personen, an die sich das Mitglied gewandt hat
churn-feature-sent-3d = An andere gesendet, über 3 Tage abklingend
churn-feature-sent-10d = An andere gesendet, über 10 Tage abklingend
churn-feature-sent-40d = An andere gesendet, über 40 Tage abklingend
churn-feature-received = Von anderen empfangen, insgesamt
churn-feature-received-3d = Empfangen, über 3 Tage abklingend
churn-feature-received-10d = Empfangen, über 10 Tage abklingend
churn-feature-received-40d = Empfangen, über 40 Tage abklingend
churn-feature-received-trend = Zuletzt empfangen im Verhältnis zu vorher
churn-feature-received-by-sent = Empfangen im Verhältnis zu gesendet
churn-feature-received-since = Empfangen seit dem letzten Besuch
churn-feature-received-ago = Tage, seit zuletzt etwas empfangen wurde
churn-feature-answered-10d = Erhaltene Antworten, über 10 Tage abklingend
churn-feature-answered-share = Anteil des Gesendeten, der beantwortet wurde
churn-feature-my-latency = Wie lange das Mitglied zum Antworten braucht
churn-feature-their-latency = Wie lange das Mitglied auf Antworten wartet
churn-feature-answers-given = Gegebene Antworten
churn-feature-answers-got = Erhaltene Antworten
churn-feature-begun = Selbst begonnene Unterhaltungen
churn-feature-met = Von anderen begonnene Unterhaltungen
churn-feature-begun-share = Selbst begonnene Unterhaltungen im Verhältnis zu denen, die andere begannen
churn-feature-contacts-mutual = Kontakte, die in beide Richtungen schreiben
churn-feature-contacts-unanswered = Kontakte, die nicht geantwortet haben
churn-feature-contacts-waiting = Kontakte, die auf eine Antwort warten
churn-feature-contacts-concentration = Anteil des wichtigsten Kontakts
churn-feature-contacts-here-7d = Kontakte, die in den letzten 7 Tagen da waren
churn-feature-contacts-silence = Wie lange die Kontakte schon still sind
churn-feature-contacts-traces = Wie aktiv die Kontakte sind
churn-feature-contacts-recent = Kontakte der letzten 7 Tage
churn-feature-contacts-gone-share = Anteil der Kontakte, die seit mindestens 14 Tagen still sind
churn-feature-contacts-gone-lately = Kontakte, die vor 2 bis 6 Wochen verstummt sind
churn-feature-contacts-risk = Wie ungewöhnlich lange die Kontakte schon still sind
churn-feature-friction-10d = Was für das Mitglied fehlschlug, über 10 Tage abklingend
churn-feature-rooms-joined-40d = Räume, denen das Mitglied beitrat, abklingend über 40 Tage
churn-feature-rooms-left-40d = Räume, die das Mitglied verließ, abklingend über 40 Tage
churn-feature-moderated-40d = Eingriffe der Moderation gegen das Mitglied, über 40 Tage abklingend
churn-feature-expected-days = Aktive Tage, die nach dem bisherigen Rhythmus zu erwarten sind
churn-feature-alive = Wahrscheinlichkeit, noch hier zu sein, nach dem bisherigen Rhythmus

## Reasons.

churn-reason-silence = Ist seit Langem still
churn-reason-little-activity = Tut wenig
churn-reason-fading = Tut weniger als früher
churn-reason-broken-rhythm = Ist länger weg, als es für das Mitglied üblich ist
churn-reason-changed-hours = Kommt zu anderen Zeiten als diejenigen, die bleiben
churn-reason-changed-use = Nutzt den Ort anders als diejenigen, die bleiben
churn-reason-rooms = In solchen Räumen bleiben weniger
churn-reason-few-answers = Bekommt wenige Antworten von anderen
churn-reason-contacts = Hat wenige Kontakte, oder sie sind nicht mehr da
churn-reason-new-here = Von denen, die so lange hier sind, bleiben weniger
churn-reason-friction = Stieß auf Fehlschläge
churn-reason-moderation = Andere oder die Moderation gingen gegen das Mitglied vor

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [one] { $number } Tag
       *[other] { $number } Tage
    }
churn-value-hours =
    { $number ->
        [one] { $number } Stunde
       *[other] { $number } Stunden
    }
churn-value-minutes =
    { $number ->
        [one] { $number } Minute
       *[other] { $number } Minuten
    }
churn-value-seconds =
    { $number ->
        [one] { $number } Sekunde
       *[other] { $number } Sekunden
    }
churn-value-percent = { $number } %
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = Schlechtes Nutzungserlebnis
churn-cause-trust = Sorge um Privatsphäre und Sicherheit
churn-cause-product = Dürftiges oder veraltetes Produkt
churn-cause-elsewhere = Was sie suchten, ist jetzt anderswo

## The page of `hearth churn report`.

churn-report-title = Wer im Begriff ist zu gehen
churn-report-about = Jede Vorhersage stammt von einem Modell, das nur kannte, was davor lag. In den Bereichen der kleinen Zahlen liegen 95 % dessen, was andere Ziehungen von Mitgliedern ergäben.
churn-report-judged =
    Als Weggehen gilt eine Stille von { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    }. { $rows ->
        [one] Beurteilt wurde { $rows } Vorhersage
       *[other] Beurteilt wurden { $rows } Vorhersagen
    } über { $members ->
        [one] { $members } Mitglied
       *[other] { $members } Mitglieder
    } zu { $moments ->
        [one] { $moments } Zeitpunkt
       *[other] { $moments } Zeitpunkten
    }; { $left } betrafen Mitglieder, die gingen.
churn-report-figures = Kennzahlen
churn-report-gain = Wie viele gefunden werden
churn-report-calibration = Bedeuten die Wahrscheinlichkeiten, was sie sagen?
churn-report-survival = Wer bleibt, je nach Vorhersage
churn-report-pauses = Was als Weggehen zählt
churn-report-reasons = Gründe
churn-report-time = Was vorhergesagt wurde und was eintrat
churn-report-drift = Was sich verschoben hat
churn-report-gain-about = Warnt man beim jeweiligen Anteil der Mitglieder, die Wahrscheinlichsten zuerst, so zeigt die Linie, welcher Anteil der Weggehenden darunter ist. Je höher, desto besser.
churn-report-gain-x = Anteil der Mitglieder
churn-report-gain-y = Anteil der Weggehenden
churn-report-calibration-about = Fünfzehn gleich große Gruppen: was im Mittel vorhergesagt wurde und wie viele gingen. Auf der Geraden ist beides gleich.
churn-report-calibration-x = Vorhergesagt
churn-report-calibration-y = Gegangen
churn-report-survival-about = Der Anteil, der nach so vielen Tagen noch nicht gegangen ist, für die Drittel mit dem niedrigsten, dem mittleren und dem höchsten Risiko (Kaplan-Meier).
churn-report-survival-x = Tage
churn-report-survival-y = Noch hier
churn-report-pauses-about = Der Anteil der Pausen zwischen aktiven Tagen, die höchstens so lang sind. Als Weggehen gilt eine Stille, die neun von zehn Pausen nicht überschreiten, oder, wenn das Protokoll dafür zu kurz ist, die längste, die es erkennen lässt.
churn-report-pauses-x = Tage
churn-report-pauses-y = Anteil der Pausen
churn-report-pauses-line = Pausen
churn-report-covered = Neun von zehn
churn-report-horizon = Zählt als Weggehen
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = Nur die Stille
churn-report-right = Genau richtig
churn-report-said = Vorhergesagt
churn-report-came = Eingetreten
churn-report-low = Niedrigstes Risiko
churn-report-middle = Mittleres Risiko
churn-report-high = Höchstes Risiko
churn-report-time-about = Das Mittel der Vorhersagen und der Anteil, der ging, zu jedem beurteilten Zeitpunkt.
churn-report-time-x = Tage seit dem ersten
churn-report-time-y = Anteil
churn-report-drift-about = Wie weit sich Merkmale vom ersten beurteilten Zeitpunkt bis zum letzten verschoben haben (Population Stability Index): unter 0,1 gar nicht, über 0,25 weit. Eine Community, die älter wird, verschiebt sich von selbst; das Modell lernt zu jedem beurteilten Zeitpunkt neu.
churn-report-figure-auc-within = AUC innerhalb eines Zeitpunkts
churn-report-figure-auc = AUC, zusammengefasst
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = Lift des obersten Zehntels
churn-report-figure-log-loss = Log-Loss
churn-report-figure-brier = Brier-Score
churn-report-figure-calibration-error = Kalibrierungsfehler
churn-report-reasons-about = Wie oft jeder Grund an erster Stelle stand und wie viele der Betroffenen gingen. Ein Grund ist, was es bei jemandem wahrscheinlicher macht zu gehen als in der Mitte der Community, auch wenn es an sich nicht wahrscheinlich ist. Was seltener als zehnmal vorkam, wird nicht genannt.
churn-report-reasons-reason = Erster Grund
churn-report-reasons-cause = Ursache
churn-report-reasons-members = Vorhersagen
churn-report-reasons-left = Gegangen
