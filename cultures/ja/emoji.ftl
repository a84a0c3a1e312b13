### Emoji: choosing one in the web app.

emoji-choose = 絵文字
emoji-find = 絵文字を検索
emoji-nothing = 該当する絵文字はありません。
emoji-offered = 入力できる絵文字
emoji-kinds = 絵文字の種類

## Kinds of emoji.

emoji-often = よく使う
emoji-faces = スマイリーと感情
emoji-people = 人と身体
emoji-nature = 動物と自然
emoji-food = 食べ物と飲み物
emoji-travel = 旅行と場所
emoji-activities = アクティビティ
emoji-objects = 物
emoji-symbols = 記号
emoji-flags = 旗
