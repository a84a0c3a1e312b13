### Emoji: choosing one in the web app.

emoji-choose = Emojis
emoji-find = Buscar emojis
emoji-nothing = Ningún emoji coincide.
emoji-offered = Emojis que puedes escribir
emoji-kinds = Tipos de emojis

## Kinds of emoji.

emoji-often = De uso frecuente
emoji-faces = Caras y emociones
emoji-people = Personas y cuerpo
emoji-nature = Animales y naturaleza
emoji-food = Comida y bebida
emoji-travel = Viajes y lugares
emoji-activities = Actividades
emoji-objects = Objetos
emoji-symbols = Símbolos
emoji-flags = Banderas
