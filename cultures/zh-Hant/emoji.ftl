### Emoji: choosing one in the web app.

emoji-choose = 表情符號
emoji-find = 搜尋表情符號
emoji-nothing = 沒有符合的表情符號。
emoji-offered = 可以輸入的表情符號
emoji-kinds = 表情符號種類

## Kinds of emoji.

emoji-often = 常用
emoji-faces = 表情與情緒
emoji-people = 人物與身體
emoji-nature = 動物與自然
emoji-food = 食物與飲料
emoji-travel = 旅行與地點
emoji-activities = 活動
emoji-objects = 物品
emoji-symbols = 符號
emoji-flags = 旗幟
