### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = Thành viên thuộc những nhóm nào, chẳng hạn người mới hoặc người đến ít hơn trước, đối với thành viên đã đồng ý cho học hỏi, và vào mỗi nhóm khi nào. Việc vào và ra được lưu 14 ngày; bị xóa khi rút lại sự đồng ý hoặc khi tài khoản kết thúc.
