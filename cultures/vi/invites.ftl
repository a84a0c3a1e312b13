### Invitations by link: what they say, and what they lead to.

invites-leads-to = Bạn được mời vào
invites-link = Mời bằng liên kết
invites-link-open = Ai mở liên kết sẽ thấy phòng này là gì, và vào phòng sau khi đăng nhập hoặc tạo tài khoản.
invites-link-asking = Ai mở liên kết sẽ thấy phòng này là gì và có thể xin vào phòng.
invites-link-closed = Chỉ người được mời mới vào phòng này, nên liên kết dẫn đến cộng đồng này. Khi họ đã có tài khoản, hãy mời họ theo tên.
invites-link-community = Ai mở liên kết sẽ thấy cộng đồng này là gì, và có thể tạo tài khoản.
invites-share = Chia sẻ
invites-code-label = Mã QR của { $link }

## What it takes to make an account.

invites-closed = Hiện không ai có thể tự tạo tài khoản ở đây, nên liên kết chỉ giúp người đã có tài khoản.
invites-closed-community = Hiện không ai có thể tự tạo tài khoản ở đây. Người quản lý máy chủ này có thể cho phép.
invites-token = Để tạo tài khoản ở đây cần có mã. Người quản lý máy chủ này có thể đặt mã vào liên kết.
invites-token-make = Đặt mã vào liên kết
invites-token-made = Liên kết có mã: { $count } người có thể dùng để tạo tài khoản trong { $days } ngày.
