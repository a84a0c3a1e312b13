### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Lesquels de vos appareils peuvent être réveillés : l’application, son nom et la clé que son éditeur lui a donnée.
