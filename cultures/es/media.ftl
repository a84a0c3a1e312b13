### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Los archivos que has subido: contenido, nombre, tipo, tamaño y cuándo.

## Files in a conversation of the web app.

media-attach = Adjuntar archivos
media-drop = Suelta aquí para adjuntar
media-chosen = Archivos por enviar
media-caption = Añadir un texto
media-remove = No enviar { $name }
media-smaller = Reducir las imágenes grandes al enviar
media-large = { $name } es demasiado grande. Aquí los archivos pueden tener hasta { $size }.
media-empty = { $name } está vacío o es una carpeta.
media-unreadable = No se pudo leer { $name }. Quítalo y vuelve a elegirlo.
media-many = Solo se pueden enviar { $count } archivos a la vez. Envía primero estos.
media-sending = Enviando { $name }
media-open-picture = Abrir la imagen { $name }
media-play = Reproducir { $name }
media-play-voice = Reproducir el mensaje de voz
media-download = Descargar { $name }
media-keep = Descargar
media-record = Grabar un mensaje de voz
media-recording = Grabando
media-microphone = No se puede usar el micrófono. Permítelo para esta página en tu navegador y vuelve a intentarlo.
media-voice = Mensaje de voz
media-unreached = No se pudo obtener el archivo. Vuelve a intentarlo.
media-gone = El archivo ya no está en el servidor.
media-damaged = El archivo se alteró por el camino, así que no se abre.
media-unshowable = El archivo no se puede mostrar aquí. Puedes descargarlo.
media-no-picture = No es una imagen que se pueda mostrar. Elige PNG, JPEG, GIF o WebP.
media-opening = Abriendo la imagen
media-actual = Tamaño real
media-previous = Imagen anterior
media-next = Imagen siguiente
media-from = { $name }, { $time }
