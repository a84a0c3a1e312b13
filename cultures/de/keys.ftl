### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = Die öffentlichen Schlüssel deiner Geräte und deiner selbst und Signaturen darauf.
keys-keeps-waiting = Nachrichten an deine Geräte, die sie noch nicht abgeholt haben; in der Regel vom sendenden Gerät verschlüsselt.
keys-keeps-backups = Sicherungen von Raumschlüsseln, verschlüsselt mit einem Schlüssel, den nur du hast.
keys-keeps-dehydrated = Ein Gerät, das für deine Rückkehr aufbewahrt wird, ebenso verschlüsselt.

## The recovery key in the web app.

keys-recovery = Wiederherstellungsschlüssel
keys-state-safe = Du hast einen. Er holt deine Nachrichten auf jedes Gerät zurück.
keys-state-here = Deine Schlüssel liegen nur auf diesem Gerät.
keys-state-elsewhere = Gib ihn ein, um ältere Nachrichten auf diesem Gerät zu lesen.
keys-offer-title = Sichere deine Nachrichten
keys-offer = Verschlüsselte Nachrichten öffnen sich nur auf diesem Gerät. Geht es verloren, öffnet ein Wiederherstellungsschlüssel sie auf einem anderen.
keys-offer-button = Wiederherstellungsschlüssel erstellen
keys-make = Er öffnet deine verschlüsselten Nachrichten auf einem anderen Gerät. Niemand sonst hat ihn, auch nicht die Menschen, die diesen Server betreiben. Bewahre ihn deshalb dort auf, wo du ihn wiederfindest: in einem Passwortmanager oder auf Papier.
keys-make-button = Jetzt erstellen
keys-made = Das ist dein Wiederherstellungsschlüssel. Er wird nur dieses eine Mal angezeigt.
keys-copy = Kopieren
keys-copied = Kopiert
keys-kept = Ich habe ihn aufbewahrt
keys-asked-title = Lies deine älteren Nachrichten
keys-asked = Was du auf einem anderen Gerät geschrieben und gelesen hast, öffnet sich hier mit jenem Gerät oder deinem Wiederherstellungsschlüssel.
keys-asked-button = Hierher holen
keys-enter-hint = Zwölf Gruppen aus je vier Buchstaben und Ziffern.
keys-enter-button = Meine Nachrichten öffnen
keys-enter-wrong = Das ist nicht dein Wiederherstellungsschlüssel. Prüfe jedes Zeichen; auf Groß- und Kleinschreibung kommt es an.
keys-change = Ändern
keys-change-words = Du bekommst einen neuen Wiederherstellungsschlüssel, und der bisherige gilt nicht mehr. Deine Nachrichten bleiben, wie sie sind.
keys-bring = Dein Wiederherstellungsschlüssel holt deine Nachrichten hierher, ebenso ein Gerät, das sie lesen kann.
keys-bring-alone = Dein Wiederherstellungsschlüssel holt deine Nachrichten hierher.
keys-bring-without = Ein Gerät, das deine Nachrichten lesen kann, gibt sie an dieses weiter. Du hast keinen Wiederherstellungsschlüssel.
keys-bring-device = Anderes Gerät verwenden
keys-bring-neither = Ich habe keins von beiden
keys-reset-title = Neu anfangen
keys-reset = Ohne ein anderes Gerät und ohne Wiederherstellungsschlüssel kann niemand deine älteren Nachrichten öffnen. Du bekommst neue Schlüssel:
keys-reset-lost = Verschlüsselte Nachrichten von vor heute bleiben für immer verschlossen.
keys-reset-devices = Deine anderen Geräte müssen erneut verifiziert werden.
keys-reset-people = Wer dich verifiziert hat, erfährt, dass deine Schlüssel sich geändert haben.
keys-reset-button = Alte Nachrichten aufgeben und neu anfangen

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = Dieses Gerät hat deine Schlüssel noch nicht.
keys-unreadable-coming = Der Schlüssel für diese Nachricht ist unterwegs. Sie öffnet sich von selbst, sobald er da ist.
keys-unreadable-lost = Das wurde gesendet, bevor du dich auf diesem Gerät angemeldet hast, und der Schlüssel ist nicht in deiner Sicherung. Ein Gerät, das du vorher verwendet hast, kann es anzeigen.
keys-unreadable-joining = Das wurde vor deinem Beitritt gesendet und ist daher nicht für dich lesbar.
keys-unreadable-withheld = Die App auf der Gegenseite hält das vor Geräten zurück, die sie nicht kennt.
keys-unreadable-broken = Diese Nachricht kann nicht entschlüsselt werden.
keys-unreadable-look = Erneut nachsehen
keys-unreadable-ask = { $name } um erneutes Senden bitten
keys-unreadable-asked = Ich kann diese Nachricht nicht lesen. Kannst du sie noch einmal senden?
