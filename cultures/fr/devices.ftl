### The devices that a member is signed in on.

devices-title = Vos appareils
devices-words = Là où votre compte est connecté.
devices-button = Afficher
devices-this = Cet appareil
devices-seen = Dernière utilisation : { $when }
devices-unverified = Non vérifié. S’il n’est pas à vous, déconnectez-le.
devices-long = Inutilisé depuis des mois. Déconnectez-le si vous ne l’avez plus.
devices-name = Nom de l’appareil
devices-rename = Renommer
devices-verify = Vérifier
devices-out = Déconnecter
devices-out-others = Déconnecter tous les autres
devices-out-words =
    { $count ->
        [one] Cet appareil est déconnecté immédiatement. Saisissez votre mot de passe pour confirmer.
       *[other] Ces { $count } appareils sont déconnectés immédiatement. Saisissez votre mot de passe pour confirmer.
    }
devices-add = Connecter un autre appareil
devices-add-words = Saisissez votre mot de passe, pour que personne d’autre ne puisse le faire.
devices-add-show = Afficher le code
devices-add-scan =
    { $minutes ->
        [one] Scannez-le avec l’autre appareil. Il sert une fois, pendant une minute.
       *[other] Scannez-le avec l’autre appareil. Il sert une fois, pendant { $minutes } minutes.
    }
devices-add-over = Ce code a expiré. Affichez-en un autre.
devices-added = { $name } est maintenant connecté.
