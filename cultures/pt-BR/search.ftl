### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Quais palavras estão em qual mensagem, nome ou tópico não criptografado e quem as escreveu. Elas somem quando o conteúdo é apagado.
search-keeps-names = As partes dos seus nomes, enquanto a conta existir.

## Looking for messages in the web app.

search-title = Buscar mensagens
search-close = Fechar a busca
search-words = Palavras que foram ditas
search-here = Esta sala
search-everywhere = Todas as salas
search-searching = Buscando…
search-count =
    { $count ->
        [one] { $count } mensagem
       *[other] { $count } mensagens
    }
search-secret-all = As mensagens aqui são criptografadas, por isso o servidor não pode buscar nelas. Este dispositivo busca nas que carregou.
search-secret-some = Nas mensagens criptografadas, a busca só vai até onde este dispositivo as carregou.
search-more = Mais mensagens
search-further = Buscar mais para trás
search-nothing = Nada encontrado para “{ $words }”.
search-nothing-try = Todas as palavras precisam estar na mensagem. Tente menos palavras ou o começo de uma.
search-failed = Não foi possível buscar. Verifique sua conexão.
search-for = Buscar “{ $words }” nas mensagens
