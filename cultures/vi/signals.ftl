### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = Tín hiệu của những thành viên đồng ý để hệ thống học hỏi: họ làm loại việc gì, khi nào, ở phòng nào và dành cho ai nếu thành viên đó cũng đồng ý. Không bao giờ gồm những gì đã nói. Khi tài khoản kết thúc, chúng bị xóa.
signals-keeps-imported = Điều tương tự về những người có nhật ký được chuyển vào bởi ai đó đã nêu rõ vì sao việc học từ đó là hợp pháp.
