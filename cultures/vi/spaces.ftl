### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Cộng đồng của bạn
spaces-all = Tất cả cuộc trò chuyện
spaces-found = Cộng đồng · { $members }

## Making one.

spaces-new = Tạo cộng đồng
spaces-new-button = Tạo cộng đồng
spaces-new-words = Cộng đồng tập hợp các phòng liên quan vào một nơi.
spaces-name = Tên cộng đồng
spaces-topic-hint = Cộng đồng này để làm gì, trong một câu.
spaces-public-hint = Hiện trong danh sách của mọi thành viên trên máy chủ này.

## Its page, and its rooms.

spaces-about = Giới thiệu
spaces-settings = Cài đặt cộng đồng
spaces-leave = Bạn vẫn ở trong các phòng của cộng đồng mà bạn đã tham gia. Để quay lại cộng đồng, bạn có thể cần lời mời mới.
spaces-empty = Chưa có phòng nào.
spaces-add = Thêm phòng
spaces-add-to = Thêm phòng vào { $space }
spaces-add-search = Tìm trong các phòng của bạn
spaces-add-nothing = Bạn không ở trong phòng nào có thể thêm.
spaces-add-words = Ai có thể tham gia phòng vẫn giữ nguyên.
spaces-added = Đã thêm: { $rooms }
spaces-take-room = Đưa { $room } ra khỏi cộng đồng
spaces-take-title = Đưa { $room } ra khỏi { $space }?
spaces-take-words = Phòng vẫn giữ nguyên, cùng thành viên, những gì đã nói và ai có thể tham gia. Chỉ là phòng không còn nằm trong cộng đồng này.
spaces-take = Đưa ra
spaces-reach = Thành viên của { $space }
spaces-reach-hint = Mọi người trong cộng đồng đều có thể vào. Không mã hóa, nên người mới đọc được những gì đã nói trước đó.
