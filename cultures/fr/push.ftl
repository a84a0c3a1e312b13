### Push: what a member is told of.

push-title = Notifications
push-words = Pour les messages qui vous concernent, tant que l’application est ouverte en arrière-plan. Jamais pendant vos heures calmes.
push-here = Afficher sur cet appareil
push-refused = Le navigateur ne l’autorise pas. Ses réglages pour cette page permettent de le changer.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Lesquels de vos appareils peuvent être réveillés : l’application, son nom et la clé que son éditeur lui a donnée.
