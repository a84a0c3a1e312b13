### Emoji: choosing one in the web app.

emoji-choose = Emoji
emoji-find = Emoji suchen
emoji-nothing = Kein Emoji passt.
emoji-offered = Emoji, die du schreiben kannst
emoji-kinds = Arten von Emoji

## Kinds of emoji.

emoji-often = Häufig verwendet
emoji-faces = Smileys und Gefühle
emoji-people = Menschen und Körper
emoji-nature = Tiere und Natur
emoji-food = Essen und Trinken
emoji-travel = Reisen und Orte
emoji-activities = Aktivitäten
emoji-objects = Gegenstände
emoji-symbols = Symbole
emoji-flags = Flaggen
