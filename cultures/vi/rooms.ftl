### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Tin nhắn và mọi thứ khác bạn đã gửi vào các phòng.
rooms-keeps-memberships = Những phòng bạn đang tham gia, từng tham gia hoặc được mời vào.
rooms-keeps-forgotten = Những phòng bạn đã gỡ khỏi danh sách.
rooms-keeps-receipts = Bạn đã đọc đến đâu.
rooms-keeps-reports = Các báo cáo bạn đã gửi cùng lý do.

## The list of rooms in the web app.

rooms-list = Các cuộc trò chuyện của bạn
rooms-filter = Lọc cuộc trò chuyện
rooms-filter-unread = Chưa đọc
rooms-filter-nothing = Không có gì khớp với bộ lọc này.
rooms-list-empty = Chưa có cuộc trò chuyện nào.
rooms-section-invites = Lời mời
rooms-section-favourites = Yêu thích
rooms-section-people = Mọi người
rooms-section-rooms = Phòng
rooms-unread = { $count } tin nhắn chưa đọc
rooms-last = { $name }: { $body }
rooms-last-own = Bạn: { $body }
rooms-last-nothing = Chưa có tin nhắn
rooms-last-unreadable = Tin nhắn đã mã hóa
rooms-invited-by = { $name } mời bạn
rooms-offline = Không có kết nối. Những gì bạn viết sẽ được gửi sau.
rooms-account = Tài khoản của bạn { $user }

## Beginning a conversation.

rooms-new = Mới
rooms-new-person = Nhắn tin cho ai đó
rooms-new-room = Tạo phòng
rooms-new-room-button = Tạo phòng
rooms-find = Tìm phòng
rooms-find-words = Tìm phòng mở
rooms-find-people = Tên hoặc @địa chỉ
rooms-find-people-hint = Tìm ai đó theo tên, hoặc nhập địa chỉ đầy đủ.
rooms-find-nothing = Không tìm thấy gì.
rooms-room-name = Tên phòng
rooms-reach = Ai có thể tham gia?
rooms-reach-private = Chỉ người được mời
rooms-reach-private-hint = Mã hóa đầu cuối: không ai khác đọc được, kể cả máy chủ.
rooms-reach-public = Mọi người ở đây
rooms-reach-public-hint = Hiện trong danh sách của mọi thành viên. Không mã hóa, nên người mới đọc được những gì đã nói trước đó.
rooms-invite = Mời mọi người
rooms-invite-to = Mời vào { $room }
rooms-invited = Đã mời: { $names }
rooms-invitation = { $name } mời bạn vào phòng này.
rooms-invitation-direct = { $name } muốn trò chuyện với bạn.
rooms-accept = Tham gia
rooms-decline = Từ chối
rooms-decline-ignore = Từ chối và bỏ qua

rooms-none-title = Gửi lời chào
rooms-none = Bạn đã vào rồi. Hãy nhắn cho người bạn quen, hoặc xem trong các phòng mở đang có gì.
rooms-none-first = Bạn đã vào rồi. Chưa có phòng mở nào: hãy tạo phòng đầu tiên hoặc mời mọi người.
rooms-none-open-title = Tiếp tục cuộc trò chuyện dở
rooms-none-open = Chọn một cuộc trò chuyện, hoặc bắt đầu cuộc mới.
rooms-unknown-title = Bạn không ở trong phòng này
rooms-unknown = Liên kết dẫn đến một phòng mà bạn đã rời hoặc không được mời vào.
rooms-removed = { $who } đã xóa bạn khỏi phòng này.
rooms-removed-banned = { $who } đã cấm bạn vào phòng này.
rooms-removed-why = Lý do: { $reason }
rooms-banned = Bạn không thể vào cho đến khi lệnh cấm được gỡ.
rooms-ask = Xin vào phòng
rooms-asked = Bạn đã xin vào phòng. Khi có người cho vào, lời mời sẽ hiện trong danh sách phòng của bạn.

rooms-error-forbidden = Bạn không được phép làm việc này. Hãy nhờ ai đó trong phòng mời bạn.
rooms-error-not-found = Không có người hoặc phòng như vậy. Hãy kiểm tra địa chỉ.
rooms-error-often = Quá nhiều thao tác cùng lúc. Hãy chờ một chút rồi thử lại.
rooms-error-address-taken = Địa chỉ này dẫn đến phòng khác. Hãy chọn địa chỉ khác.

## One conversation.

rooms-back = Quay lại danh sách
rooms-more = Xem thêm về phòng này
rooms-about = Về phòng này
rooms-encrypted = Mã hóa đầu cuối
rooms-encrypted-verified = Mã hóa đầu cuối, đã xác minh
rooms-members = { $count } thành viên
rooms-favourite = Thêm vào yêu thích
rooms-favourite-no = Bỏ khỏi yêu thích
rooms-leave = Rời phòng
rooms-leave-title = Rời { $room }?
rooms-leave-open = Bạn có thể quay lại bất cứ lúc nào.
rooms-leave-closed = Để quay lại, bạn cần lời mời mới. Những gì đã nói ở đây sẽ biến mất khỏi thiết bị của bạn.
rooms-messages = Tin nhắn
rooms-heard = Tin nhắn mới
rooms-older = Đang tải tin nhắn cũ hơn…
rooms-to-end = Đến tin mới nhất
rooms-to-new = { $count } tin nhắn mới
rooms-link-unknown = Không thể hiển thị tin nhắn này: tin không tồn tại hoặc được gửi trước khi bạn tham gia.
rooms-link-offline = Không thể tải tin nhắn này khi không có kết nối.
rooms-new-from-here = Mới
rooms-message = { $name }, { $time }
rooms-message-more = Xem thêm về tin nhắn này
rooms-write = Nhắn tin tới { $room }
rooms-write-thread = Trả lời trong chuỗi này
rooms-too-long = Nội dung này dài hơn mức một tin nhắn chứa được. Hãy gửi thành nhiều phần hoặc dưới dạng tệp.
rooms-quiet = Chỉ một số người được viết ở đây. Bạn vẫn có thể đọc.
rooms-moved = Cuộc trò chuyện này tiếp tục ở một phòng khác.
rooms-moved-button = Đến phòng đó
rooms-send = Gửi
rooms-mention = Những người bạn có thể nhắc đến
rooms-typing =
    { $count ->
       *[other] { $names } đang nhập…
    }
rooms-reply = Trả lời
rooms-reply-in-thread = Trả lời trong chuỗi
rooms-thread = { $count } câu trả lời
rooms-threads =
    { $count ->
        [0] Chuỗi tin nhắn
       *[other] Chuỗi tin nhắn, { $count } chưa đọc
    }
rooms-replying = Trả lời { $name }: { $body }
rooms-edit = Chỉnh sửa
rooms-editing = Đang chỉnh sửa tin nhắn của bạn
rooms-edited = (đã chỉnh sửa)
rooms-unfold = Hiện tất cả
rooms-fold = Thu gọn
rooms-copy = Sao chép văn bản
rooms-copy-link = Sao chép liên kết
rooms-delete = Xóa với mọi người
rooms-deleted = Đã xóa
rooms-deleted-by = { $name } đã xóa
rooms-deleted-why = { $name } đã xóa: { $reason }
rooms-quote-unknown = Tin nhắn trước đó
rooms-quote-nothing = …
rooms-react = Bày tỏ cảm xúc
rooms-reactions = Cảm xúc
rooms-reaction = từ { $names }
rooms-sending = Đang gửi…
rooms-waiting = Đang chờ kết nối
rooms-failed = Chưa gửi được.
rooms-retry = Thử lại
rooms-discard = Bỏ
rooms-read-by = { $names } đã đọc

rooms-notice-created = { $who } đã tạo phòng
rooms-notice-joined = { $whom } đã tham gia
rooms-notice-invited = { $who } đã mời { $whom }
rooms-notice-declined = { $whom } đã từ chối lời mời
rooms-notice-withdrawn = { $who } đã rút lời mời { $whom }
rooms-notice-knocked = { $whom } xin vào phòng
rooms-notice-left = { $whom } đã rời phòng
rooms-notice-removed = { $who } đã xóa { $whom } khỏi phòng
rooms-notice-banned = { $who } đã cấm { $whom }
rooms-notice-unbanned = { $who } đã gỡ lệnh cấm { $whom }
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } đã đổi tên thành { $name }
rooms-notice-described = { $who } đã đặt chủ đề: { $name }
rooms-notice-undescribed = { $who } đã bỏ chủ đề
rooms-notice-pictured = { $who } đã đổi ảnh của phòng
rooms-notice-opened = { $who } đã thay đổi ai được vào
rooms-notice-history = { $who } đã thay đổi ai được đọc những gì đã nói trước đó
rooms-notice-pinned = { $who } đã thay đổi nội dung ghim
rooms-notice-promoted = { $who } đã thay đổi vai trò của { $whom }
rooms-notice-ruled = { $who } đã thay đổi ai được làm gì ở đây
rooms-notice-replaced = { $who } đã chuyển cuộc trò chuyện này sang phòng mới
rooms-notice-named = { $who } đã đặt tên phòng là { $name }
rooms-notice-encrypted = Từ đây trở đi, tin nhắn được mã hóa đầu cuối
rooms-notice-more = { $count } mục nữa
