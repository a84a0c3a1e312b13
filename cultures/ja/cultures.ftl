### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = 言語と地域
cultures-usual = 標準：{ $what }
cultures-calendar = カレンダー
cultures-numerals = 数字
cultures-week = 週の最初の曜日
cultures-weekend = 週末
cultures-hours = 時刻の表示
cultures-names = 名前の順序
cultures-names-given = 名が先
cultures-names-family = 姓が先
cultures-density = 行間
cultures-density-compact = 狭い
cultures-density-roomy = 広い
cultures-quiet = 通知を控える時間
cultures-quiet-hint = 通知を待たせる時間帯です。週末と祝日の終了時刻は別に設定できます。
cultures-quiet-from = 開始
cultures-quiet-to = 終了
cultures-quiet-to-free = 終了（休日）
cultures-greetings = 祝祭日のあいさつ
cultures-festivals = 太陰暦の祝祭日
cultures-example = 現在の表示
cultures-given = 名
cultures-family = 姓
cultures-person = 姓と名
cultures-person-hint = 両方を入力すると、見る人それぞれの言語の順序で表示されます。

cultures-minimum-age = 参加できるのは { $age } 歳以上の方です。
