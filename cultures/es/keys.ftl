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
keys-state-elsewhere = Hay mensajes anteriores que la esperan en este dispositivo.
keys-offer-title = Pon a salvo tus mensajes
keys-offer = Tus mensajes cifrados solo se pueden leer en este dispositivo. Con una clave de recuperación los recuperas si lo pierdes.
keys-offer-button = Crear una clave de recuperación
keys-make = Abre tus mensajes cifrados en otro dispositivo. Nadie más la tiene, ni siquiera quienes administran este servidor, así que guárdala donde puedas encontrarla: en un gestor de contraseñas o en papel.
keys-make-button = Crearla ahora
keys-made = Esta es tu clave de recuperación. Solo se muestra una vez.
keys-copy = Copiar
keys-copied = Copiada
keys-kept = Ya la he guardado
keys-asked-title = Lee tus mensajes anteriores
keys-asked = Lo que dijiste y leíste en otro dispositivo se abre aquí con tu clave de recuperación.
keys-asked-button = Introducir la clave de recuperación
keys-enter-hint = Doce grupos de cuatro letras y cifras.
keys-enter-button = Abrir mis mensajes
keys-enter-wrong = Esta no es tu clave de recuperación. Comprueba cada carácter; se distinguen mayúsculas y minúsculas.
