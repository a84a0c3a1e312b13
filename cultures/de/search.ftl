### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Welche Wörter in welcher unverschlüsselten Nachricht, welchem Namen oder Thema stehen und von wem sie stammen. Sie verschwinden, wenn der Inhalt entfernt wird.
search-keeps-names = Die Bestandteile deiner Namen, solange das Konto besteht.

## Looking for messages in the web app.

search-title = Nachrichten durchsuchen
search-close = Suche schließen
search-words = Wörter, die gesagt wurden
search-here = Dieser Raum
search-everywhere = Alle Räume
search-searching = Suche läuft …
search-count =
    { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
search-secret-all = Nachrichten hier sind verschlüsselt, deshalb kann der Server sie nicht durchsuchen. Dieses Gerät durchsucht die, die es geladen hat.
search-secret-some = Verschlüsselte Nachrichten werden nur durchsucht, soweit dieses Gerät sie geladen hat.
search-more = Weitere Nachrichten
search-further = Weiter zurück suchen
search-nothing = Nichts gefunden für „{ $words }“.
search-nothing-try = Alle Wörter müssen in der Nachricht vorkommen. Versuch es mit weniger Wörtern oder nur mit einem Wortanfang.
search-failed = Die Suche ist fehlgeschlagen. Prüfe deine Verbindung.
search-for = Nachrichten nach „{ $words }“ durchsuchen
