### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Hilos
threads-one = Hilo
threads-all = Todos los hilos
threads-close = Cerrar los hilos
threads-fetching = Cargando…
threads-more = Hilos anteriores
threads-none = Aún no hay hilos. «Responder en un hilo» en un mensaje abre uno, para que un tema aparte no llene la sala.
threads-failed = No se pudieron cargar los hilos.
threads-missing = Este hilo no se puede mostrar: su primer mensaje no existe, se envió antes de que te unieras, o no se puede conectar con el servidor.
