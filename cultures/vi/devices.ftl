### The devices that a member is signed in on.

devices-title = Thiết bị của bạn
devices-words = Nơi bạn đang đăng nhập.
devices-button = Hiện
devices-this = Thiết bị này
devices-seen = Dùng lần cuối { $when }
devices-unverified = Chưa xác minh. Nếu không phải của bạn, hãy đăng xuất thiết bị đó.
devices-long = Nhiều tháng không dùng. Hãy đăng xuất nếu bạn không còn giữ thiết bị đó.
devices-name = Tên thiết bị
devices-rename = Đổi tên
devices-verify = Xác minh
devices-out = Đăng xuất
devices-out-others = Đăng xuất tất cả thiết bị khác
devices-out-words =
    { $count ->
        [1] Thiết bị đó bị đăng xuất ngay. Nhập mật khẩu để xác nhận.
       *[other] { $count } thiết bị này bị đăng xuất ngay. Nhập mật khẩu để xác nhận.
    }
devices-add = Đăng nhập trên thiết bị khác
devices-add-words = Nhập mật khẩu của bạn, để không ai khác làm được việc này.
devices-add-show = Hiện mã
devices-add-scan = Quét mã này bằng thiết bị kia. Mã dùng được một lần, trong { $minutes } phút.
devices-add-over = Mã này đã hết thời gian. Hãy hiện mã khác.
devices-added = { $name } hiện đã đăng nhập.
