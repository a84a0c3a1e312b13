### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Quais dos seus dispositivos podem ser acordados: o aplicativo, o nome dele e a chave que o fabricante lhe deu.
