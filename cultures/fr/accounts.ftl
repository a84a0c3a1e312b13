### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Créer le compte d’administration
accounts-setup-intro = Bienvenue ! Votre serveur { -product } { $server } fonctionne et attend son premier compte. Ce compte assurera l’administration : il veillera sur le serveur et sur les personnes qui l’utilisent.
accounts-setup-localhost = Ce serveur s’appelle « localhost », un nom réservé aux essais : personne d’autre ne peut le joindre sous ce nom, et un serveur ne peut pas changer de nom par la suite.

accounts-setup-name-label = Nom d’utilisateur
accounts-setup-name-hint = Utilisez uniquement des minuscules, des chiffres et . _ = - / +. Les autres vous connaîtront par exemple sous le nom { $example }. Il ne pourra pas être modifié par la suite.
accounts-setup-password-label = Mot de passe
accounts-setup-password-hint =
    { $count ->
        [one] Au moins { $count } caractère.
       *[other] Au moins { $count } caractères.
    } Quelques mots pris au hasard sont faciles à retenir et difficiles à deviner.
accounts-setup-password-again-label = Confirmer le mot de passe
accounts-setup-password-again-hint = Le même encore une fois, au cas où vos doigts auraient glissé.
accounts-setup-button = Créer le compte

accounts-setup-error-name-invalid = Saisissez un nom d’utilisateur. Utilisez uniquement des minuscules, des chiffres et . _ = - / +.
accounts-setup-error-name-taken = Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.
accounts-setup-error-passwords-differ = Les deux mots de passe ne sont pas identiques. Saisissez-les de nouveau.
accounts-setup-error-password-too-short =
    { $count ->
        [one] Le mot de passe est trop court. Utilisez au moins { $count } caractère.
       *[other] Le mot de passe est trop court. Utilisez au moins { $count } caractères.
    }

accounts-setup-done-title = Votre serveur est prêt
accounts-setup-done = { $user } assure désormais l’administration. Ouvrez { $address } dans un navigateur et connectez-vous, ou choisissez cette adresse comme serveur d’accueil dans n’importe quel client Matrix.
accounts-setup-done-user-label = Identifiant Matrix
accounts-setup-done-address-label = Serveur d’accueil

accounts-setup-refused-title = Ce lien ne fonctionne pas
accounts-setup-refused = Il a déjà été utilisé ou il est incomplet. Tant que le serveur n’a pas de compte d’administration, il affiche un nouveau lien à chaque redémarrage.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Avant de nous rejoindre
# $server is the server's name, such as example.org.
accounts-terms-intro = Pour avoir un compte sur { $server }, vous acceptez :
accounts-terms-button = J’accepte
accounts-terms-done-title = Merci
accounts-terms-done = Retournez dans votre application, qui continue toute seule. Vous pouvez fermer cette fenêtre.
accounts-terms-over-title = Cette page n’est plus valable
accounts-terms-over = Recommencez dans votre application.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Votre identifiant Matrix, s’il s’agit d’un compte d’administration, quand le compte a été créé, verrouillé ou fermé, et les conditions que vous avez acceptées.
accounts-keeps-password = Une empreinte de votre mot de passe, jamais le mot de passe.
accounts-keeps-profile = Votre profil : nom affiché, photo et ce que vous y ajoutez d’autre.
accounts-keeps-devices = Vos appareils : leurs noms, quand ils ont été connectés, et quand et depuis quelle adresse ils se sont manifestés pour la dernière fois.
accounts-keeps-data = Les paramètres et filtres que vos applications enregistrent ici.

## Signing in and up in the web app.

accounts-in-title = Bon retour parmi nous
accounts-in-intro = Connectez-vous à { $server }
accounts-in-button = Se connecter
accounts-in-other = Première visite ?
accounts-in-other-link = Créer un compte
accounts-code-title = Avec un autre appareil
accounts-code-words = Sur un appareil où vous êtes connecté, ouvrez les réglages, puis vos appareils, et affichez un code pour celui-ci.
accounts-code-scan = Scanner le code
accounts-code-enter = Se connecter en tant que { $who }
accounts-code-over = Ce code n’est plus valable. Affichez-en un nouveau sur votre autre appareil.
accounts-code-camera-none = Aucune caméra ne peut être utilisée. Connectez-vous avec votre mot de passe.
accounts-up-title = Créez votre compte
accounts-up-intro = Vous serez membre de { $server }
accounts-up-button = Créer le compte
accounts-up-terms = En créant un compte, vous acceptez :
accounts-up-other = Déjà membre ?
accounts-up-other-link = Se connecter

accounts-name-label = Nom d’utilisateur
accounts-name-hint = Les autres vous trouvent grâce à lui : { $example }
accounts-password-label = Mot de passe
accounts-password-hint =
    { $count ->
        [one] Au moins { $count } caractère. Quelques mots pris au hasard sont faciles à retenir.
       *[other] Au moins { $count } caractères. Quelques mots pris au hasard sont faciles à retenir.
    }
accounts-token-label = Code d’invitation
accounts-token-hint = Donné par la personne ou la page d’où vient l’invitation.

accounts-error-name-invalid = Utilisez uniquement des minuscules, des chiffres et . _ = - / +.
accounts-error-name-taken = Ce nom est déjà pris. Choisissez-en un autre.
accounts-error-password-short =
    { $count ->
        [one] Utilisez au moins { $count } caractère.
       *[other] Utilisez au moins { $count } caractères.
    }
accounts-error-token-missing = Saisissez le code de votre invitation.
accounts-error-token-wrong = Ce code n’est pas valable ou ne l’est plus. Demandez-en un nouveau.
accounts-error-wrong = Nom ou mot de passe incorrect. Vérifiez les deux et réessayez.
accounts-error-password = Ce n’est pas votre mot de passe.
accounts-error-closed = On ne peut pas s’inscrire ici par soi-même. Demandez un compte aux personnes qui gèrent ce serveur.
accounts-error-ended = Ce compte a été fermé.
accounts-error-locked = Ce compte est verrouillé. Adressez-vous aux personnes qui gèrent ce serveur.
accounts-insecure = Cette application a besoin d’une connexion sécurisée. Ouvrez-la à une adresse qui commence par https://, ou sur localhost.

accounts-device-name = Hearth dans { $browser } sur { $system }
accounts-device-unknown = Hearth dans un navigateur

accounts-out = Se déconnecter
accounts-out-title = Se déconnecter ?
accounts-out-keys = Après la déconnexion, vos messages chiffrés ne pourront plus être lus que sur un autre appareil qui les a déjà. Avec une clé de récupération, vous pourrez les retrouver.
accounts-out-unsent =
    { $count ->
        [one] { $count } message ou fichier n’a pas encore été envoyé et serait perdu.
       *[other] { $count } messages ou fichiers n’ont pas encore été envoyés et seraient perdus.
    }

accounts-again-title = Votre session a expiré
accounts-again-intro = Saisissez le mot de passe de { $user } pour continuer. Vos messages sont toujours sur cet appareil.

accounts-settings = Paramètres
accounts-display-label = Votre nom
accounts-display-hint = Ce que voient les autres. Votre adresse reste { $user }.
accounts-display-button = Enregistrer
accounts-picture-label = Votre image
accounts-picture-hint = Ce que les autres voient à côté de votre nom. Le lieu où une photo a été prise n’est pas transmis.

accounts-change = Modifier
accounts-change-title = Modifier votre mot de passe
accounts-change-hint = La modification déconnecte vos autres appareils.
accounts-change-words = Vos autres appareils seront déconnectés. Votre clé de récupération ne change pas.
accounts-change-new = Nouveau mot de passe
accounts-change-now = Mot de passe actuel
accounts-change-button = Modifier le mot de passe
accounts-change-done = Votre mot de passe est modifié. Vos autres appareils sont déconnectés.

accounts-end = Fermer
accounts-end-title = Fermer votre compte
accounts-end-hint = Définitif. Personne ne pourra le rétablir.
accounts-end-words = Votre compte prend fin immédiatement et définitivement :
accounts-end-rooms = Vous quittez tous les salons.
accounts-end-said = Ce que vous avez dit reste, sous votre seule adresse, chez les personnes à qui vous l’avez dit.
accounts-end-name = Personne ne pourra reprendre votre nom, pas même vous.
accounts-end-button = Fermer mon compte
accounts-ended = Votre compte est fermé.
accounts-elsewhere = Votre session a été fermée depuis un autre appareil, ou votre mot de passe y a été changé. Connectez-vous de nouveau pour continuer.
