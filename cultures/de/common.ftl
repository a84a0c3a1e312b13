### Words that every page may need.

# Address: “du”, as in community messengers. Words: Raum, Nachricht, Gerät, Konto, Wiederherstellungsschlüssel, Homeserver. Gender-neutral wording.

-product = Hearth

common-form-error-title = Es gibt ein Problem

## What went wrong, wherever it did.

common-error-unreached = Der Server ist nicht erreichbar. Prüfe deine Verbindung und versuche es erneut.
common-error-often =
    { $seconds ->
        [one] Zu viele Versuche. Warte { $seconds } Sekunde und versuche es dann erneut.
       *[other] Zu viele Versuche. Warte { $seconds } Sekunden und versuche es dann erneut.
    }
common-error-unknown = Auf dem Server ist etwas schiefgelaufen. Versuche es gleich noch einmal.

common-close = Schließen
common-cancel = Abbrechen
common-copy-failed = Das Kopieren ging nicht. Markiere den Text, um ihn zu kopieren.
