### Who is about to leave, in this server.

scores-too-few =
    { $active ->
        [one] Zuletzt war ein Mitglied hier.
       *[other] Zuletzt waren { $active } Mitglieder hier.
    } Bei weniger als { $least } würden Vorhersagen mehr behaupten, als man wissen kann. Deshalb wird nur beschrieben, was da ist.
scores-too-young = Es ist noch zu wenig geschehen, um daraus zu lernen: Dafür braucht es Mitglieder, die gegangen sind (das heißt { $days } Tage Stille), und Mitglieder, die geblieben sind. Bis dahin wird nur beschrieben, was da ist.
scores-none-yet = Noch gibt es keine Einschätzung. Sie wird einmal täglich um Mitternacht (UTC) aus dem erstellt, wozu Mitglieder zugestimmt haben.
scores-alarm-drift = Die Community hat sich verändert, seit das Modell gelernt hat: Die Wahrscheinlichkeiten der Mitglieder haben sich insgesamt verschoben. Einzelne Werte können danebenliegen, bis es neu gelernt hat.
scores-alarm-calibration = Die vor einiger Zeit angegebenen Wahrscheinlichkeiten haben sich nicht bestätigt. Verlass dich bis zum nächsten Modell nicht auf einzelne Werte; die Reihenfolge zeigt weiterhin, bei wem es wahrscheinlicher ist als bei anderen.

## What is kept of people, for the register of privacy.

scores-keeps-scores = Wie wahrscheinlich es ist, dass ein Mitglied nicht mehr kommt, samt Gründen und Tag – nur bei Mitgliedern, die zugestimmt haben, dass aus ihren Daten gelernt wird. Wird 400 Tage aufbewahrt und gelöscht, wenn die Einwilligung widerrufen wird oder das Konto endet.
