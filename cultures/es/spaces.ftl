### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Tus comunidades
spaces-all = Todas las conversaciones
spaces-found = Comunidad · { $members }

## Making one.

spaces-new = Crear una comunidad
spaces-new-button = Crear comunidad
spaces-new-words = Una comunidad reúne en un mismo lugar las salas que van juntas.
spaces-name = Nombre de la comunidad
spaces-topic-hint = Para qué es, en una frase.
spaces-public-hint = Visible para todos los miembros de este servidor.

## Its page, and its rooms.

spaces-about = Acerca de
spaces-settings = Ajustes de la comunidad
spaces-leave = Sigues en las salas de la comunidad a las que te has unido. Para volver a la comunidad, quizá necesites otra invitación.
spaces-empty = Aún no hay salas en ella.
spaces-add = Añadir salas
spaces-add-to = Añadir salas a { $space }
spaces-add-search = Buscar en tus salas
spaces-add-nothing = No estás en ninguna sala que se pueda añadir.
spaces-add-words = Quién puede unirse a una sala no cambia.
spaces-added = Salas añadidas: { $rooms }
spaces-take-room = Quitar { $room }
spaces-take-title = ¿Quitar { $room } de { $space }?
spaces-take-words = La sala sigue como está, con sus miembros, lo que se dijo y quién puede unirse. Solo deja de aparecer en esta comunidad.
spaces-take = Quitar
spaces-reach = Miembros de { $space }
spaces-reach-hint = Toda la comunidad puede entrar. Sin cifrar, para que quienes lleguen puedan leer lo anterior.
