### Emoji: choosing one in the web app.

emoji-choose = Эмодзи
emoji-find = Поиск эмодзи
emoji-nothing = Подходящих эмодзи нет.
emoji-offered = Эмодзи, которые можно вставить
emoji-kinds = Виды эмодзи

## Kinds of emoji.

emoji-often = Часто используемые
emoji-faces = Смайлики и эмоции
emoji-people = Люди и тело
emoji-nature = Животные и природа
emoji-food = Еда и напитки
emoji-travel = Путешествия и места
emoji-activities = Занятия
emoji-objects = Предметы
emoji-symbols = Символы
emoji-flags = Флаги
