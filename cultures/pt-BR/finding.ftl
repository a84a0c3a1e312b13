### Rooms that are suggested, and what speaks for each.

finding-suggested = Salas em que você poderia entrar
finding-known =
    { $count ->
        [one] { $count } pessoa com quem você conversa está aqui
       *[other] { $count } pessoas com quem você conversa estão aqui
    }
finding-talking =
    { $count ->
        [one] { $count } pessoa conversou aqui esta semana
       *[other] { $count } pessoas conversaram aqui esta semana
    }
finding-new =
    { $count ->
        [one] Nova, com { $count } membro
       *[other] Nova, com { $count } membros
    }
