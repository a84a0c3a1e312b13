### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Hacer funcionar la mensajería
privacy-service-what = Tu cuenta, tus dispositivos, tus salas y lo que envías se guardan y se llevan a las personas a las que escribes.
privacy-service-why = Sin esto no habría mensajería.
privacy-service-data = Todo lo que conservan los módulos que figuran en el registro: tu cuenta y tu perfil, los dispositivos y sus claves, las salas, los mensajes, los archivos, las confirmaciones de lectura y los ajustes.
privacy-service-kept = Hasta que lo elimines o se cierre tu cuenta. Lo que escribiste en las salas sigue ahí para los demás, a menos que lo elimines.

privacy-security-name = Proteger las cuentas y a las personas
privacy-security-what = Se registran los inicios de sesión, los intentos fallidos y la dirección desde la que se conectan tus dispositivos. Los reportes de mensajes, salas y personas llegan a quienes administran el servidor.
privacy-security-why = Para que nadie se apodere de tu cuenta y para poder frenar a quienes acosan a otras personas.
privacy-security-data = Horas de inicio de sesión, la última dirección de cada dispositivo, el número de contraseñas incorrectas, los reportes con sus motivos.
privacy-security-kept = La dirección de un dispositivo, hasta que se cierre su sesión; los reportes, mientras el servidor esté en marcha. Que se introdujo una contraseña incorrecta se guarda hasta que ya no quepa en la lista de sucesos del servidor.

privacy-retention-name = Notar cuándo alguien se aleja
privacy-retention-what = Se cuenta cuándo estás y qué haces: cuántos mensajes envías y recibes y en qué tipo de sala, quién responde a quién, invitaciones, llamadas y las dificultades que encuentras. Nunca se mira lo que escribes.
privacy-retention-why = Para que quienes cuidan de esta comunidad sepan pronto quién está a punto de irse y por qué, y puedan corregir lo que aleja a la gente.
privacy-retention-data = Tipos de acciones, horas, cantidades, tamaños aproximados y los identificadores de salas y personas. Nunca palabras, nombres, imágenes ni archivos.
privacy-retention-kept = El registro indica cuántos días se conserva cada señal. En cuanto dices que no, no se cuenta nada más. Cuando se cierra tu cuenta, lo contado se elimina.

privacy-product-name = Mejorar la aplicación
privacy-product-what = Se cuenta qué partes de la aplicación usas, dónde falla y cuánto la esperas.
privacy-product-why = Para encontrar y corregir lo que te estorba.
privacy-product-data = Nombres de funciones de una lista fija, tipos de errores, tiempos de espera, la versión de la aplicación. Nunca lo que escribes.
privacy-product-kept = El registro indica cuántos días se conserva cada señal. En cuanto dices que no, no se cuenta nada más. Cuando se cierra tu cuenta, lo contado se elimina.

privacy-personal-name = Hacer algo por ti a tiempo
privacy-personal-what = Lo que se ha aprendido sobre ti, por ejemplo que quizá estés a punto de irte, se usa para escribirte, ofrecerte ayuda o mostrarte algo.
privacy-personal-why = Para ayudarte antes de que sea demasiado tarde y no molestarte cuando no hace falta.
privacy-personal-data = Lo que se ha aprendido sobre ti con sus razones, lo que se hizo por ti y qué resultó de ello.
privacy-personal-kept = Hasta que se cierre tu cuenta. En cuanto dices que no, no se hace nada más a partir de ello.

## What makes a use of personal data lawful.

privacy-basis-contract = Es necesario para lo que nos pediste hacer (contrato).
privacy-basis-interest = Tenemos un interés legítimo sobre el que no prevalece el tuyo.
privacy-basis-consent = Tú decides y puedes cambiar de opinión en cualquier momento (consentimiento).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Desactivado hasta que aceptes.
privacy-default-notice = Activado desde que se te informa hasta que digas que no. Puedes decir que no en cualquier momento.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = Qué aceptaste o no y cuándo, qué versión del texto viste y en qué idioma, y la región que indicaste. Se elimina cuando se cierra tu cuenta.

## The choices in the web app.

privacy-choices-title = Tus datos
privacy-choices-intro = Tú decides para qué se usan además de hacer funcionar la mensajería. Lo que escribes nunca se lee.
privacy-choices-more = Por qué, con qué datos y cuánto tiempo
privacy-told-retention = Esta aplicación informa, cada vez con una palabra de una lista fija: de que la abriste, de cuánto tiempo la usaste y de cuándo algo no se envió, no se pudo leer, fue lento, no se encontró, falló o se rechazó.
privacy-told-product = Esta aplicación informa, cada vez con una palabra de una lista fija: de qué partes usas, como las respuestas, las reacciones o la búsqueda, y de qué ajustes cambias.
privacy-choices-copy = Descargar lo que se guarda sobre mí
privacy-asked-title = Tus datos, tu decisión
privacy-asked = ¿Puede esta comunidad aprender de cómo se usa? No se cuenta nada hasta que digas que sí.
privacy-asked-notice = Esta comunidad aprende de cómo se usa. Mira qué significa; puedes decir que no en cualquier momento.
privacy-asked-button = Ver de qué se trata
