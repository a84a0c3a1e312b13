### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Mensagens e tudo o mais que você enviou às salas.
rooms-keeps-memberships = Em quais salas você está ou esteve e para quais recebeu convite.
rooms-keeps-forgotten = Quais salas você esqueceu.
rooms-keeps-receipts = Até onde você leu.
rooms-keeps-reports = Denúncias que você fez, com seus motivos.

## The list of rooms in the web app.

rooms-list = Suas conversas
rooms-filter = Filtrar conversas
rooms-filter-unread = Não lidas
rooms-filter-nothing = Nada corresponde a este filtro.
rooms-list-empty = Ainda não há conversas.
rooms-section-invites = Convites
rooms-section-favourites = Favoritas
rooms-section-people = Pessoas
rooms-section-rooms = Salas
rooms-unread =
    { $count ->
        [one] { $count } mensagem não lida
       *[other] { $count } mensagens não lidas
    }
rooms-last = { $name }: { $body }
rooms-last-own = Você: { $body }
rooms-last-nothing = Ainda não há mensagens
rooms-last-unreadable = Mensagem criptografada
rooms-invited-by = { $name } convida você
rooms-offline = Sem conexão. O que você escrever será enviado depois.
rooms-account = Sua conta { $user }

## Beginning a conversation.

rooms-new = Nova
rooms-new-person = Escrever para alguém
rooms-new-room = Criar uma sala
rooms-new-room-button = Criar sala
rooms-find = Encontrar uma sala
rooms-find-words = Buscar salas abertas
rooms-find-people = Nome ou @endereço
rooms-find-people-hint = Busque alguém pelo nome ou insira um endereço completo.
rooms-find-nothing = Nada encontrado.
rooms-room-name = Nome da sala
rooms-reach = Quem pode entrar?
rooms-reach-private = Somente quem recebeu convite
rooms-reach-private-hint = Criptografada de ponta a ponta: ninguém mais consegue ler, nem mesmo o servidor.
rooms-reach-public = Todo mundo aqui
rooms-reach-public-hint = Visível para todos os membros. Não criptografada, para que quem chega possa ler o que foi dito antes.
rooms-invite = Convidar pessoas
rooms-invite-to = Convidar para { $room }
rooms-invited = Convites enviados: { $names }
rooms-invitation = { $name } convida você para esta sala.
rooms-invitation-direct = { $name } quer conversar com você.
rooms-accept = Entrar
rooms-decline = Recusar
rooms-decline-ignore = Recusar e ignorar

rooms-none-title = Diga olá
rooms-none = Você entrou. Escreva para alguém que conhece ou veja o que está acontecendo nas salas abertas.
rooms-none-first = Você entrou. Ainda não há salas abertas: crie a primeira ou convide pessoas.
rooms-none-open-title = Continue de onde parou
rooms-none-open = Escolha uma conversa ou comece uma nova.
rooms-unknown-title = Você não está nesta sala
rooms-unknown = O link leva a uma sala da qual você saiu ou para a qual não recebeu convite.
rooms-removed = { $who } removeu você desta sala.
rooms-removed-banned = { $who } baniu você desta sala.
rooms-removed-why = Motivo: { $reason }
rooms-banned = Você não pode entrar até que o banimento seja retirado.
rooms-ask = Pedir para entrar
rooms-asked = Você pediu para entrar. O convite aparecerá entre suas salas assim que alguém deixar você entrar.

rooms-error-forbidden = Você não tem permissão para fazer isso. Peça a alguém da sala que convide você.
rooms-error-not-found = Essa pessoa ou sala não existe. Confira o endereço.
rooms-error-often = Foi muita coisa de uma vez. Aguarde um momento e tente novamente.
rooms-error-address-taken = Este endereço leva a outra sala. Escolha outro.

## One conversation.

rooms-back = Voltar à lista
rooms-more = Mais sobre esta sala
rooms-about = Sobre esta sala
rooms-encrypted = Criptografia de ponta a ponta
rooms-encrypted-verified = Criptografia de ponta a ponta, verificada
rooms-members =
    { $count ->
        [one] { $count } membro
       *[other] { $count } membros
    }
rooms-favourite = Adicionar às favoritas
rooms-favourite-no = Remover das favoritas
rooms-leave = Sair
rooms-leave-title = Sair de { $room }?
rooms-leave-open = Você pode voltar quando quiser.
rooms-leave-closed = Para voltar, você precisará de um novo convite. O que foi dito aqui some dos seus dispositivos.
rooms-messages = Mensagens
rooms-heard = Novas mensagens
rooms-older = Carregando mensagens antigas…
rooms-to-end = Ir para as mais recentes
rooms-to-new =
    { $count ->
        [one] { $count } nova mensagem
       *[other] { $count } novas mensagens
    }
rooms-link-unknown = Esta mensagem não pode ser mostrada: ela não existe ou foi enviada antes de você entrar.
rooms-link-offline = Esta mensagem não pode ser buscada sem conexão.
rooms-new-from-here = Novas
rooms-message = { $name }, { $time }
rooms-message-more = Mais sobre esta mensagem
rooms-write = Mensagem para { $room }
rooms-write-thread = Responder neste tópico
rooms-too-long = Isto é mais do que cabe em uma mensagem. Envie em partes ou como arquivo.
rooms-quiet = Só algumas pessoas podem escrever aqui. Você pode ler a conversa.
rooms-moved = Esta conversa continua em outra sala.
rooms-moved-button = Ir para lá
rooms-send = Enviar
rooms-mention = Pessoas que você pode mencionar
rooms-typing =
    { $count ->
        [one] { $names } está digitando…
       *[other] { $names } estão digitando…
    }
rooms-reply = Responder
rooms-reply-in-thread = Responder em um tópico
rooms-thread =
    { $count ->
        [one] { $count } resposta
       *[other] { $count } respostas
    }
rooms-threads =
    { $count ->
        [0] Tópicos
        [one] Tópicos, { $count } não lido
       *[other] Tópicos, { $count } não lidos
    }
rooms-replying = Resposta a { $name }: { $body }
rooms-edit = Editar
rooms-editing = Editando sua mensagem
rooms-edited = (editada)
rooms-unfold = Mostrar tudo
rooms-fold = Mostrar menos
rooms-copy = Copiar texto
rooms-copy-link = Copiar link
rooms-delete = Apagar para todos
rooms-deleted = Apagada
rooms-deleted-by = Apagada por { $name }
rooms-deleted-why = Apagada por { $name }: { $reason }
rooms-quote-unknown = Mensagem anterior
rooms-quote-nothing = …
rooms-react = Reagir
rooms-reactions = Reações
rooms-reaction = de { $names }
rooms-sending = Enviando…
rooms-waiting = Aguardando conexão
rooms-failed = Não enviada.
rooms-retry = Tentar novamente
rooms-discard = Descartar
rooms-read-by = Lida por { $names }

rooms-notice-created = { $who } criou a sala
rooms-notice-joined = { $whom } entrou
rooms-notice-invited = { $who } convidou { $whom }
rooms-notice-declined = { $whom } recusou o convite
rooms-notice-withdrawn = { $who } retirou o convite de { $whom }
rooms-notice-knocked = { $whom } pede para entrar
rooms-notice-left = { $whom } saiu
rooms-notice-removed = { $who } removeu { $whom }
rooms-notice-banned = { $who } baniu { $whom }
rooms-notice-unbanned = { $who } retirou o banimento de { $whom }
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } agora se chama { $name }
rooms-notice-described = { $who } definiu o assunto: { $name }
rooms-notice-undescribed = { $who } removeu o assunto
rooms-notice-pictured = { $who } mudou a imagem da sala
rooms-notice-opened = { $who } mudou quem pode entrar
rooms-notice-history = { $who } mudou quem pode ler o que foi dito antes
rooms-notice-pinned = { $who } mudou o que está fixado
rooms-notice-promoted = { $who } mudou a função de { $whom }
rooms-notice-ruled = { $who } mudou quem pode fazer o quê aqui
rooms-notice-replaced = { $who } transferiu esta conversa para uma nova sala
rooms-notice-named = { $who } deu à sala o nome { $name }
rooms-notice-encrypted = A partir daqui, as mensagens são criptografadas de ponta a ponta
rooms-notice-more =
    { $count ->
        [one] Mais { $count }
       *[other] Mais { $count }
    }
