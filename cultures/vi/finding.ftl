### Rooms that are suggested, and what speaks for each.

finding-suggested = Phòng bạn có thể tham gia
finding-known = { $count } người bạn trò chuyện có ở đây
finding-talking = { $count } người đã trò chuyện ở đây tuần này
finding-new = Mới, có { $count } thành viên
