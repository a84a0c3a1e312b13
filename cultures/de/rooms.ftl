### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Nachrichten und alles andere, was du in Räume gesendet hast.
rooms-keeps-memberships = In welchen Räumen du bist oder warst und in welche du eingeladen wurdest.
rooms-keeps-forgotten = Welche Räume du vergessen hast.
rooms-keeps-receipts = Bis wohin du gelesen hast.
rooms-keeps-reports = Meldungen, die du gemacht hast, mit ihren Gründen.

## The list of rooms in the web app.

rooms-list = Deine Unterhaltungen
rooms-filter = Unterhaltungen filtern
rooms-filter-unread = Ungelesen
rooms-filter-nothing = Nichts passt zu diesem Filter.
rooms-list-empty = Noch keine Unterhaltungen.
rooms-section-invites = Einladungen
rooms-section-favourites = Favoriten
rooms-section-people = Personen
rooms-section-rooms = Räume
rooms-unread =
    { $count ->
        [one] { $count } ungelesene Nachricht
       *[other] { $count } ungelesene Nachrichten
    }
rooms-last = { $name }: { $body }
rooms-last-own = Du: { $body }
rooms-last-nothing = Noch keine Nachrichten
rooms-last-unreadable = Verschlüsselte Nachricht
rooms-invited-by = { $name } lädt dich ein
rooms-offline = Keine Verbindung. Was du schreibst, wird später gesendet.
rooms-account = Dein Konto { $user }

## Beginning a conversation.

rooms-new = Neu
rooms-new-person = Jemandem schreiben
rooms-new-room = Raum erstellen
rooms-new-room-button = Raum erstellen
rooms-find = Raum finden
rooms-find-words = Offene Räume durchsuchen
rooms-find-people = Name oder @Adresse
rooms-find-people-hint = Suche jemanden nach Namen oder gib eine vollständige Adresse ein.
rooms-find-nothing = Nichts gefunden.
rooms-room-name = Name des Raums
rooms-reach = Wer darf beitreten?
rooms-reach-private = Nur eingeladene Personen
rooms-reach-private-hint = Ende-zu-Ende-verschlüsselt: Niemand sonst kann mitlesen, nicht einmal der Server.
rooms-reach-public = Alle hier
rooms-reach-public-hint = Für alle Mitglieder gelistet. Nicht verschlüsselt, damit Neue lesen können, was vorher gesagt wurde.
rooms-invite = Personen einladen
rooms-invite-to = In { $room } einladen
rooms-invited = Eingeladen: { $names }
rooms-invitation = { $name } lädt dich in diesen Raum ein.
rooms-invitation-direct = { $name } möchte mit dir schreiben.
rooms-accept = Beitreten
rooms-decline = Ablehnen
rooms-decline-ignore = Ablehnen und ignorieren

rooms-none-title = Sag Hallo
rooms-none = Du bist drin. Schreib jemandem, den du kennst, oder sieh nach, was in den offenen Räumen los ist.
rooms-none-first = Du bist drin. Es gibt noch keine offenen Räume: Erstelle den ersten oder lade Personen ein.
rooms-none-open-title = Mach da weiter, wo du aufgehört hast
rooms-none-open = Wähle eine Unterhaltung oder beginne eine neue.
rooms-unknown-title = Du bist nicht in diesem Raum
rooms-unknown = Der Link führt zu einem Raum, den du verlassen hast oder in den du nicht eingeladen wurdest.
rooms-removed = { $who } hat dich aus diesem Raum entfernt.
rooms-removed-banned = { $who } hat dich aus diesem Raum verbannt.
rooms-removed-why = Grund: { $reason }
rooms-banned = Du kannst nicht eintreten, bis die Sperre aufgehoben wird.
rooms-ask = Um Einlass bitten
rooms-asked = Du hast um Einlass gebeten. Sobald dich jemand einlässt, erscheint die Einladung bei deinen Räumen.

rooms-error-forbidden = Das darfst du nicht. Bitte jemanden im Raum, dich einzuladen.
rooms-error-not-found = Diese Person oder diesen Raum gibt es nicht. Prüfe die Adresse.
rooms-error-often = Das war viel auf einmal. Warte einen Moment und versuche es erneut.
rooms-error-address-taken = Diese Adresse führt zu einem anderen Raum. Wähle eine andere.

## One conversation.

rooms-back = Zurück zur Liste
rooms-more = Mehr zu diesem Raum
rooms-about = Über diesen Raum
rooms-encrypted = Ende-zu-Ende-verschlüsselt
rooms-encrypted-verified = Ende-zu-Ende-verschlüsselt, verifiziert
rooms-members =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
rooms-favourite = Zu Favoriten hinzufügen
rooms-favourite-no = Aus Favoriten entfernen
rooms-leave = Verlassen
rooms-leave-title = { $room } verlassen?
rooms-leave-open = Du kannst jederzeit zurückkommen.
rooms-leave-closed = Um zurückzukommen, brauchst du eine neue Einladung. Was hier gesagt wurde, verschwindet von deinen Geräten.
rooms-messages = Nachrichten
rooms-heard = Neue Nachrichten
rooms-older = Ältere Nachrichten werden geladen …
rooms-to-end = Zu den neuesten
rooms-to-new =
    { $count ->
        [one] { $count } neue Nachricht
       *[other] { $count } neue Nachrichten
    }
rooms-link-unknown = Diese Nachricht kann nicht angezeigt werden: Es gibt sie nicht, oder sie wurde vor deinem Beitritt gesendet.
rooms-link-offline = Diese Nachricht kann ohne Verbindung nicht abgerufen werden.
rooms-new-from-here = Neu
rooms-message = { $name }, { $time }
rooms-message-more = Mehr zu dieser Nachricht
rooms-write = Nachricht an { $room }
rooms-write-thread = In diesem Thread antworten
rooms-too-long = Das ist mehr, als in eine Nachricht passt. Sende es in Teilen oder als Datei.
rooms-quiet = Hier dürfen nur bestimmte Personen schreiben. Du kannst mitlesen.
rooms-moved = Diese Unterhaltung geht in einem anderen Raum weiter.
rooms-moved-button = Dorthin wechseln
rooms-send = Senden
rooms-mention = Personen, die du erwähnen kannst
rooms-typing =
    { $count ->
        [one] { $names } schreibt …
       *[other] { $names } schreiben …
    }
rooms-reply = Antworten
rooms-reply-in-thread = Im Thread antworten
rooms-thread =
    { $count ->
        [one] { $count } Antwort
       *[other] { $count } Antworten
    }
rooms-threads =
    { $count ->
        [0] Threads
        [one] Threads, { $count } ungelesen
       *[other] Threads, { $count } ungelesen
    }
rooms-replying = Antwort an { $name }: { $body }
rooms-edit = Bearbeiten
rooms-editing = Du bearbeitest deine Nachricht
rooms-edited = (bearbeitet)
rooms-unfold = Alles anzeigen
rooms-fold = Weniger anzeigen
rooms-copy = Text kopieren
rooms-copy-link = Link kopieren
rooms-delete = Für alle löschen
rooms-deleted = Gelöscht
rooms-deleted-by = Gelöscht von { $name }
rooms-deleted-why = Gelöscht von { $name }: { $reason }
rooms-quote-unknown = Frühere Nachricht
rooms-quote-nothing = …
rooms-react = Reagieren
rooms-reactions = Reaktionen
rooms-reaction = von { $names }
rooms-sending = Wird gesendet …
rooms-waiting = Wartet auf eine Verbindung
rooms-failed = Nicht gesendet.
rooms-retry = Erneut versuchen
rooms-discard = Verwerfen
rooms-read-by = Gelesen von { $names }

rooms-notice-created = { $who } hat den Raum erstellt
rooms-notice-joined = { $whom } ist beigetreten
rooms-notice-invited = { $who } hat { $whom } eingeladen
rooms-notice-declined = { $whom } hat die Einladung abgelehnt
rooms-notice-withdrawn = { $who } hat die Einladung von { $whom } zurückgezogen
rooms-notice-knocked = { $whom } bittet um Einlass
rooms-notice-left = { $whom } ist gegangen
rooms-notice-removed = { $who } hat { $whom } entfernt
rooms-notice-banned = { $who } hat { $whom } verbannt
rooms-notice-unbanned = { $who } hat die Sperre von { $whom } aufgehoben
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } heißt jetzt { $name }
rooms-notice-described = { $who } hat das Thema festgelegt: { $name }
rooms-notice-undescribed = { $who } hat das Thema entfernt
rooms-notice-pictured = { $who } hat das Bild des Raums geändert
rooms-notice-opened = { $who } hat geändert, wer beitreten darf
rooms-notice-history = { $who } hat geändert, wer frühere Nachrichten lesen darf
rooms-notice-pinned = { $who } hat geändert, was angeheftet ist
rooms-notice-promoted = { $who } hat die Rolle von { $whom } geändert
rooms-notice-ruled = { $who } hat geändert, wer hier was darf
rooms-notice-replaced = { $who } hat diese Unterhaltung in einen neuen Raum verlegt
rooms-notice-named = { $who } hat den Raum { $name } genannt
rooms-notice-encrypted = Ab hier sind die Nachrichten Ende-zu-Ende-verschlüsselt
rooms-notice-more =
    { $count ->
        [one] { $count } weitere
       *[other] { $count } weitere
    }
