### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Qué palabras hay en cada mensaje, nombre o tema sin cifrar y quién las escribió. Desaparecen cuando se elimina el contenido.
search-keeps-names = Las partes de tus nombres, mientras exista la cuenta.

## Looking for messages in the web app.

search-title = Buscar mensajes
search-close = Cerrar la búsqueda
search-words = Palabras que se dijeron
search-here = Esta sala
search-everywhere = Todas las salas
search-searching = Buscando…
search-count =
    { $count ->
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
search-secret-all = Los mensajes de aquí están cifrados, así que el servidor no puede buscar en ellos. Este dispositivo busca en los que ha cargado.
search-secret-some = En los mensajes cifrados solo se busca hasta donde este dispositivo los ha cargado.
search-more = Más mensajes
search-further = Buscar más atrás
search-nothing = No se ha encontrado nada para «{ $words }».
search-nothing-try = El mensaje debe contener todas las palabras. Prueba con menos palabras o con el comienzo de una.
search-failed = No se pudo buscar. Comprueba tu conexión.
search-for = Buscar «{ $words }» en los mensajes
