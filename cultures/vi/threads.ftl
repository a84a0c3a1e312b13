### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Chuỗi tin nhắn
threads-one = Chuỗi tin nhắn
threads-all = Tất cả chuỗi tin nhắn
threads-close = Đóng chuỗi tin nhắn
threads-fetching = Đang tải…
threads-more = Chuỗi cũ hơn
threads-none = Chưa có chuỗi nào. “Trả lời trong chuỗi” ở một tin nhắn sẽ mở một chuỗi, để chuyện bên lề không chiếm hết phòng.
threads-failed = Không tải được các chuỗi.
threads-missing = Không thể hiển thị chuỗi này: tin nhắn đầu tiên không tồn tại, được gửi trước khi bạn tham gia, hoặc không kết nối được với máy chủ.
