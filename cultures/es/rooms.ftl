### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Mensajes y todo lo demás que enviaste a las salas.
rooms-keeps-memberships = En qué salas estás o has estado y a cuáles te han invitado.
rooms-keeps-forgotten = Qué salas has olvidado.
rooms-keeps-receipts = Hasta dónde has leído.
rooms-keeps-reports = Los reportes que hiciste, con sus motivos.

## The list of rooms in the web app.

rooms-list = Tus conversaciones
rooms-filter = Filtrar conversaciones
rooms-filter-unread = No leídas
rooms-filter-nothing = Nada coincide con este filtro.
rooms-list-empty = Aún no hay conversaciones.
rooms-section-invites = Invitaciones
rooms-section-favourites = Favoritas
rooms-section-people = Personas
rooms-section-rooms = Salas
rooms-unread =
    { $count ->
        [one] { $count } mensaje sin leer
       *[other] { $count } mensajes sin leer
    }
rooms-last = { $name }: { $body }
rooms-last-own = Tú: { $body }
rooms-last-nothing = Aún no hay mensajes
rooms-last-unreadable = Mensaje cifrado
rooms-invited-by = { $name } te invita
rooms-offline = Sin conexión. Lo que escribas se enviará después.
rooms-account = Tu cuenta { $user }

## Beginning a conversation.

rooms-new = Nueva
rooms-new-person = Escribir a alguien
rooms-new-room = Crear una sala
rooms-new-room-button = Crear sala
rooms-find = Buscar una sala
rooms-find-words = Buscar en las salas abiertas
rooms-find-people = Nombre o @dirección
rooms-find-people-hint = Busca a alguien por su nombre o introduce una dirección completa.
rooms-find-nothing = No se ha encontrado nada.
rooms-room-name = Nombre de la sala
rooms-reach = ¿Quién puede unirse?
rooms-reach-private = Solo con invitación
rooms-reach-private-hint = Cifrada de extremo a extremo: nadie más puede leerla, ni siquiera el servidor.
rooms-reach-public = Todo el mundo aquí
rooms-reach-public-hint = Visible para todos los miembros. Sin cifrar, para que quienes lleguen puedan leer lo anterior.
rooms-invite = Invitar a personas
rooms-invite-to = Invitar a { $room }
rooms-invited = Invitaciones enviadas: { $names }
rooms-invitation = { $name } te invita a esta sala.
rooms-invitation-direct = { $name } quiere hablar contigo.
rooms-accept = Unirse
rooms-decline = Rechazar
rooms-decline-ignore = Rechazar e ignorar

rooms-none-title = Saluda
rooms-none = Ya estás dentro. Escribe a alguien que conozcas o mira qué pasa en las salas abiertas.
rooms-none-first = Ya estás dentro. Todavía no hay salas abiertas: crea la primera o invita a personas.
rooms-none-open-title = Sigue donde lo dejaste
rooms-none-open = Elige una conversación o empieza una nueva.
rooms-unknown-title = No estás en esta sala
rooms-unknown = El enlace lleva a una sala de la que has salido o a la que no te han invitado.
rooms-removed = { $who } te ha expulsado de esta sala.
rooms-removed-banned = { $who } te ha vetado en esta sala.
rooms-removed-why = Motivo: { $reason }
rooms-banned = No puedes entrar hasta que se levante el veto.
rooms-ask = Pedir entrar
rooms-asked = Has pedido entrar. La invitación aparecerá entre tus salas cuando alguien te deje entrar.

rooms-error-forbidden = No tienes permiso para hacer esto. Pide a alguien de la sala que te invite.
rooms-error-not-found = No existe esa persona o sala. Comprueba la dirección.
rooms-error-often = Eso ha sido mucho de golpe. Espera un momento e inténtalo de nuevo.
rooms-error-address-taken = Esta dirección lleva a otra sala. Elige otra.

## One conversation.

rooms-back = Volver a la lista
rooms-more = Más sobre esta sala
rooms-about = Acerca de esta sala
rooms-encrypted = Cifrado de extremo a extremo
rooms-encrypted-verified = Cifrado de extremo a extremo, verificado
rooms-members =
    { $count ->
        [one] { $count } miembro
       *[other] { $count } miembros
    }
rooms-favourite = Añadir a favoritas
rooms-favourite-no = Quitar de favoritas
rooms-leave = Salir
rooms-leave-title = ¿Salir de { $room }?
rooms-leave-open = Puedes volver cuando quieras.
rooms-leave-closed = Para volver necesitarás otra invitación. Lo que se dijo aquí desaparecerá de tus dispositivos.
rooms-messages = Mensajes
rooms-heard = Mensajes nuevos
rooms-older = Cargando mensajes anteriores…
rooms-to-end = Ir a lo más reciente
rooms-to-new =
    { $count ->
        [one] { $count } mensaje nuevo
       *[other] { $count } mensajes nuevos
    }
rooms-link-unknown = Este mensaje no se puede mostrar: no existe o se envió antes de que te unieras.
rooms-link-offline = Este mensaje no se puede obtener sin conexión.
rooms-new-from-here = Nuevos
rooms-message = { $name }, { $time }
rooms-message-more = Más sobre este mensaje
rooms-write = Mensaje para { $room }
rooms-write-thread = Responder en este hilo
rooms-too-long = Esto es más de lo que cabe en un mensaje. Envíalo por partes o como archivo.
rooms-quiet = Aquí solo pueden escribir algunas personas. Puedes leer la conversación.
rooms-moved = Esta conversación continúa en otra sala.
rooms-moved-button = Ir allí
rooms-send = Enviar
rooms-mention = Personas que puedes mencionar
rooms-typing =
    { $count ->
        [one] { $names } está escribiendo…
       *[other] { $names } están escribiendo…
    }
rooms-reply = Responder
rooms-reply-in-thread = Responder en un hilo
rooms-thread =
    { $count ->
        [one] { $count } respuesta
       *[other] { $count } respuestas
    }
rooms-threads =
    { $count ->
        [0] Hilos
        [one] Hilos, { $count } sin leer
       *[other] Hilos, { $count } sin leer
    }
rooms-replying = Respuesta a { $name }: { $body }
rooms-edit = Editar
rooms-editing = Estás editando tu mensaje
rooms-edited = (editado)
rooms-unfold = Mostrar todo
rooms-fold = Mostrar menos
rooms-copy = Copiar texto
rooms-copy-link = Copiar enlace
rooms-delete = Eliminar para todos
rooms-deleted = Eliminado
rooms-deleted-by = Eliminado por { $name }
rooms-deleted-why = Eliminado por { $name }: { $reason }
rooms-quote-unknown = Mensaje anterior
rooms-quote-nothing = …
rooms-react = Reaccionar
rooms-reactions = Reacciones
rooms-reaction = de { $names }
rooms-sending = Enviando…
rooms-waiting = Esperando conexión
rooms-failed = No enviado.
rooms-retry = Intentar de nuevo
rooms-discard = Descartar
rooms-read-by = Leído por { $names }

rooms-notice-created = { $who } ha creado la sala
rooms-notice-joined = { $whom } se ha unido
rooms-notice-invited = { $who } ha invitado a { $whom }
rooms-notice-declined = { $whom } ha rechazado la invitación
rooms-notice-withdrawn = { $who } ha retirado la invitación de { $whom }
rooms-notice-knocked = { $whom } pide entrar
rooms-notice-left = { $whom } ha salido
rooms-notice-removed = { $who } ha expulsado a { $whom }
rooms-notice-banned = { $who } ha vetado a { $whom }
rooms-notice-unbanned = { $who } ha levantado el veto de { $whom }
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } ahora se llama { $name }
rooms-notice-described = { $who } ha puesto el tema: { $name }
rooms-notice-undescribed = { $who } ha quitado el tema
rooms-notice-pictured = { $who } ha cambiado la imagen de la sala
rooms-notice-opened = { $who } ha cambiado quién puede entrar
rooms-notice-history = { $who } ha cambiado quién puede leer lo anterior
rooms-notice-pinned = { $who } ha cambiado lo fijado
rooms-notice-promoted = { $who } ha cambiado el rol de { $whom }
rooms-notice-ruled = { $who } ha cambiado quién puede hacer qué aquí
rooms-notice-replaced = { $who } ha trasladado esta conversación a una sala nueva
rooms-notice-named = { $who } ha puesto a la sala el nombre { $name }
rooms-notice-encrypted = A partir de aquí, los mensajes están cifrados de extremo a extremo
rooms-notice-more =
    { $count ->
        [one] { $count } más
       *[other] { $count } más
    }
