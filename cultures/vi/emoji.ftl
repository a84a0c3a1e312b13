### Emoji: choosing one in the web app.

emoji-choose = Biểu tượng cảm xúc
emoji-find = Tìm biểu tượng cảm xúc
emoji-nothing = Không có biểu tượng nào phù hợp.
emoji-offered = Biểu tượng cảm xúc bạn có thể viết
emoji-kinds = Các loại biểu tượng cảm xúc

## Kinds of emoji.

emoji-often = Hay dùng
emoji-faces = Mặt cười và cảm xúc
emoji-people = Con người và cơ thể
emoji-nature = Động vật và thiên nhiên
emoji-food = Đồ ăn và thức uống
emoji-travel = Du lịch và địa điểm
emoji-activities = Hoạt động
emoji-objects = Đồ vật
emoji-symbols = Ký hiệu
emoji-flags = Cờ
