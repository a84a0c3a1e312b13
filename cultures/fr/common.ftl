### Words that every page may need.

# Address: “vous”. Words: salon, message, appareil, compte, clé de récupération, chiffré, mentionner, serveur d’accueil. Participles and adjectives that would name a gender are avoided.

-product = Hearth

common-form-error-title = Il y a un problème

## What went wrong, wherever it did.

common-error-unreached = Le serveur est injoignable. Vérifiez votre connexion et réessayez.
common-error-often =
    { $seconds ->
        [one] Trop de tentatives. Attendez { $seconds } seconde et réessayez.
       *[other] Trop de tentatives. Attendez { $seconds } secondes et réessayez.
    }
common-error-unknown = Une erreur s’est produite sur le serveur. Réessayez dans un instant.

common-close = Fermer
common-cancel = Annuler
common-copy-failed = La copie n’a pas fonctionné. Sélectionnez le texte pour le copier.
