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
keys-state-elsewhere = Tin nhắn cũ trên thiết bị này đang chờ khóa.
keys-offer-title = Giữ an toàn cho tin nhắn của bạn
keys-offer = Tin nhắn mã hóa của bạn chỉ đọc được trên thiết bị này. Với khóa khôi phục, bạn lấy lại được chúng nếu mất thiết bị.
keys-offer-button = Tạo khóa khôi phục
keys-make = Khóa này mở tin nhắn mã hóa của bạn trên thiết bị khác. Không ai khác có khóa, kể cả những người vận hành máy chủ này, nên hãy cất ở nơi bạn tìm lại được: trình quản lý mật khẩu hoặc trên giấy.
keys-make-button = Tạo ngay
keys-made = Đây là khóa khôi phục của bạn. Khóa chỉ hiển thị một lần.
keys-copy = Sao chép
keys-copied = Đã sao chép
keys-kept = Tôi đã cất khóa
keys-asked-title = Đọc tin nhắn cũ của bạn
keys-asked = Những gì bạn đã nhắn và đọc trên thiết bị khác sẽ mở tại đây bằng khóa khôi phục của bạn.
keys-asked-button = Nhập khóa khôi phục
keys-enter-hint = Mười hai nhóm, mỗi nhóm bốn chữ cái và chữ số.
keys-enter-button = Mở tin nhắn của tôi
keys-enter-wrong = Đây không phải khóa khôi phục của bạn. Hãy kiểm tra từng ký tự; có phân biệt chữ hoa và chữ thường.
