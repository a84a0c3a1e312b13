### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Welche Wörter in welcher unverschlüsselten Nachricht, welchem Namen oder Thema stehen und von wem sie stammen. Sie verschwinden, wenn der Inhalt entfernt wird.
search-keeps-names = Die Bestandteile deiner Namen, solange das Konto besteht.
