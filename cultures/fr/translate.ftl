### Translating a message that is in another language, on request.

translate-button = Traduire
translate-hide = Masquer la traduction
translate-busy = Traduction…
translate-by = Traduit par une machine depuis la langue suivante : { $from }
translate-by-unknown = Traduit par une machine
translate-same = C’est déjà dans votre langue.
translate-failed = La traduction n’a pas abouti pour l’instant. Réessayez plus tard.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Sortir ce texte du chiffrement ?
translate-ask = Ce message est chiffré de bout en bout. Pour être traduit, son texte sort du chiffrement : ce serveur et { $provider } peuvent le lire. Ce serveur n’en conserve rien.
translate-ask-once = Traduire ce message
translate-ask-room = Traduire ici sans redemander

## In the settings, once that was allowed for whole rooms.

translate-allowed = Traduction des messages chiffrés
translate-allowed-words =
    { $count ->
        [one] Dans { $count } salon, les textes sortent du chiffrement pour être traduits sans confirmation.
       *[other] Dans { $count } salons, les textes sortent du chiffrement pour être traduits sans confirmation.
    }
translate-allowed-end = Redemander
