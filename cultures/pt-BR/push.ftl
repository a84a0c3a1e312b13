### Push: what a member is told of.

push-title = Notificações
push-words = De mensagens que chamam por você, enquanto o aplicativo está aberto em segundo plano. Nunca no seu horário de silêncio.
push-here = Mostrar neste dispositivo
push-refused = O navegador não permite. Isso pode ser mudado nas configurações dele para esta página.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Quais dos seus dispositivos podem ser acordados: o aplicativo, o nome dele e a chave que o fabricante lhe deu.
