### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Crear la cuenta de administración
accounts-setup-intro = Te damos la bienvenida. Tu servidor { -product } { $server } está en marcha y espera su primera cuenta. Esa cuenta se encargará de la administración: cuidará del servidor y de su gente.
accounts-setup-localhost = Este servidor se llama «localhost», un nombre que solo sirve para hacer pruebas: nadie más puede llegar a él con ese nombre, y un servidor no puede cambiar de nombre después.

accounts-setup-name-label = Nombre de usuario
accounts-setup-name-hint = Usa solo minúsculas, cifras y . _ = - / +. Los demás te conocerán, por ejemplo, como { $example }. No se puede cambiar después.
accounts-setup-password-label = Contraseña
accounts-setup-password-hint =
    { $count ->
        [one] Al menos { $count } carácter.
       *[other] Al menos { $count } caracteres.
    } Unas cuantas palabras al azar son fáciles de recordar y difíciles de adivinar.
accounts-setup-password-again-label = Repite la contraseña
accounts-setup-password-again-hint = La misma otra vez, por si se te ha ido un dedo.
accounts-setup-button = Crear cuenta

accounts-setup-error-name-invalid = Introduce un nombre de usuario. Usa solo minúsculas, cifras y . _ = - / +.
accounts-setup-error-name-taken = Este nombre de usuario ya está en uso. Elige otro.
accounts-setup-error-passwords-differ = Las dos contraseñas no coinciden. Introduce ambas de nuevo.
accounts-setup-error-password-too-short =
    { $count ->
        [one] La contraseña es demasiado corta. Usa al menos { $count } carácter.
       *[other] La contraseña es demasiado corta. Usa al menos { $count } caracteres.
    }

accounts-setup-done-title = Tu servidor está listo
accounts-setup-done = { $user } tiene ahora la administración. Abre { $address } en un navegador e inicia sesión, o elige esa dirección como servidor base en cualquier cliente de Matrix.
accounts-setup-done-user-label = ID de Matrix
accounts-setup-done-address-label = Servidor base

accounts-setup-refused-title = Este enlace no funciona
accounts-setup-refused = Ya se ha usado o no está completo. Mientras el servidor no tenga una cuenta de administración, muestra un enlace nuevo cada vez que se reinicia.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Antes de unirte
# $server is the server's name, such as example.org.
accounts-terms-intro = Para tener una cuenta en { $server }, aceptas:
accounts-terms-button = Acepto
accounts-terms-done-title = Gracias
accounts-terms-done = Vuelve a tu aplicación, que continúa sola. Puedes cerrar esta ventana.
accounts-terms-over-title = Esta página ya no es válida
accounts-terms-over = Empieza de nuevo en tu aplicación.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Tu ID de Matrix, si es de administración, cuándo se creó, bloqueó o cerró la cuenta y qué condiciones aceptaste.
accounts-keeps-password = Un hash de tu contraseña, nunca la contraseña.
accounts-keeps-profile = Tu perfil: nombre visible, foto y lo demás que pongas en él.
accounts-keeps-devices = Tus dispositivos: sus nombres, cuándo iniciaron sesión, y cuándo y desde qué dirección se conectaron por última vez.
accounts-keeps-data = Ajustes y filtros que tus aplicaciones guardan aquí.

## Signing in and up in the web app.

accounts-in-title = Hola de nuevo
accounts-in-intro = Inicia sesión en { $server }
accounts-in-button = Iniciar sesión
accounts-in-other = ¿Es tu primera vez aquí?
accounts-in-other-link = Crear una cuenta
accounts-code-title = Con otro dispositivo
accounts-code-words = En un dispositivo con la sesión iniciada, abre los ajustes, luego tus dispositivos, y haz que muestre un código para este.
accounts-code-scan = Escanear el código
accounts-code-enter = Iniciar sesión como { $who }
accounts-code-over = Este código ya no vale. Haz que tu otro dispositivo muestre uno nuevo.
accounts-code-camera-none = No hay ninguna cámara que se pueda usar. Inicia sesión con tu contraseña.
accounts-up-title = Crea tu cuenta
accounts-up-intro = Serás miembro de { $server }
accounts-up-button = Crear cuenta
accounts-up-terms = Al crear una cuenta aceptas:
accounts-up-other = ¿Ya eres miembro?
accounts-up-other-link = Iniciar sesión

accounts-name-label = Nombre de usuario
accounts-name-hint = Los demás te encuentran por él: { $example }
accounts-password-label = Contraseña
accounts-password-hint =
    { $count ->
        [one] Al menos { $count } carácter. Unas cuantas palabras al azar son fáciles de recordar.
       *[other] Al menos { $count } caracteres. Unas cuantas palabras al azar son fáciles de recordar.
    }
accounts-token-label = Código de invitación
accounts-token-hint = De la persona o la página que te invitó.

accounts-error-name-invalid = Usa solo minúsculas, cifras y . _ = - / +.
accounts-error-name-taken = Este nombre ya está en uso. Elige otro.
accounts-error-password-short =
    { $count ->
        [one] Usa al menos { $count } carácter.
       *[other] Usa al menos { $count } caracteres.
    }
accounts-error-token-missing = Introduce el código de tu invitación.
accounts-error-token-wrong = Este código no es válido o ha dejado de serlo. Pide uno nuevo.
accounts-error-wrong = El nombre o la contraseña no son correctos. Comprueba ambos e inténtalo de nuevo.
accounts-error-password = Esta no es tu contraseña.
accounts-error-closed = Aquí nadie puede registrarse por su cuenta. Pide una cuenta a quienes administran este servidor.
accounts-error-ended = Esta cuenta se ha cerrado.
accounts-error-locked = Esta cuenta está bloqueada. Habla con quienes administran este servidor.
accounts-insecure = Esta aplicación necesita una conexión segura. Ábrela en una dirección que empiece por https:// o en localhost.

accounts-device-name = Hearth en { $browser } con { $system }
accounts-device-unknown = Hearth en un navegador

accounts-out = Cerrar sesión
accounts-out-title = ¿Cerrar sesión?
accounts-out-keys = Cuando cierres sesión, tus mensajes cifrados solo se podrán leer en otro dispositivo que ya los tenga. Con una clave de recuperación puedes recuperarlos.
accounts-out-unsent =
    { $count ->
        [one] { $count } mensaje o archivo aún no se ha enviado y se perdería.
       *[other] { $count } mensajes o archivos aún no se han enviado y se perderían.
    }

accounts-again-title = Tu sesión ha caducado
accounts-again-intro = Introduce la contraseña de { $user } para continuar. Tus mensajes siguen en este dispositivo.

accounts-settings = Ajustes
accounts-display-label = Tu nombre
accounts-display-hint = Lo que ven los demás. Tu dirección sigue siendo { $user }.
accounts-display-button = Guardar
accounts-picture-label = Tu imagen
accounts-picture-hint = Lo que ven los demás junto a tu nombre. El lugar donde se tomó una foto no se envía.

accounts-change = Cambiar
accounts-change-title = Cambiar tu contraseña
accounts-change-hint = Al cambiarla se cierra la sesión en tus otros dispositivos.
accounts-change-words = Se cierra la sesión en tus otros dispositivos. Tu clave de recuperación no cambia.
accounts-change-new = Contraseña nueva
accounts-change-now = Contraseña actual
accounts-change-button = Cambiar contraseña
accounts-change-done = Tu contraseña ha cambiado. Se ha cerrado la sesión en tus otros dispositivos.

accounts-end = Cerrarla
accounts-end-title = Cerrar tu cuenta
accounts-end-hint = Para siempre. Nadie puede recuperarla.
accounts-end-words = Tu cuenta se cierra de inmediato y para siempre:
accounts-end-rooms = Sales de todas las salas.
accounts-end-said = Lo que dijiste se queda con quienes lo recibieron, solo con tu dirección.
accounts-end-name = Nadie volverá a tener tu nombre, ni siquiera tú.
accounts-end-button = Cerrar mi cuenta
accounts-ended = Tu cuenta se ha cerrado.
accounts-elsewhere = Se ha cerrado tu sesión desde otro dispositivo o allí se ha cambiado tu contraseña. Inicia sesión de nuevo para continuar.
