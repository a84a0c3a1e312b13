### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Những từ nào nằm trong tin nhắn, tên hoặc chủ đề nào không được mã hóa, và ai đã viết. Chúng biến mất khi nội dung bị xóa.
search-keeps-names = Các phần trong tên của bạn, chừng nào tài khoản còn tồn tại.

## Looking for messages in the web app.

search-title = Tìm tin nhắn
search-close = Đóng tìm kiếm
search-words = Từ có trong tin nhắn
search-here = Phòng này
search-everywhere = Tất cả các phòng
search-searching = Đang tìm…
search-count = { $count } tin nhắn
search-secret-all = Tin nhắn ở đây được mã hóa nên máy chủ không tìm được. Thiết bị này tìm trong những tin đã tải.
search-secret-some = Tin nhắn mã hóa chỉ được tìm trong phạm vi thiết bị này đã tải.
search-more = Thêm tin nhắn
search-further = Tìm xa hơn về trước
search-nothing = Không tìm thấy gì cho “{ $words }”.
search-nothing-try = Tin nhắn phải chứa tất cả các từ. Hãy thử ít từ hơn hoặc phần đầu của một từ.
search-failed = Không thể tìm kiếm. Hãy kiểm tra kết nối.
search-for = Tìm “{ $words }” trong tin nhắn
