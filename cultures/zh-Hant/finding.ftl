### Rooms that are suggested, and what speaks for each.

finding-suggested = 你可以加入的聊天室
finding-known = 有 { $count } 位和你聊過的人在這裡
finding-talking = 本週有 { $count } 人在這裡聊天
finding-new = 新聊天室，{ $count } 位成員
