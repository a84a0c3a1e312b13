### One room: what it is, who is in it, and what may be changed.

about-title = Acerca de esta sala
about-back = Volver
about-ways = Más sobre esta sala
about-encrypted = Cifrada de extremo a extremo: solo quienes están en ella pueden leer lo que se dice.
about-not-encrypted = Sin cifrar: quien administra el servidor también podría leerla.
about-entry-anybody = Cualquiera de aquí puede encontrarla y entrar.
about-entry-asking = Cualquiera puede pedir entrar.
about-entry-members-of = Los miembros de su comunidad pueden entrar.
about-entry-invited = Solo se puede entrar con invitación.
about-history-world = Cualquiera puede leerla, incluso sin unirse.
about-history-beginning = Quien se une puede leer lo que se dijo antes.
about-history-invitation = Quien se une puede leer lo que se dijo desde su invitación.
about-history-joining = Quien se une solo puede leer lo que se diga a partir de entonces.

about-calls = Notificarme
about-calls-all = Todos los mensajes
about-calls-mentions = Solo menciones
about-calls-none = Nada

## The people in a room.

about-members = Miembros
about-members-search = Buscar miembros
about-members-here = Dentro
about-members-invited = Con invitación
about-members-asking = Piden entrar
about-members-banned = Con veto

about-here = En esta sala
about-role = Rol
about-role-owner = Titular
about-role-admin = Administración
about-role-moderator = Moderación
about-role-member = Miembro
about-role-custom = Nivel { $level }
about-role-own = Si te das un rol inferior, solo otra persona podrá devolvértelo.
about-banned = Con veto

about-let-in = Dejar entrar
about-remove = Expulsar
about-remove-title = ¿Expulsar a { $name }?
about-remove-words = { $name } sale de la sala y recibe el motivo. Podrá volver si la sala está abierta o si alguien le envía una invitación.
about-ban = Vetar
about-ban-title = ¿Vetar a { $name }?
about-ban-words = { $name } sale de la sala y no puede volver, ni siquiera con invitación, hasta que se levante el veto. Lo que dijo se queda.
about-unban = Levantar el veto

about-refused-level = Para esto necesitas aquí este rol: { $role }.
about-refused-rank = { $name } tiene el mismo rol que tú, o uno superior, así que no puedes expulsar a esta persona.
about-error-forbidden = Tu rol en esta sala no lo permite. Puede que acabe de cambiar.

## The settings of a room.

about-settings = Ajustes de la sala
about-save = Guardar
about-topic = Tema
about-topic-hint = Para qué es la sala, en una frase.
about-picture = Elegir una imagen
about-entry-invited-hint = Los miembros invitan a quien deba entrar.
about-entry-asking-label = Quien lo pide y recibe permiso
about-entry-asking-hint = Cualquiera puede pedirlo; deciden los miembros que pueden invitar.
about-entry-anybody-hint = La sala aparece en la lista y cualquiera de aquí puede entrar sin pedirlo.
about-history = ¿Quién puede leer lo que se dijo antes?
about-history-beginning-label = Los miembros, desde el principio
about-history-beginning-hint = Quienes llegan ven toda la conversación. De los mensajes cifrados ven los que se envíen a partir de ahora.
about-history-invitation-label = Los miembros, desde su invitación
about-history-joining-label = Los miembros, desde que se unieron
about-history-later-hint = Lo que se dijo antes queda oculto para quienes llegan.
about-history-world-label = Cualquiera
about-history-world-hint = Incluso quien no se ha unido puede leerla.

about-addresses = Direcciones
about-addresses-remove = Quitar { $address }
about-addresses-new = Dirección nueva
about-addresses-hint = Una palabra corta sin espacios, como jardin. Los enlaces con ella llevan aquí.
about-addresses-add = Añadir dirección

about-deeds = Quién puede hacer qué
about-deeds-words = Quien tenga este rol, o uno superior.
about-deed-say = Escribir mensajes
about-deed-invite = Invitar a personas
about-deed-delete = Eliminar mensajes de otras personas
about-deed-remove = Expulsar a personas
about-deed-ban = Vetar a personas
about-deed-name = Cambiar el nombre
about-deed-topic = Cambiar el tema
about-deed-picture = Cambiar la imagen
about-deed-rooms = Añadir y quitar salas
about-deed-roles = Asignar roles
