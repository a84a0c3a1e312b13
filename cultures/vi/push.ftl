### Push: what a member is told of.

push-title = Thông báo
push-words = Về những tin nhắn cần bạn chú ý, khi ứng dụng đang mở ở nền. Không bao giờ trong giờ yên tĩnh của bạn.
push-here = Hiện trên thiết bị này
push-refused = Trình duyệt không cho phép. Có thể thay đổi trong cài đặt của trình duyệt cho trang này.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Những thiết bị của bạn có thể được đánh thức: ứng dụng, tên ứng dụng và khóa do nhà cung cấp cấp cho.
