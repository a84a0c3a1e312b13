### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = Khóa công khai của bạn và của các thiết bị của bạn, cùng chữ ký trên đó.
keys-keeps-waiting = Tin nhắn gửi đến thiết bị của bạn mà thiết bị chưa lấy về, thường đã được người gửi mã hóa.
keys-keeps-backups = Bản sao lưu khóa phòng, được mã hóa bằng khóa chỉ mình bạn có.
keys-keeps-dehydrated = Một thiết bị được giữ lại để bạn quay về, cũng được mã hóa như vậy.

## The recovery key in the web app.

keys-recovery = Khóa khôi phục
keys-state-safe = Bạn đã có khóa. Khóa này đưa tin nhắn của bạn trở lại trên mọi thiết bị.
keys-state-here = Các khóa của bạn chỉ có trên thiết bị này.
keys-state-elsewhere = Nhập khóa để đọc tin nhắn cũ trên thiết bị này.
keys-offer-title = Giữ an toàn cho tin nhắn của bạn
keys-offer = Tin nhắn mã hóa chỉ mở được trên thiết bị này. Nếu mất thiết bị này, khóa khôi phục mở được chúng trên thiết bị khác.
keys-offer-button = Tạo khóa khôi phục
keys-make = Khóa này mở tin nhắn mã hóa của bạn trên thiết bị khác. Không ai khác có khóa, kể cả những người vận hành máy chủ này, nên hãy cất ở nơi bạn tìm lại được: trình quản lý mật khẩu hoặc trên giấy.
keys-make-button = Tạo ngay
keys-made = Đây là khóa khôi phục của bạn. Khóa chỉ hiển thị một lần.
keys-copy = Sao chép
keys-copied = Đã sao chép
keys-kept = Tôi đã cất khóa
keys-asked-title = Đọc tin nhắn cũ của bạn
keys-asked = Những gì bạn đã nói và đọc trên thiết bị khác sẽ mở ở đây, bằng thiết bị đó hoặc khóa khôi phục của bạn.
keys-asked-button = Đưa về đây
keys-enter-hint = Mười hai nhóm, mỗi nhóm bốn chữ cái và chữ số.
keys-enter-button = Mở tin nhắn của tôi
keys-enter-wrong = Đây không phải khóa khôi phục của bạn. Hãy kiểm tra từng ký tự; có phân biệt chữ hoa và chữ thường.
keys-change = Đổi khóa
keys-change-words = Bạn nhận khóa khôi phục mới, và khóa hiện tại không còn dùng được. Tin nhắn của bạn giữ nguyên.
keys-bring = Khóa khôi phục đưa tin nhắn của bạn về đây, và một thiết bị đọc được tin nhắn cũng vậy.
keys-bring-alone = Khóa khôi phục đưa tin nhắn của bạn về đây.
keys-bring-without = Một thiết bị đọc được tin nhắn của bạn sẽ chuyển chúng sang thiết bị này. Bạn không có khóa khôi phục.
keys-bring-device = Dùng thiết bị khác
keys-bring-neither = Tôi không có cả hai
keys-reset-title = Bắt đầu lại
keys-reset = Khi không còn thiết bị nào và không có khóa khôi phục, không ai mở được tin nhắn cũ của bạn. Bạn nhận khóa mới:
keys-reset-lost = Tin nhắn mã hóa từ trước hôm nay sẽ đóng vĩnh viễn.
keys-reset-devices = Các thiết bị khác của bạn phải được xác minh lại.
keys-reset-people = Những người đã xác minh bạn được báo rằng khóa của bạn đã thay đổi.
keys-reset-button = Bỏ tin nhắn cũ và bắt đầu lại

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = Thiết bị này chưa có khóa của bạn.
keys-unreadable-coming = Khóa của tin nhắn này đang trên đường đến. Tin nhắn sẽ tự mở khi có khóa.
keys-unreadable-lost = Tin này được gửi trước khi bạn đăng nhập trên thiết bị này, và khóa không có trong bản sao lưu. Một thiết bị bạn dùng trước đó có thể hiển thị.
keys-unreadable-joining = Tin này được gửi trước khi bạn tham gia, nên bạn không thể đọc.
keys-unreadable-withheld = Ứng dụng của người gửi không cho các thiết bị lạ đọc tin này.
keys-unreadable-broken = Không thể giải mã tin nhắn này.
keys-unreadable-look = Kiểm tra lại
keys-unreadable-ask = Nhờ { $name } gửi lại
keys-unreadable-asked = Tôi không đọc được tin nhắn này. Bạn gửi lại được không?
