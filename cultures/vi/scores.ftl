### Who is about to leave, in this server.

scores-too-few = Gần đây có { $active } thành viên ở đây. Với ít hơn { $least } người, dự đoán sẽ nói nhiều hơn những gì có thể biết, nên chỉ mô tả những gì đang có.
scores-too-young = Chưa có đủ chuyện xảy ra để học: cần có những thành viên đã rời đi, tức là im lặng { $days } ngày, và những thành viên ở lại. Cho đến lúc đó chỉ mô tả những gì đang có.
scores-none-yet = Chưa có kết quả. Điểm được tính mỗi ngày một lần, vào nửa đêm UTC, từ những gì thành viên đã đồng ý.
scores-alarm-drift = Cộng đồng đã thay đổi kể từ khi mô hình học: xác suất của các thành viên đã dịch chuyển nói chung. Từng xác suất riêng lẻ có thể sai cho đến khi mô hình học lại.
scores-alarm-calibration = Các xác suất đưa ra trước đây không khớp với thực tế. Đừng hành động theo từng xác suất riêng lẻ cho đến mô hình tiếp theo; thứ tự vẫn cho biết ai có khả năng rời đi cao hơn ai.

## What is kept of people, for the register of privacy.

scores-keeps-scores = Khả năng một thành viên ngừng ghé thăm, chỉ với những thành viên đồng ý để hệ thống học hỏi, kèm lý do và ngày. Giữ trong 400 ngày; xóa khi rút lại sự đồng ý hoặc khi tài khoản kết thúc.
