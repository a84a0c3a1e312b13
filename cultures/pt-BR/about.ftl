### One room: what it is, who is in it, and what may be changed.

about-title = Sobre esta sala
about-back = Voltar
about-ways = Mais sobre esta sala
about-encrypted = Criptografada de ponta a ponta: só quem está nela pode ler o que é dito.
about-not-encrypted = Não criptografada: quem administra o servidor também poderia ler.
about-entry-anybody = Qualquer pessoa daqui pode encontrá-la e entrar.
about-entry-asking = Qualquer pessoa pode pedir para entrar.
about-entry-members-of = Membros da comunidade dela podem entrar.
about-entry-invited = Só entra quem recebe convite.
about-history-world = Qualquer pessoa pode ler, mesmo sem entrar.
about-history-beginning = Quem entra pode ler o que foi dito antes.
about-history-invitation = Quem entra pode ler o que foi dito desde o convite.
about-history-joining = Quem entra só pode ler o que for dito dali em diante.

about-calls = Notificar sobre
about-calls-all = Todas as mensagens
about-calls-mentions = Só menções
about-calls-none = Nada

## The people in a room.

about-members = Membros
about-members-search = Buscar membros
about-members-here = Na sala
about-members-invited = Com convite
about-members-asking = Pedindo para entrar
about-members-banned = Com banimento

about-here = Nesta sala
about-role = Função
about-role-owner = Titular
about-role-admin = Administração
about-role-moderator = Moderação
about-role-member = Membro
about-role-custom = Nível { $level }
about-role-own = Se você se der uma função menor, só outra pessoa poderá devolvê-la.
about-banned = Com banimento

about-let-in = Deixar entrar
about-remove = Remover
about-remove-title = Remover { $name }?
about-remove-words = { $name } sai da sala e fica sabendo o motivo. Poderá voltar se a sala estiver aberta ou se receber um convite.
about-ban = Banir
about-ban-title = Banir { $name }?
about-ban-words = { $name } sai da sala e não pode voltar, nem com convite, até que o banimento seja retirado. O que disse permanece.
about-unban = Retirar o banimento

about-refused-level = Para isso, você precisaria desta função aqui: { $role }.
about-refused-rank = { $name } tem a mesma função que você, ou uma maior, por isso você não pode remover essa pessoa.
about-error-forbidden = Sua função nesta sala não permite isso. Ela pode ter acabado de mudar.

## The settings of a room.

about-settings = Configurações da sala
about-save = Salvar
about-topic = Assunto
about-topic-hint = Para que serve a sala, em uma frase.
about-picture = Escolher uma imagem
about-entry-invited-hint = Os membros convidam quem deve entrar.
about-entry-asking-label = Quem pede e é aceito
about-entry-asking-hint = Qualquer pessoa pode pedir; os membros que podem convidar decidem.
about-entry-anybody-hint = A sala aparece na lista, e qualquer pessoa daqui pode entrar sem pedir.
about-history = Quem pode ler o que foi dito antes?
about-history-beginning-label = Membros, desde o início
about-history-beginning-hint = Quem chega vê toda a conversa. Das mensagens criptografadas, vê as enviadas a partir de agora.
about-history-invitation-label = Membros, desde o convite
about-history-joining-label = Membros, desde que entraram
about-history-later-hint = O que foi dito antes fica oculto para quem chega.
about-history-world-label = Qualquer pessoa
about-history-world-hint = Mesmo quem não entrou pode ler.

about-addresses = Endereços
about-addresses-remove = Remover { $address }
about-addresses-new = Novo endereço
about-addresses-hint = Uma palavra curta sem espaços, como jardim. Links com ela trazem para cá.
about-addresses-add = Adicionar endereço

about-deeds = Quem pode fazer o quê
about-deeds-words = Quem tem esta função, ou uma maior.
about-deed-say = Escrever mensagens
about-deed-invite = Convidar pessoas
about-deed-delete = Apagar mensagens de outras pessoas
about-deed-remove = Remover pessoas
about-deed-ban = Banir pessoas
about-deed-name = Mudar o nome
about-deed-topic = Mudar o assunto
about-deed-picture = Mudar a imagem
about-deed-rooms = Adicionar e retirar salas
about-deed-roles = Atribuir funções
