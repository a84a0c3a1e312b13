### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = 語言與地區
cultures-usual = 慣用：{ $what }
cultures-calendar = 曆法
cultures-numerals = 數字
cultures-week = 每週第一天
cultures-weekend = 週末
cultures-hours = 時間格式
cultures-names = 姓名順序
cultures-names-given = 名在前
cultures-names-family = 姓在前
cultures-density = 間距
cultures-density-compact = 緊密
cultures-density-roomy = 寬鬆
cultures-quiet = 勿擾時段
cultures-quiet-hint = 通知應該等待的時段。週末和假日另有結束時間。
cultures-quiet-from = 從
cultures-quiet-to = 到
cultures-quiet-to-free = 到（放假日）
cultures-greetings = 節日祝福
cultures-festivals = 農曆節慶
cultures-example = 目前顯示為
cultures-given = 名
cultures-family = 姓
cultures-person = 姓與名
cultures-person-hint = 如果兩者都填寫，每位讀者會依自己語言的順序看到。

cultures-minimum-age = 必須年滿 { $age } 歲才能加入。
