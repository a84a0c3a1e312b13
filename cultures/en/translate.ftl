### Translating a message that is in another language, on request.

translate-button = Translate
translate-hide = Hide translation
translate-busy = Translating…
# Under a translation. $from is the name of the language it was translated from.
translate-by = Translated by a machine from { $from }
translate-by-unknown = Translated by a machine
translate-same = This is in your language already.
translate-failed = This could not be translated just now. Try again later.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Give this text out of encryption?
# $provider is the address of a translation service, such as translate.example.org.
translate-ask =
    This message is end-to-end encrypted. To be translated, its text leaves encryption: this server and { $provider } can
    read it. Nothing of it is kept by this server.
translate-ask-once = Translate this message
translate-ask-room = Translate here without asking again

## In the settings, once that was allowed for whole rooms.

translate-allowed = Translation of encrypted messages
# $count is the number of rooms.
translate-allowed-words =
    { $count ->
        [one] In { $count } room, texts leave encryption to be translated without a question.
       *[other] In { $count } rooms, texts leave encryption to be translated without a question.
    }
translate-allowed-end = Ask again
