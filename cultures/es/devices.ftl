### The devices that a member is signed in on.

devices-title = Tus dispositivos
devices-words = Dónde tienes la sesión iniciada.
devices-button = Mostrar
devices-this = Este dispositivo
devices-seen = Último uso: { $when }
devices-unverified = Sin verificar. Si no es tuyo, cierra su sesión.
devices-long = Sin usar desde hace meses. Cierra su sesión si ya no lo tienes.
devices-name = Nombre del dispositivo
devices-rename = Cambiar nombre
devices-verify = Verificar
devices-out = Cerrar sesión
devices-out-others = Cerrar sesión en todos los demás
devices-out-words =
    { $count ->
        [one] La sesión de ese dispositivo se cierra de inmediato. Introduce tu contraseña para confirmar.
       *[other] Las sesiones de estos { $count } dispositivos se cierran de inmediato. Introduce tu contraseña para confirmar.
    }
devices-add = Iniciar sesión en otro dispositivo
devices-add-words = Introduce tu contraseña, para que nadie más pueda hacerlo.
devices-add-show = Mostrar el código
devices-add-scan =
    { $minutes ->
        [one] Escanéalo con el otro dispositivo. Vale una vez, durante un minuto.
       *[other] Escanéalo con el otro dispositivo. Vale una vez, durante { $minutes } minutos.
    }
devices-add-over = El tiempo de este código ha terminado. Muestra otro.
devices-added = { $name } ya tiene la sesión iniciada.
