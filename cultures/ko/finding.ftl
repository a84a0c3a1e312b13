### Rooms that are suggested, and what speaks for each.

finding-suggested = 참여할 만한 대화방
finding-known = 대화하는 사람 { $count }명이 여기 있어요
finding-talking = 이번 주에 { $count }명이 여기서 대화했어요
finding-new = 새 대화방, 멤버 { $count }명
