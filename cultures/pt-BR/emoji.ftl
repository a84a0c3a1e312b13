### Emoji: choosing one in the web app.

emoji-choose = Emojis
emoji-find = Buscar emojis
emoji-nothing = Nenhum emoji corresponde.
emoji-offered = Emojis que você pode escrever
emoji-kinds = Tipos de emojis

## Kinds of emoji.

emoji-often = Usados com frequência
emoji-faces = Rostos e emoções
emoji-people = Pessoas e corpo
emoji-nature = Animais e natureza
emoji-food = Comidas e bebidas
emoji-travel = Viagens e lugares
emoji-activities = Atividades
emoji-objects = Objetos
emoji-symbols = Símbolos
emoji-flags = Bandeiras
