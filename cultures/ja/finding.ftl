### Rooms that are suggested, and what speaks for each.

finding-suggested = 参加できるルーム
finding-known = 話したことのある人が { $count } 人います
finding-talking = 今週 { $count } 人が話しました
finding-new = 新規、メンバー { $count } 人
