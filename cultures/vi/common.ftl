### Words that every page may need.

# Address: “bạn”. Words: phòng, tin nhắn, thiết bị, tài khoản, khóa khôi phục, mã hóa đầu cuối, nhắc đến, lời mời, máy chủ chính, đăng nhập, đăng xuất.

-product = Hearth

common-form-error-title = Có vấn đề

## What went wrong, wherever it did.

common-error-unreached = Không thể kết nối tới máy chủ. Hãy kiểm tra kết nối và thử lại.
common-error-often = Quá nhiều lần thử. Hãy chờ { $seconds } giây rồi thử lại.
common-error-unknown = Máy chủ đã gặp lỗi. Hãy thử lại sau giây lát.

common-close = Đóng
common-cancel = Hủy
common-copy-failed = Không sao chép được. Hãy chọn văn bản để sao chép.
