### Translating a message that is in another language, on request.

translate-button = Übersetzen
translate-hide = Übersetzung ausblenden
translate-busy = Wird übersetzt …
translate-by = Maschinell übersetzt aus: { $from }
translate-by-unknown = Maschinell übersetzt
translate-same = Das ist bereits in deiner Sprache.
translate-failed = Das konnte gerade nicht übersetzt werden. Versuch es später noch einmal.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Diesen Text aus der Verschlüsselung herausgeben?
translate-ask = Diese Nachricht ist Ende-zu-Ende-verschlüsselt. Zum Übersetzen verlässt ihr Text die Verschlüsselung: Dieser Server und { $provider } können ihn lesen. Dieser Server behält nichts davon.
translate-ask-once = Diese Nachricht übersetzen
translate-ask-room = Hier ohne Nachfrage übersetzen

## In the settings, once that was allowed for whole rooms.

translate-allowed = Übersetzung verschlüsselter Nachrichten
translate-allowed-words =
    { $count ->
        [one] In { $count } Raum verlassen Texte ohne Nachfrage die Verschlüsselung, um übersetzt zu werden.
       *[other] In { $count } Räumen verlassen Texte ohne Nachfrage die Verschlüsselung, um übersetzt zu werden.
    }
translate-allowed-end = Wieder nachfragen
