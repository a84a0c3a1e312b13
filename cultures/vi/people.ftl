### One person: who they are, and what one can do.

people-title = Hồ sơ
people-message = Gửi tin nhắn
people-met = Phòng chung
people-unknown = Không có ai ở địa chỉ này.
people-ignore = Bỏ qua
people-ignore-no = Ngừng bỏ qua
people-ignore-words = Bạn không còn thấy những gì người này viết, và họ không thể mời bạn. Họ không được thông báo.
people-ignored = Bạn đang bỏ qua { $name }.
people-ignored-title = Những người bạn bỏ qua

## Telling those who run the server of something.

people-report = Báo cáo
people-report-message = Báo cáo tin nhắn này
people-report-room = Báo cáo phòng này
people-report-space = Báo cáo cộng đồng này
people-report-person = Báo cáo người này
people-report-words = Người quản lý máy chủ này đọc báo cáo của bạn. Người khác không được biết.
people-reported = Cảm ơn bạn. Báo cáo đã được gửi.
people-reason = Có vấn đề gì?
people-reason-optional = Lý do (không bắt buộc)

## Deleting what was said.

people-delete-title = Xóa tin nhắn của { $name }?
people-delete-words = Tin nhắn biến mất với mọi người và không thể khôi phục. Vẫn thấy được là nó từng ở đó và bạn đã xóa.
people-delete-own-title = Xóa tin nhắn của bạn?
