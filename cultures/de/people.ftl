### One person: who they are, and what one can do.

people-title = Profil
people-message = Nachricht senden
people-met = Gemeinsame Räume
people-unknown = Unter dieser Adresse gibt es niemanden.
people-ignore = Ignorieren
people-ignore-no = Nicht mehr ignorieren
people-ignore-words = Du siehst nicht mehr, was diese Person schreibt, und sie kann dich nicht einladen. Sie erfährt nichts davon.
people-ignored = Du ignorierst { $name }.
people-ignored-title = Personen, die du ignorierst

## Telling those who run the server of something.

people-report = Melden
people-report-message = Diese Nachricht melden
people-report-room = Diesen Raum melden
people-report-space = Diese Community melden
people-report-person = Diese Person melden
people-report-words = Wer diesen Server betreibt, liest deine Meldung. Andere erfahren nichts davon.
people-reported = Danke. Deine Meldung wurde gesendet.
people-reason = Was ist los?
people-reason-optional = Grund (optional)

## Deleting what was said.

people-delete-title = Die Nachricht von { $name } löschen?
people-delete-words = Sie verschwindet für alle und kann nicht zurückgeholt werden. Dass sie da war und dass du sie gelöscht hast, bleibt sichtbar.
people-delete-own-title = Deine Nachricht löschen?
