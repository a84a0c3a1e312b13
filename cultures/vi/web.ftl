### The web app's frame: what every screen of it needs.

web-absent = Đây là máy chủ { -product }. Máy chủ này được dựng mà không có ứng dụng web: lệnh `make run` sẽ dựng kèm ứng dụng. Mọi ứng dụng Matrix đều có thể đăng nhập tại đây.

web-language = Ngôn ngữ
web-starting = Đang mở các cuộc trò chuyện của bạn…
web-elsewhere-title = Đang mở trong cửa sổ khác
web-elsewhere = Các cuộc trò chuyện của bạn đang mở trong một cửa sổ khác của trình duyệt này. Mỗi lúc chỉ có thể mở trong một cửa sổ.
web-elsewhere-button = Dùng tại đây
web-broken-title = Không thể mở các cuộc trò chuyện của bạn
web-broken = Không thể đọc dữ liệu lưu trong trình duyệt này, hoặc máy chủ không trả lời. Hãy thử lại; nếu vẫn không được, hãy đăng xuất rồi đăng nhập lại.
web-broken-button = Thử lại

web-look = Giao diện
web-look-system = Theo hệ thống
web-look-light = Sáng
web-look-dark = Tối
web-look-contrast = Tương phản cao

web-update-title = Có phiên bản mới
web-update = Tải lại để dùng. Những gì bạn đang viết vẫn được giữ.
web-update-button = Tải lại
