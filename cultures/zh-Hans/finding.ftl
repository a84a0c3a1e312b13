### 推荐的房间，以及各自的理由。

finding-suggested = 可以加入的房间
finding-known = 和你聊过天的 { $count } 人在这里
finding-talking = 本周有 { $count } 人在这里聊天
finding-new = 新房间，{ $count } 名成员
