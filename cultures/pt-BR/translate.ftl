### Translating a message that is in another language, on request.

translate-button = Traduzir
translate-hide = Ocultar tradução
translate-busy = Traduzindo…
translate-by = Tradução automática do idioma: { $from }
translate-by-unknown = Tradução automática
translate-same = Isto já está no seu idioma.
translate-failed = Não foi possível traduzir agora. Tente de novo mais tarde.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Tirar este texto da criptografia?
translate-ask = Esta mensagem é criptografada de ponta a ponta. Para ser traduzida, o texto sai da criptografia: este servidor e { $provider } podem lê-lo. Este servidor não guarda nada dele.
translate-ask-once = Traduzir esta mensagem
translate-ask-room = Traduzir aqui sem perguntar de novo

## In the settings, once that was allowed for whole rooms.

translate-allowed = Tradução de mensagens criptografadas
translate-allowed-words =
    { $count ->
        [one] Em { $count } sala, os textos saem da criptografia para serem traduzidos sem perguntar.
       *[other] Em { $count } salas, os textos saem da criptografia para serem traduzidos sem perguntar.
    }
translate-allowed-end = Perguntar de novo
