### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Die Dateien, die du hochgeladen hast: Inhalt, Name, Art, Größe und Zeitpunkt.
