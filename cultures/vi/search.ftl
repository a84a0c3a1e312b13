### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = Những từ nào nằm trong tin nhắn, tên hoặc chủ đề nào không được mã hóa, và ai đã viết. Chúng biến mất khi nội dung bị xóa.
search-keeps-names = Các phần trong tên của bạn, chừng nào tài khoản còn tồn tại.
