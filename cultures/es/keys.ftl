### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = Tus claves públicas y las de tus dispositivos, y las firmas sobre ellas.
keys-keeps-waiting = Mensajes para tus dispositivos que aún no han recogido, por lo general cifrados por quien los envió.
keys-keeps-backups = Copias de seguridad de las claves de las salas, cifradas con una clave que solo tienes tú.
keys-keeps-dehydrated = Un dispositivo guardado para cuando vuelvas, cifrado del mismo modo.

## The recovery key in the web app.

keys-recovery = Clave de recuperación
keys-state-safe = Tienes una. Recupera tus mensajes en cualquier dispositivo.
keys-state-here = Tus claves están solo en este dispositivo.
keys-state-elsewhere = Introdúcela para leer mensajes anteriores en este dispositivo.
keys-offer-title = Pon a salvo tus mensajes
keys-offer = Los mensajes cifrados solo se abren en este dispositivo. Si lo pierdes, una clave de recuperación los abre en otro.
keys-offer-button = Crear una clave de recuperación
keys-make = Abre tus mensajes cifrados en otro dispositivo. Nadie más la tiene, ni siquiera quienes administran este servidor, así que guárdala donde puedas encontrarla: en un gestor de contraseñas o en papel.
keys-make-button = Crearla ahora
keys-made = Esta es tu clave de recuperación. Solo se muestra una vez.
keys-copy = Copiar
keys-copied = Copiada
keys-kept = Ya la he guardado
keys-asked-title = Lee tus mensajes anteriores
keys-asked = Lo que dijiste y leíste en otro dispositivo se abre aquí, con ese dispositivo o con tu clave de recuperación.
keys-asked-button = Traerlos aquí
keys-enter-hint = Doce grupos de cuatro letras y cifras.
keys-enter-button = Abrir mis mensajes
keys-enter-wrong = Esta no es tu clave de recuperación. Comprueba cada carácter; se distinguen mayúsculas y minúsculas.
keys-change = Cambiarla
keys-change-words = Recibes una clave de recuperación nueva y la que tienes deja de funcionar. Tus mensajes no cambian.
keys-bring = Tu clave de recuperación trae tus mensajes aquí, y también un dispositivo que pueda leerlos.
keys-bring-alone = Tu clave de recuperación trae tus mensajes aquí.
keys-bring-without = Un dispositivo que pueda leer tus mensajes se los pasa a este. No tienes clave de recuperación.
keys-bring-device = Usar otro dispositivo
keys-bring-neither = No tengo ninguno de los dos
keys-reset-title = Empezar de nuevo
keys-reset = Sin otro dispositivo ni clave de recuperación, nadie puede abrir tus mensajes anteriores. Recibes claves nuevas:
keys-reset-lost = Los mensajes cifrados anteriores a hoy quedan cerrados para siempre.
keys-reset-devices = Tus otros dispositivos tendrán que verificarse otra vez.
keys-reset-people = A quienes te verificaron se les avisa de que tus claves han cambiado.
keys-reset-button = Renunciar a mis mensajes antiguos y empezar de nuevo

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = Este dispositivo aún no tiene tus claves.
keys-unreadable-coming = La clave de este mensaje está en camino. El mensaje se abrirá por sí solo cuando llegue.
keys-unreadable-lost = Se envió antes de que iniciaras sesión en este dispositivo, y su clave no está en tu copia de seguridad. Un dispositivo que usaras antes puede mostrarlo.
keys-unreadable-joining = Se envió antes de que te unieras, así que no puedes leerlo.
keys-unreadable-withheld = La aplicación de quien lo envió lo oculta a los dispositivos que no conoce.
keys-unreadable-broken = Este mensaje no se puede descifrar.
keys-unreadable-look = Volver a mirar
keys-unreadable-ask = Pedir a { $name } que lo envíe otra vez
keys-unreadable-asked = No puedo leer este mensaje. ¿Puedes enviarlo otra vez?
