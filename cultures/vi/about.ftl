### One room: what it is, who is in it, and what may be changed.

about-title = Về phòng này
about-back = Quay lại
about-ways = Thêm về phòng này
about-encrypted = Mã hóa đầu cuối: chỉ những người trong phòng đọc được những gì đã nói.
about-not-encrypted = Không mã hóa: người quản lý máy chủ cũng có thể đọc.
about-entry-anybody = Mọi người ở đây đều có thể tìm thấy và vào phòng.
about-entry-asking = Ai cũng có thể xin vào.
about-entry-members-of = Thành viên của cộng đồng chứa phòng này có thể vào.
about-entry-invited = Chỉ người được mời mới vào được.
about-history-world = Ai cũng đọc được, ngay cả khi chưa tham gia.
about-history-beginning = Người tham gia đọc được những gì đã nói trước đó.
about-history-invitation = Người tham gia đọc được những gì đã nói từ khi được mời.
about-history-joining = Người tham gia chỉ đọc được những gì nói từ lúc đó trở đi.

about-calls = Thông báo cho tôi về
about-calls-all = Tất cả tin nhắn
about-calls-mentions = Chỉ khi được nhắc đến
about-calls-none = Không có gì

## The people in a room.

about-members = Thành viên
about-members-search = Tìm thành viên
about-members-here = Trong phòng
about-members-invited = Đã mời
about-members-asking = Xin vào
about-members-banned = Bị cấm

about-here = Trong phòng này
about-role = Vai trò
about-role-owner = Chủ phòng
about-role-admin = Quản trị viên
about-role-moderator = Điều hành viên
about-role-member = Thành viên
about-role-custom = Cấp { $level }
about-role-own = Nếu bạn tự nhận vai trò thấp hơn, chỉ người khác mới có thể trao lại cho bạn.
about-banned = Bị cấm

about-let-in = Cho vào
about-remove = Đưa ra khỏi phòng
about-remove-title = Đưa { $name } ra khỏi phòng?
about-remove-words = { $name } rời phòng và được cho biết lý do. Họ có thể quay lại nếu phòng mở hoặc có người mời.
about-ban = Cấm
about-ban-title = Cấm { $name }?
about-ban-words = { $name } rời phòng và không thể quay lại, kể cả khi được mời, cho đến khi lệnh cấm được gỡ. Những gì họ đã nói vẫn còn.
about-unban = Gỡ lệnh cấm

about-refused-level = Ở đây bạn cần vai trò này: { $role }.
about-refused-rank = { $name } có vai trò bằng hoặc cao hơn bạn, nên bạn không thể đưa họ ra khỏi phòng.
about-error-forbidden = Vai trò của bạn trong phòng này không cho phép việc này. Có thể nó vừa được thay đổi.

## The settings of a room.

about-settings = Cài đặt phòng
about-save = Lưu
about-topic = Chủ đề
about-topic-hint = Phòng này dùng để làm gì, trong một câu.
about-picture = Chọn ảnh
about-entry-invited-hint = Thành viên mời những người nên vào.
about-entry-asking-label = Người xin vào và được chấp nhận
about-entry-asking-hint = Ai cũng có thể xin; thành viên có quyền mời sẽ quyết định.
about-entry-anybody-hint = Phòng có trong danh sách, và mọi người ở đây đều có thể vào mà không cần xin.
about-history = Ai đọc được những gì đã nói trước đó?
about-history-beginning-label = Thành viên, từ đầu
about-history-beginning-hint = Người mới thấy toàn bộ cuộc trò chuyện. Với tin nhắn mã hóa, họ thấy những gì được gửi từ bây giờ.
about-history-invitation-label = Thành viên, từ khi được mời
about-history-joining-label = Thành viên, từ khi tham gia
about-history-later-hint = Những gì đã nói trước đó vẫn ẩn với người mới.
about-history-world-label = Bất kỳ ai
about-history-world-hint = Ngay cả người chưa tham gia cũng đọc được.

about-addresses = Địa chỉ
about-addresses-remove = Xóa { $address }
about-addresses-new = Địa chỉ mới
about-addresses-hint = Một từ ngắn không có dấu cách, ví dụ khuvuon. Liên kết chứa từ này dẫn đến đây.
about-addresses-add = Thêm địa chỉ

about-deeds = Ai được làm gì
about-deeds-words = Người có vai trò này hoặc cao hơn.
about-deed-say = Viết tin nhắn
about-deed-invite = Mời mọi người
about-deed-delete = Xóa tin nhắn của người khác
about-deed-remove = Đưa người khác ra khỏi phòng
about-deed-ban = Cấm người khác
about-deed-name = Đổi tên
about-deed-topic = Đổi chủ đề
about-deed-picture = Đổi ảnh
about-deed-rooms = Thêm phòng và đưa phòng ra
about-deed-roles = Trao vai trò
