### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Suas comunidades
spaces-all = Todas as conversas
spaces-found = Comunidade · { $members }

## Making one.

spaces-new = Criar uma comunidade
spaces-new-button = Criar comunidade
spaces-new-words = Uma comunidade reúne em um só lugar as salas que combinam entre si.
spaces-name = Nome da comunidade
spaces-topic-hint = Para que serve, em uma frase.
spaces-public-hint = Visível para todos os membros deste servidor.

## Its page, and its rooms.

spaces-about = Sobre
spaces-settings = Configurações da comunidade
spaces-leave = Você continua nas salas da comunidade em que entrou. Para voltar à comunidade, talvez precise de um novo convite.
spaces-empty = Ainda não há salas nela.
spaces-add = Adicionar salas
spaces-add-to = Adicionar salas a { $space }
spaces-add-search = Buscar nas suas salas
spaces-add-nothing = Você não está em nenhuma sala que possa ser adicionada.
spaces-add-words = Quem pode entrar em uma sala não muda.
spaces-added = Salas adicionadas: { $rooms }
spaces-take-room = Retirar { $room }
spaces-take-title = Retirar { $room } de { $space }?
spaces-take-words = A sala continua como está, com seus membros, o que foi dito e quem pode entrar. Ela só deixa de aparecer nesta comunidade.
spaces-take = Retirar
spaces-reach = Membros de { $space }
spaces-reach-hint = Toda a comunidade pode entrar. Não criptografada, para que quem chega possa ler o que foi dito antes.
