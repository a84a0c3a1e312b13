### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = Em quais grupos um membro está, como os recém-chegados ou quem vem menos que antes, dos membros que aceitaram que se aprenda com seu uso, e desde quando. Quem entrou e saiu é guardado por 14 dias; apagado quando o consentimento é retirado ou a conta termina.
