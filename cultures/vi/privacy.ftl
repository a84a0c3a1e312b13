### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Vận hành ứng dụng nhắn tin
privacy-service-what = Tài khoản, thiết bị, phòng của bạn và những gì bạn gửi được lưu trữ và chuyển đến những người bạn nhắn tin.
privacy-service-why = Không có việc đó thì không thể nhắn tin.
privacy-service-data = Mọi thứ mà các mô-đun liệt kê trong sổ đăng ký lưu giữ: tài khoản và hồ sơ của bạn, thiết bị và khóa của chúng, phòng, tin nhắn, tệp, xác nhận đã đọc và cài đặt.
privacy-service-kept = Cho đến khi bạn xóa hoặc tài khoản của bạn kết thúc. Những gì bạn viết trong phòng vẫn ở đó cho người khác, trừ khi bạn xóa đi.

privacy-security-name = Giữ an toàn cho tài khoản và mọi người
privacy-security-what = Việc đăng nhập, đăng nhập thất bại và địa chỉ mà thiết bị của bạn kết nối được ghi nhận. Báo cáo về tin nhắn, phòng và người dùng được gửi đến những người vận hành máy chủ.
privacy-security-why = Để không ai chiếm tài khoản của bạn, và để có thể ngăn những kẻ quấy rối người khác.
privacy-security-data = Thời điểm đăng nhập, địa chỉ gần nhất của từng thiết bị, số lần nhập sai mật khẩu, báo cáo cùng lý do.
privacy-security-kept = Địa chỉ của thiết bị được giữ đến khi thiết bị đăng xuất, báo cáo được giữ chừng nào máy chủ còn hoạt động. Việc nhập sai mật khẩu được giữ đến khi danh sách sự kiện của máy chủ không còn chỗ.

privacy-retention-name = Nhận ra khi có người dần rời xa
privacy-retention-what = Hệ thống đếm khi nào bạn ở đây và bạn làm gì: bạn gửi và nhận bao nhiêu tin nhắn và trong loại phòng nào, ai trả lời ai, lời mời, cuộc gọi và những khó khăn bạn gặp phải. Những gì bạn viết không bao giờ bị xem.
privacy-retention-why = Để những người chăm lo cho cộng đồng này sớm biết ai sắp rời đi và vì sao, và có thể khắc phục điều khiến mọi người rời đi.
privacy-retention-data = Loại hành động, thời điểm, số lần, kích thước ước chừng và mã định danh của phòng và người. Không bao giờ gồm lời nói, tên, hình ảnh hay tệp.
privacy-retention-kept = Sổ đăng ký nêu rõ mỗi tín hiệu được giữ bao nhiêu ngày. Từ lúc bạn từ chối, không có gì được đếm thêm. Khi tài khoản của bạn kết thúc, những gì đã đếm sẽ bị xóa.

privacy-product-name = Cải thiện ứng dụng
privacy-product-what = Hệ thống đếm bạn dùng phần nào của ứng dụng, ứng dụng lỗi ở đâu và bạn phải chờ bao lâu.
privacy-product-why = Để tìm ra và khắc phục những gì cản trở bạn.
privacy-product-data = Tên chức năng trong một danh sách cố định, loại lỗi, thời gian chờ, phiên bản ứng dụng. Không bao giờ gồm những gì bạn gõ.
privacy-product-kept = Sổ đăng ký nêu rõ mỗi tín hiệu được giữ bao nhiêu ngày. Từ lúc bạn từ chối, không có gì được đếm thêm. Khi tài khoản của bạn kết thúc, những gì đã đếm sẽ bị xóa.

privacy-personal-name = Giúp bạn kịp lúc
privacy-personal-what = Những gì biết được về bạn, chẳng hạn bạn có thể sắp rời đi, được dùng để nhắn cho bạn, đề nghị giúp đỡ hoặc cho bạn xem điều gì đó.
privacy-personal-why = Để bạn được giúp trước khi quá muộn và không bị làm phiền khi không cần thiết.
privacy-personal-data = Những gì biết được về bạn cùng lý do, những gì đã làm cho bạn và kết quả ra sao.
privacy-personal-kept = Cho đến khi tài khoản của bạn kết thúc. Từ lúc bạn từ chối, không có gì được làm thêm trên cơ sở đó.

## What makes a use of personal data lawful.

privacy-basis-contract = Cần thiết cho việc bạn đã yêu cầu chúng tôi làm (hợp đồng).
privacy-basis-interest = Chúng tôi có lợi ích chính đáng mà lợi ích của bạn không vượt trội hơn.
privacy-basis-consent = Bạn quyết định và có thể đổi ý bất cứ lúc nào (sự đồng ý).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Tắt cho đến khi bạn đồng ý.
privacy-default-notice = Bật sau khi bạn được thông báo, cho đến khi bạn từ chối. Bạn có thể từ chối bất cứ lúc nào.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = Bạn đã đồng ý hay không đồng ý điều gì và khi nào, bạn đã xem phiên bản nào của văn bản bằng ngôn ngữ nào, và khu vực bạn đã nêu. Bị xóa khi tài khoản của bạn kết thúc.

## The choices in the web app.

privacy-choices-title = Dữ liệu của bạn
privacy-choices-intro = Bạn quyết định dữ liệu được dùng vào việc gì ngoài việc vận hành ứng dụng nhắn tin. Những gì bạn viết không bao giờ bị đọc.
privacy-choices-more = Vì sao, với dữ liệu nào, trong bao lâu
privacy-told-retention = Ứng dụng này cho biết, mỗi lần bằng một từ trong danh sách cố định: bạn đã mở nó, đã dùng bao lâu, và khi nào có gì đó không gửi được, không đọc được, bị chậm, không tìm thấy, gặp lỗi hoặc bị từ chối.
privacy-told-product = Ứng dụng này cho biết, mỗi lần bằng một từ trong danh sách cố định: bạn dùng những phần nào, như trả lời, bày tỏ cảm xúc hay tìm kiếm, và thay đổi những cài đặt nào.
privacy-choices-copy = Tải xuống những gì được lưu về tôi
privacy-asked-title = Dữ liệu của bạn, lựa chọn của bạn
privacy-asked = Cộng đồng này có được học từ cách nó được sử dụng không? Không có gì được đếm cho đến khi bạn cho phép.
privacy-asked-notice = Cộng đồng này học từ cách nó được sử dụng. Hãy xem điều đó nghĩa là gì; bạn có thể từ chối bất cứ lúc nào.
privacy-asked-button = Tìm hiểu thêm
