### Push: what a member is told of.

push-title = Benachrichtigungen
push-words = Über Nachrichten, die dich angehen, solange die App im Hintergrund offen ist. Nie in deiner Ruhezeit.
push-here = Auf diesem Gerät anzeigen
push-refused = Der Browser erlaubt es nicht. In seinen Einstellungen für diese Seite lässt sich das ändern.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Welche deiner Geräte geweckt werden dürfen: die App, ihr Name und der Schlüssel, den der Hersteller dafür vergeben hat.
