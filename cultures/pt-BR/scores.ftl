### Who is about to leave, in this server.

scores-too-few =
    { $active ->
        [one] { $active } membro esteve aqui ultimamente.
       *[other] { $active } membros estiveram aqui ultimamente.
    } Com menos de { $least }, previsões diriam mais do que se pode saber; por isso, apenas se descreve o que há.
scores-too-young = Aconteceu muito pouco para aprender com isso: é preciso haver membros que saíram, ou seja, { $days } dias de silêncio, e membros que ficaram. Até lá, apenas se descreve o que há.
scores-none-yet = Ainda não há resultado. As pontuações são calculadas uma vez por dia, à meia-noite UTC, com base no que os membros aceitaram.
scores-alarm-drift = A comunidade mudou desde que o modelo aprendeu: as probabilidades dos membros se deslocaram como um todo. Probabilidades individuais podem estar erradas até que ele aprenda de novo.
scores-alarm-calibration = As probabilidades dadas há algum tempo não se confirmaram. Não aja com base em probabilidades individuais até o próximo modelo; a ordem ainda mostra quem tem mais chance de sair do que quem.

## What is kept of people, for the register of privacy.

scores-keeps-scores = A probabilidade de um membro deixar de vir, apenas de quem aceitou que se aprenda consigo, com os motivos e o dia. Guardada por 400 dias; apagada quando o consentimento é retirado ou a conta é encerrada.
