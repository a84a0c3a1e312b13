### 文化：一种语言的习惯，以及成员自己的选择。

cultures-region = 语言和地区
cultures-usual = 默认：{ $what }
cultures-calendar = 历法
cultures-numerals = 数字
cultures-week = 每周第一天
cultures-weekend = 周末
cultures-hours = 时制
cultures-names = 姓名顺序
cultures-names-given = 名在前
cultures-names-family = 姓在前
cultures-density = 行距
cultures-density-compact = 紧凑
cultures-density-roomy = 宽松
cultures-quiet = 免打扰时段
cultures-quiet-hint = 在此时段内，通知会稍后再来。周末和节假日可单独设置结束时间。
cultures-quiet-from = 开始
cultures-quiet-to = 结束
cultures-quiet-to-free = 休息日结束
cultures-greetings = 节日祝福
cultures-festivals = 农历等传统节日
cultures-example = 目前的显示方式
cultures-given = 名
cultures-family = 姓
cultures-person = 姓和名
cultures-person-hint = 两项都填写后，每位读者会按自己语言的习惯看到你的姓名。

cultures-minimum-age = 年满 { $age } 周岁方可加入。
