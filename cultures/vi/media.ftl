### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Các tệp bạn đã tải lên: nội dung, tên, loại, kích thước và thời điểm.

## Files in a conversation of the web app.

media-attach = Đính kèm tệp
media-drop = Thả vào đây để đính kèm
media-chosen = Tệp sẽ gửi
media-caption = Thêm chú thích
media-remove = Không gửi { $name }
media-smaller = Thu nhỏ ảnh lớn khi gửi
media-large = { $name } quá lớn. Ở đây tệp không được vượt quá { $size }.
media-empty = { $name } trống hoặc là một thư mục.
media-unreadable = Không đọc được { $name }. Hãy bỏ tệp này ra rồi chọn lại.
media-many = Mỗi lần chỉ gửi được { $count } tệp. Hãy gửi những tệp này trước.
media-sending = Đang gửi { $name }
media-open-picture = Mở ảnh { $name }
media-play = Phát { $name }
media-play-voice = Phát tin nhắn thoại
media-download = Tải xuống { $name }
media-keep = Tải xuống
media-record = Ghi tin nhắn thoại
media-recording = Đang ghi
media-microphone = Không dùng được micrô. Hãy cho phép trang này trong trình duyệt rồi thử lại.
media-voice = Tin nhắn thoại
media-unreached = Không tải được tệp. Hãy thử lại.
media-gone = Tệp không còn trên máy chủ.
media-damaged = Tệp đã bị thay đổi trên đường truyền nên không được mở.
media-unshowable = Không thể hiển thị tệp ở đây. Bạn có thể tải xuống.
media-no-picture = Đây không phải là ảnh có thể hiển thị. Hãy chọn PNG, JPEG, GIF hoặc WebP.
media-opening = Đang mở ảnh
media-actual = Kích thước thật
media-previous = Ảnh trước
media-next = Ảnh sau
media-from = { $name }, { $time }
