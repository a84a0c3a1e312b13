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
keys-state-elsewhere = Ältere Nachrichten auf diesem Gerät brauchen ihn noch.
keys-offer-title = Sichere deine Nachrichten
keys-offer = Deine verschlüsselten Nachrichten lassen sich nur auf diesem Gerät lesen. Mit einem Wiederherstellungsschlüssel bekommst du sie zurück, falls du es verlierst.
keys-offer-button = Wiederherstellungsschlüssel erstellen
keys-make = Er öffnet deine verschlüsselten Nachrichten auf einem anderen Gerät. Niemand sonst hat ihn, auch nicht die Menschen, die diesen Server betreiben. Bewahre ihn deshalb dort auf, wo du ihn wiederfindest: in einem Passwortmanager oder auf Papier.
keys-make-button = Jetzt erstellen
keys-made = Das ist dein Wiederherstellungsschlüssel. Er wird nur dieses eine Mal angezeigt.
keys-copy = Kopieren
keys-copied = Kopiert
keys-kept = Ich habe ihn aufbewahrt
keys-asked-title = Lies deine älteren Nachrichten
keys-asked = Was du auf einem anderen Gerät geschrieben und gelesen hast, öffnet sich hier mit deinem Wiederherstellungsschlüssel.
keys-asked-button = Wiederherstellungsschlüssel eingeben
keys-enter-hint = Zwölf Gruppen aus je vier Buchstaben und Ziffern.
keys-enter-button = Meine Nachrichten öffnen
keys-enter-wrong = Das ist nicht dein Wiederherstellungsschlüssel. Prüfe jedes Zeichen; auf Groß- und Kleinschreibung kommt es an.
