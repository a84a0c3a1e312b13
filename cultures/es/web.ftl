### The web app's frame: what every screen of it needs.

web-absent = Este es un servidor de { -product }. Se compiló sin su aplicación web: `make run` la incluye. Cualquier cliente de Matrix puede iniciar sesión aquí.

web-language = Idioma
web-starting = Abriendo tus conversaciones…
web-elsewhere-title = Abierto en otra ventana
web-elsewhere = Tus conversaciones están abiertas en otra ventana de este navegador. Solo pueden estar en una a la vez.
web-elsewhere-button = Usar aquí
web-broken-title = No se han podido abrir tus conversaciones
web-broken = No se ha podido leer lo guardado en este navegador o el servidor no ha respondido. Inténtalo de nuevo; si no funciona, cierra la sesión y vuelve a iniciarla.
web-broken-button = Intentar de nuevo

web-look = Aspecto
web-look-system = Como el sistema
web-look-light = Claro
web-look-dark = Oscuro
web-look-contrast = Alto contraste

web-update-title = Hay una versión nueva
web-update = Recarga para usarla. Lo que estás escribiendo se conserva.
web-update-button = Recargar
