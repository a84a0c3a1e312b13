### Rooms that are suggested, and what speaks for each.

finding-suggested = Комнаты, в которые можно войти
finding-known =
    { $count ->
        [one] Здесь { $count } человек, с которым вы общаетесь
        [few] Здесь { $count } человека, с которыми вы общаетесь
        [many] Здесь { $count } человек, с которыми вы общаетесь
       *[other] Здесь { $count } человека, с которыми вы общаетесь
    }
finding-talking =
    { $count ->
        [one] { $count } человек общался здесь на этой неделе
        [few] { $count } человека общались здесь на этой неделе
        [many] { $count } человек общались здесь на этой неделе
       *[other] { $count } человека общались здесь на этой неделе
    }
finding-new =
    { $count ->
        [one] Новая, { $count } участник
        [few] Новая, { $count } участника
        [many] Новая, { $count } участников
       *[other] Новая, { $count } участника
    }
