### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = Ngôn ngữ và khu vực
cultures-usual = Thông thường: { $what }
cultures-calendar = Lịch
cultures-numerals = Chữ số
cultures-week = Ngày đầu tuần
cultures-weekend = Cuối tuần
cultures-hours = Định dạng giờ
cultures-names = Thứ tự tên
cultures-names-given = Tên trước
cultures-names-family = Họ trước
cultures-density = Khoảng cách
cultures-density-compact = Gọn
cultures-density-roomy = Thoáng
cultures-quiet = Giờ yên tĩnh
cultures-quiet-hint = Khi nào thông báo nên chờ. Cuối tuần và ngày lễ có giờ kết thúc riêng.
cultures-quiet-from = Từ
cultures-quiet-to = Đến
cultures-quiet-to-free = Đến, vào ngày nghỉ
cultures-greetings = Lời chúc ngày lễ
cultures-festivals = Lễ hội theo âm lịch
cultures-example = Hiện đang hiển thị là
cultures-given = Tên
cultures-family = Họ
cultures-person = Họ và tên của bạn
cultures-person-hint = Nếu bạn điền cả hai, mỗi người đọc sẽ thấy theo thứ tự của ngôn ngữ mình.

cultures-minimum-age = Bạn phải từ { $age } tuổi trở lên để tham gia.
