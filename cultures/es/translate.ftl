### Translating a message that is in another language, on request.

translate-button = Traducir
translate-hide = Ocultar la traducción
translate-busy = Traduciendo…
translate-by = Traducción automática del idioma: { $from }
translate-by-unknown = Traducción automática
translate-same = Esto ya está en tu idioma.
translate-failed = No se pudo traducir por ahora. Vuelve a intentarlo más tarde.

## Asked before the text of an encrypted message is given away.

translate-ask-title = ¿Sacar este texto del cifrado?
translate-ask = Este mensaje está cifrado de extremo a extremo. Para traducirlo, su texto sale del cifrado: este servidor y { $provider } pueden leerlo. Este servidor no conserva nada.
translate-ask-once = Traducir este mensaje
translate-ask-room = Traducir aquí sin volver a preguntar

## In the settings, once that was allowed for whole rooms.

translate-allowed = Traducción de mensajes cifrados
translate-allowed-words =
    { $count ->
        [one] En { $count } sala, los textos salen del cifrado para traducirse sin preguntar.
       *[other] En { $count } salas, los textos salen del cifrado para traducirse sin preguntar.
    }
translate-allowed-end = Volver a preguntar
