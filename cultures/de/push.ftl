### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Welche deiner Geräte geweckt werden dürfen: die App, ihr Name und der Schlüssel, den der Hersteller dafür vergeben hat.
