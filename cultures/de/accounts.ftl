### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Administrationskonto anlegen
accounts-setup-intro = Willkommen! Dein Server { $server } mit { -product } läuft und wartet auf sein erstes Konto. Dieses Konto übernimmt die Administration: Es kümmert sich um den Server und die Menschen darauf.
accounts-setup-localhost = Dieser Server heißt „localhost“. Das taugt nur zum Ausprobieren: Andere erreichen ihn unter diesem Namen nicht, und ein Server kann seinen Namen später nicht ändern.

accounts-setup-name-label = Benutzername
accounts-setup-name-hint = Verwende nur Kleinbuchstaben, Ziffern und . _ = - / +. Andere kennen dich dann zum Beispiel als { $example }. Das lässt sich später nicht ändern.
accounts-setup-password-label = Passwort
accounts-setup-password-hint =
    { $count ->
        [one] Mindestens { $count } Zeichen.
       *[other] Mindestens { $count } Zeichen.
    } Ein paar zufällige Wörter sind leicht zu merken und schwer zu erraten.
accounts-setup-password-again-label = Passwort wiederholen
accounts-setup-password-again-hint = Noch einmal dasselbe, falls du dich vertippt hast.
accounts-setup-button = Konto anlegen

accounts-setup-error-name-invalid = Gib einen Benutzernamen ein. Verwende nur Kleinbuchstaben, Ziffern und . _ = - / +.
accounts-setup-error-name-taken = Dieser Benutzername ist vergeben. Wähle einen anderen.
accounts-setup-error-passwords-differ = Die beiden Passwörter stimmen nicht überein. Gib beide noch einmal ein.
accounts-setup-error-password-too-short =
    { $count ->
        [one] Das Passwort ist zu kurz. Verwende mindestens { $count } Zeichen.
       *[other] Das Passwort ist zu kurz. Verwende mindestens { $count } Zeichen.
    }

accounts-setup-done-title = Dein Server ist bereit
accounts-setup-done = { $user } hat jetzt die Administration. Öffne { $address } in einem Browser und melde dich an oder wähle die Adresse in einem beliebigen Matrix-Client als Homeserver.
accounts-setup-done-user-label = Matrix-ID
accounts-setup-done-address-label = Homeserver

accounts-setup-refused-title = Dieser Link funktioniert nicht
accounts-setup-refused = Er wurde bereits verwendet oder ist nicht vollständig. Solange der Server kein Administrationskonto hat, gibt er bei jedem Neustart einen neuen Link aus.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Bevor du beitrittst
# $server is the server's name, such as example.org.
accounts-terms-intro = Für ein Konto auf { $server } stimmst du Folgendem zu:
accounts-terms-button = Ich stimme zu
accounts-terms-done-title = Danke
accounts-terms-done = Geh zurück zu deiner App, sie macht von selbst weiter. Dieses Fenster kannst du schließen.
accounts-terms-over-title = Diese Seite gilt nicht mehr
accounts-terms-over = Beginne in deiner App von vorn.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Deine Matrix-ID, ob es ein Administrationskonto ist, wann das Konto angelegt, gesperrt oder beendet wurde und welchen Bedingungen du zugestimmt hast.
accounts-keeps-password = Ein Hash deines Passworts, niemals das Passwort.
accounts-keeps-profile = Dein Profil: Anzeigename, Bild und was du sonst dort angibst.
accounts-keeps-devices = Deine Geräte: ihre Namen, wann sie angemeldet wurden und wann und von welcher Adresse sie sich zuletzt gemeldet haben.
accounts-keeps-data = Einstellungen und Filter, die deine Apps hier ablegen.

## Signing in and up in the web app.

accounts-in-title = Willkommen zurück
accounts-in-intro = Bei { $server } anmelden
accounts-in-button = Anmelden
accounts-in-other = Neu hier?
accounts-in-other-link = Konto anlegen
accounts-code-title = Mit einem anderen Gerät
accounts-code-words = Öffne auf einem Gerät, auf dem du angemeldet bist, die Einstellungen, dann deine Geräte, und lass es einen Code für dieses zeigen.
accounts-code-scan = Code scannen
accounts-code-enter = Als { $who } anmelden
accounts-code-over = Dieser Code gilt nicht mehr. Lass dein anderes Gerät einen neuen zeigen.
accounts-code-camera-none = Es gibt keine Kamera, die benutzt werden darf. Melde dich mit deinem Passwort an.
accounts-up-title = Lege dein Konto an
accounts-up-intro = Du wirst Mitglied von { $server }
accounts-up-button = Konto anlegen
accounts-up-terms = Indem du ein Konto anlegst, stimmst du zu:
accounts-up-other = Schon Mitglied?
accounts-up-other-link = Anmelden

accounts-name-label = Benutzername
accounts-name-hint = Damit finden dich andere: { $example }
accounts-password-label = Passwort
accounts-password-hint =
    { $count ->
        [one] Mindestens { $count } Zeichen. Ein paar zufällige Wörter sind leicht zu merken.
       *[other] Mindestens { $count } Zeichen. Ein paar zufällige Wörter sind leicht zu merken.
    }
accounts-token-label = Einladungscode
accounts-token-hint = Von der Person oder der Seite, die dich eingeladen hat.

accounts-error-name-invalid = Verwende nur Kleinbuchstaben, Ziffern und . _ = - / +.
accounts-error-name-taken = Dieser Name ist vergeben. Wähle einen anderen.
accounts-error-password-short =
    { $count ->
        [one] Verwende mindestens { $count } Zeichen.
       *[other] Verwende mindestens { $count } Zeichen.
    }
accounts-error-token-missing = Gib den Code deiner Einladung ein.
accounts-error-token-wrong = Dieser Code ist nicht oder nicht mehr gültig. Bitte um einen neuen.
accounts-error-wrong = Name oder Passwort ist falsch. Prüfe beides und versuche es erneut.
accounts-error-password = Das ist nicht dein Passwort.
accounts-error-closed = Hier kann man sich nicht selbst registrieren. Bitte die Menschen, die diesen Server betreiben, um ein Konto.
accounts-error-ended = Dieses Konto wurde beendet.
accounts-error-locked = Dieses Konto ist gesperrt. Wende dich an die Menschen, die diesen Server betreiben.
accounts-insecure = Diese App braucht eine sichere Verbindung. Öffne sie unter einer Adresse, die mit https:// beginnt, oder unter localhost.

accounts-device-name = Hearth in { $browser } unter { $system }
accounts-device-unknown = Hearth in einem Browser

accounts-out = Abmelden
accounts-out-title = Abmelden?
accounts-out-keys = Nach dem Abmelden lassen sich deine verschlüsselten Nachrichten nur noch auf einem anderen Gerät lesen, das sie bereits hat. Mit einem Wiederherstellungsschlüssel bekommst du sie zurück.
accounts-out-unsent =
    { $count ->
        [one] { $count } Nachricht oder Datei wurde noch nicht gesendet und ginge verloren.
       *[other] { $count } Nachrichten oder Dateien wurden noch nicht gesendet und gingen verloren.
    }

accounts-again-title = Deine Sitzung ist abgelaufen
accounts-again-intro = Gib das Passwort von { $user } ein, um weiterzumachen. Deine Nachrichten sind noch auf diesem Gerät.

accounts-settings = Einstellungen
accounts-display-label = Dein Name
accounts-display-hint = Was andere sehen. Deine Adresse bleibt { $user }.
accounts-display-button = Speichern
accounts-picture-label = Dein Bild
accounts-picture-hint = Was andere neben deinem Namen sehen. Wo ein Foto aufgenommen wurde, wird nicht mitgesendet.

accounts-change = Ändern
accounts-change-title = Passwort ändern
accounts-change-hint = Die Änderung meldet deine anderen Geräte ab.
accounts-change-words = Deine anderen Geräte werden abgemeldet. Dein Wiederherstellungsschlüssel bleibt, wie er ist.
accounts-change-new = Neues Passwort
accounts-change-now = Aktuelles Passwort
accounts-change-button = Passwort ändern
accounts-change-done = Dein Passwort ist geändert. Deine anderen Geräte sind abgemeldet.

accounts-end = Auflösen
accounts-end-title = Konto auflösen
accounts-end-hint = Endgültig. Niemand kann es zurückholen.
accounts-end-words = Dein Konto endet sofort und endgültig:
accounts-end-rooms = Du verlässt alle Räume.
accounts-end-said = Was du gesagt hast, bleibt nur unter deiner Adresse bei denen, denen du es gesagt hast.
accounts-end-name = Niemand bekommt deinen Namen wieder, auch du nicht.
accounts-end-button = Mein Konto auflösen
accounts-ended = Dein Konto ist aufgelöst.
accounts-elsewhere = Du wurdest von einem anderen Gerät aus abgemeldet, oder dein Passwort wurde dort geändert. Melde dich wieder an, um weiterzumachen.
