### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = Señales de los miembros que aceptaron que se aprenda de ellos: qué tipo de acción hicieron, cuándo, en qué sala y, si el otro miembro también aceptó, para quién. Nunca lo que se dijo. Cuando la cuenta se cierra, se eliminan.
signals-keeps-imported = Lo mismo de las personas cuyo registro ha importado alguien indicando por qué es lícito aprender de él.
