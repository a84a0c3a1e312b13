### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Tạo quản trị viên
accounts-setup-intro = Chào mừng bạn. Máy chủ { -product } { $server } của bạn đang chạy và chờ tài khoản đầu tiên. Tài khoản đó sẽ là quản trị viên, người chăm lo cho máy chủ và mọi người trên đó.
accounts-setup-localhost = Máy chủ này có tên “localhost”, chỉ dùng để thử nghiệm: người khác không thể kết nối bằng tên đó, và máy chủ không thể đổi tên về sau.

accounts-setup-name-label = Tên người dùng
accounts-setup-name-hint = Chỉ dùng chữ cái thường, chữ số và . _ = - / +. Người khác sẽ biết bạn, chẳng hạn, là { $example }. Không thể thay đổi về sau.
accounts-setup-password-label = Mật khẩu
accounts-setup-password-hint = Ít nhất { $count } ký tự. Vài từ ngẫu nhiên thì dễ nhớ và khó đoán.
accounts-setup-password-again-label = Nhập lại mật khẩu
accounts-setup-password-again-hint = Nhập lại lần nữa để tránh gõ nhầm.
accounts-setup-button = Tạo tài khoản

accounts-setup-error-name-invalid = Hãy nhập tên người dùng. Chỉ dùng chữ cái thường, chữ số và . _ = - / +.
accounts-setup-error-name-taken = Tên người dùng này đã có người dùng. Hãy chọn tên khác.
accounts-setup-error-passwords-differ = Hai mật khẩu không giống nhau. Hãy nhập lại cả hai.
accounts-setup-error-password-too-short = Mật khẩu quá ngắn. Hãy dùng ít nhất { $count } ký tự.

accounts-setup-done-title = Máy chủ của bạn đã sẵn sàng
accounts-setup-done = { $user } hiện là quản trị viên. Hãy mở { $address } trong trình duyệt và đăng nhập, hoặc chọn địa chỉ đó làm máy chủ chính trong bất kỳ ứng dụng Matrix nào.
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = Máy chủ chính

accounts-setup-refused-title = Liên kết này không dùng được
accounts-setup-refused = Liên kết đã được dùng hoặc không đầy đủ. Chừng nào máy chủ chưa có quản trị viên, máy chủ sẽ in ra liên kết mới mỗi lần khởi động lại.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Trước khi tham gia
# $server is the server's name, such as example.org.
accounts-terms-intro = Để có tài khoản trên { $server }, bạn đồng ý với:
accounts-terms-button = Tôi đồng ý
accounts-terms-done-title = Cảm ơn bạn
accounts-terms-done = Hãy quay lại ứng dụng của bạn, ứng dụng sẽ tự tiếp tục. Bạn có thể đóng cửa sổ này.
accounts-terms-over-title = Trang này không còn dùng được
accounts-terms-over = Hãy bắt đầu lại trong ứng dụng của bạn.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Matrix ID của bạn, đó có phải quản trị viên không, tài khoản được tạo, bị khóa hoặc kết thúc khi nào, và bạn đã đồng ý với điều khoản nào.
accounts-keeps-password = Mã băm mật khẩu của bạn, không bao giờ là mật khẩu.
accounts-keeps-profile = Hồ sơ của bạn: tên hiển thị, ảnh và những gì khác bạn đưa vào.
accounts-keeps-devices = Thiết bị của bạn: tên, thời điểm đăng nhập, thời điểm và địa chỉ kết nối gần nhất.
accounts-keeps-data = Cài đặt và bộ lọc mà các ứng dụng của bạn lưu tại đây.

## Signing in and up in the web app.

accounts-in-title = Chào mừng bạn trở lại
accounts-in-intro = Đăng nhập vào { $server }
accounts-in-button = Đăng nhập
accounts-in-other = Lần đầu đến đây?
accounts-in-other-link = Tạo tài khoản
accounts-code-title = Bằng thiết bị khác
accounts-code-words = Trên thiết bị bạn đã đăng nhập, mở cài đặt, rồi thiết bị của bạn, và cho hiện mã dành cho thiết bị này.
accounts-code-scan = Quét mã
accounts-code-enter = Đăng nhập với tên { $who }
accounts-code-over = Mã này không còn dùng được. Hãy cho thiết bị kia hiện mã mới.
accounts-code-camera-none = Không có camera nào dùng được. Hãy đăng nhập bằng mật khẩu.
accounts-up-title = Tạo tài khoản của bạn
accounts-up-intro = Bạn sẽ là thành viên của { $server }
accounts-up-button = Tạo tài khoản
accounts-up-terms = Khi tạo tài khoản, bạn đồng ý với:
accounts-up-other = Đã là thành viên?
accounts-up-other-link = Đăng nhập

accounts-name-label = Tên người dùng
accounts-name-hint = Người khác tìm thấy bạn qua tên này: { $example }
accounts-password-label = Mật khẩu
accounts-password-hint = Ít nhất { $count } ký tự. Vài từ ngẫu nhiên thì dễ nhớ.
accounts-token-label = Mã mời
accounts-token-hint = Từ người hoặc trang đã mời bạn.

accounts-error-name-invalid = Chỉ dùng chữ cái thường, chữ số và . _ = - / +.
accounts-error-name-taken = Tên này đã có người dùng. Hãy chọn tên khác.
accounts-error-password-short = Hãy dùng ít nhất { $count } ký tự.
accounts-error-token-missing = Hãy nhập mã mời của bạn.
accounts-error-token-wrong = Mã này không hợp lệ hoặc không còn hiệu lực. Hãy xin mã mới.
accounts-error-wrong = Tên hoặc mật khẩu không đúng. Hãy kiểm tra cả hai và thử lại.
accounts-error-password = Đây không phải mật khẩu của bạn.
accounts-error-closed = Không ai có thể tự đăng ký tại đây. Hãy xin tài khoản từ những người vận hành máy chủ này.
accounts-error-ended = Tài khoản này đã kết thúc.
accounts-error-locked = Tài khoản này bị khóa. Hãy liên hệ những người vận hành máy chủ này.
accounts-insecure = Ứng dụng này cần kết nối bảo mật. Hãy mở ở địa chỉ bắt đầu bằng https://, hoặc ở localhost.

accounts-device-name = Hearth trong { $browser } trên { $system }
accounts-device-unknown = Hearth trong trình duyệt

accounts-out = Đăng xuất
accounts-out-title = Đăng xuất?
accounts-out-keys = Sau khi bạn đăng xuất, tin nhắn mã hóa của bạn chỉ còn đọc được trên thiết bị khác đã có sẵn chúng. Với khóa khôi phục, bạn lấy lại được chúng.
accounts-out-unsent = { $count } tin nhắn hoặc tệp chưa được gửi và sẽ bị mất.

accounts-again-title = Phiên của bạn đã hết hạn
accounts-again-intro = Hãy nhập mật khẩu của { $user } để tiếp tục. Tin nhắn của bạn vẫn còn trên thiết bị này.

accounts-settings = Cài đặt
accounts-display-label = Tên của bạn
accounts-display-hint = Tên người khác nhìn thấy. Địa chỉ của bạn vẫn là { $user }.
accounts-display-button = Lưu
accounts-picture-label = Ảnh của bạn
accounts-picture-hint = Ảnh người khác nhìn thấy bên cạnh tên bạn. Nơi chụp ảnh không được gửi kèm.

accounts-change = Đổi
accounts-change-title = Đổi mật khẩu
accounts-change-hint = Khi đổi, các thiết bị khác của bạn sẽ bị đăng xuất.
accounts-change-words = Các thiết bị khác của bạn sẽ bị đăng xuất. Khóa khôi phục vẫn giữ nguyên.
accounts-change-new = Mật khẩu mới
accounts-change-now = Mật khẩu hiện tại
accounts-change-button = Đổi mật khẩu
accounts-change-done = Mật khẩu của bạn đã được đổi. Các thiết bị khác đã đăng xuất.

accounts-end = Kết thúc
accounts-end-title = Kết thúc tài khoản của bạn
accounts-end-hint = Vĩnh viễn. Không ai có thể khôi phục.
accounts-end-words = Tài khoản của bạn kết thúc ngay lập tức và vĩnh viễn:
accounts-end-rooms = Bạn rời mọi phòng.
accounts-end-said = Những gì bạn đã nói vẫn ở lại với người nhận, chỉ kèm địa chỉ của bạn.
accounts-end-name = Không ai được dùng lại tên của bạn, kể cả bạn.
accounts-end-button = Kết thúc tài khoản của tôi
accounts-ended = Tài khoản của bạn đã được kết thúc.
accounts-elsewhere = Bạn đã bị đăng xuất từ một thiết bị khác, hoặc mật khẩu đã được đổi ở đó. Hãy đăng nhập lại để tiếp tục.
