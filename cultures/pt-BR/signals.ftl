### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = Sinais de membros que aceitaram que se aprenda com eles: que tipo de ação fizeram, quando, em qual sala e, se o outro membro também aceitou, para quem. Nunca o que foi dito. Quando a conta é encerrada, são apagados.
signals-keeps-imported = O mesmo sobre pessoas cujo registro foi importado por alguém que declarou por que é lícito aprender com ele.
