### The web app's frame: what every screen of it needs.

web-absent = Ceci est un serveur { -product }. Il a été compilé sans son application web : `make run` permet de l’inclure. N’importe quel client Matrix peut s’y connecter.

web-language = Langue
web-starting = Ouverture de vos conversations…
web-elsewhere-title = Ouvert dans une autre fenêtre
web-elsewhere = Vos conversations sont ouvertes dans une autre fenêtre de ce navigateur. Elles ne peuvent l’être que dans une seule à la fois.
web-elsewhere-button = Utiliser ici
web-broken-title = Impossible d’ouvrir vos conversations
web-broken = Les données de ce navigateur n’ont pas pu être lues, ou le serveur n’a pas répondu. Réessayez ; si cela ne suffit pas, déconnectez-vous puis reconnectez-vous.
web-broken-button = Réessayer

web-look = Apparence
web-look-system = Comme le système
web-look-light = Clair
web-look-dark = Sombre
web-look-contrast = Contraste élevé

web-update-title = Une nouvelle version est là
web-update = Rechargez pour l’utiliser. Ce que vous êtes en train d’écrire reste.
web-update-button = Recharger
