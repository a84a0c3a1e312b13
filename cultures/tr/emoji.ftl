### Emoji: choosing one in the web app.

emoji-choose = Emoji
emoji-find = Emoji ara
emoji-nothing = Uyan emoji yok.
emoji-offered = Yazabileceğin emojiler
emoji-kinds = Emoji türleri

## Kinds of emoji.

emoji-often = Sık kullanılanlar
emoji-faces = Yüzler ve duygular
emoji-people = İnsanlar ve vücut
emoji-nature = Hayvanlar ve doğa
emoji-food = Yiyecek ve içecek
emoji-travel = Seyahat ve yerler
emoji-activities = Etkinlikler
emoji-objects = Nesneler
emoji-symbols = Semboller
emoji-flags = Bayraklar
