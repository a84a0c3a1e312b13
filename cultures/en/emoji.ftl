### Emoji: choosing one in the web app.

# A button that opens the emoji.
emoji-choose = Emoji
emoji-find = Search emoji
emoji-nothing = No emoji fits.
# While somebody writes “:” and a name.
emoji-offered = Emoji you can write
emoji-kinds = Kinds of emoji

## Kinds of emoji.

emoji-often = Often used
emoji-faces = Smileys and feelings
emoji-people = People and body
emoji-nature = Animals and nature
emoji-food = Food and drink
emoji-travel = Travel and places
emoji-activities = Activities
emoji-objects = Objects
emoji-symbols = Symbols
emoji-flags = Flags
