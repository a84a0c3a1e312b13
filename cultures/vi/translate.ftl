### Translating a message that is in another language, on request.

translate-button = Dịch
translate-hide = Ẩn bản dịch
translate-busy = Đang dịch…
translate-by = Dịch bằng máy từ { $from }
translate-by-unknown = Dịch bằng máy
translate-same = Tin này đã bằng ngôn ngữ của bạn.
translate-failed = Hiện không dịch được. Hãy thử lại sau.

## Asked before the text of an encrypted message is given away.

translate-ask-title = Đưa văn bản này ra khỏi mã hóa?
translate-ask = Tin nhắn này được mã hóa đầu cuối. Để dịch, văn bản phải rời khỏi mã hóa: máy chủ này và { $provider } có thể đọc. Máy chủ này không lưu lại gì.
translate-ask-once = Dịch tin nhắn này
translate-ask-room = Dịch ở đây mà không hỏi lại

## In the settings, once that was allowed for whole rooms.

translate-allowed = Dịch tin nhắn mã hóa
translate-allowed-words = Trong { $count } phòng, văn bản rời khỏi mã hóa để được dịch mà không hỏi lại.
translate-allowed-end = Hỏi lại
