### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Die Dateien, die du hochgeladen hast: Inhalt, Name, Art, Größe und Zeitpunkt.

## Files in a conversation of the web app.

media-attach = Dateien anhängen
media-drop = Zum Anhängen hier ablegen
media-chosen = Zu sendende Dateien
media-caption = Beschriftung hinzufügen
media-remove = { $name } nicht senden
media-smaller = Große Bilder verkleinert senden
media-large = { $name } ist zu groß. Dateien dürfen hier bis zu { $size } haben.
media-empty = { $name } ist leer oder ein Ordner.
media-unreadable = { $name } konnte nicht gelesen werden. Entferne die Datei und wähle sie noch einmal.
media-many = Nur { $count } Dateien können auf einmal gesendet werden. Sende erst diese.
media-sending = { $name } wird gesendet
media-open-picture = Bild { $name } öffnen
media-play = { $name } abspielen
media-play-voice = Sprachnachricht abspielen
media-download = { $name } herunterladen
media-keep = Herunterladen
media-record = Sprachnachricht aufnehmen
media-recording = Aufnahme
media-microphone = Das Mikrofon kann nicht verwendet werden. Erlaube es dieser Seite im Browser und versuch es noch einmal.
media-voice = Sprachnachricht
media-unreached = Die Datei konnte nicht abgerufen werden. Versuch es noch einmal.
media-gone = Die Datei ist nicht mehr auf dem Server.
media-damaged = Die Datei wurde unterwegs verändert und wird deshalb nicht geöffnet.
media-unshowable = Die Datei kann hier nicht angezeigt werden. Du kannst sie herunterladen.
media-no-picture = Das ist kein Bild, das angezeigt werden kann. Wähle PNG, JPEG, GIF oder WebP.
media-opening = Bild wird geöffnet
media-actual = Originalgröße
media-previous = Vorheriges Bild
media-next = Nächstes Bild
media-from = { $name }, { $time }
