### 表情：在网页应用中选择表情。

emoji-choose = 表情
emoji-find = 搜索表情
emoji-nothing = 没有符合的表情。
emoji-offered = 可以输入的表情
emoji-kinds = 表情分类

## 表情的分类。

emoji-often = 常用
emoji-faces = 笑脸与情感
emoji-people = 人物与身体
emoji-nature = 动物与自然
emoji-food = 食物与饮料
emoji-travel = 旅行与地点
emoji-activities = 活动
emoji-objects = 物品
emoji-symbols = 符号
emoji-flags = 旗帜
