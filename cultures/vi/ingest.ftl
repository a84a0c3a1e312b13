### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = Sự kiện của sản phẩm khác cho đến khi được thống kê: ai, khi nào, dưới tên gì, dành cho ai và ở đâu. Những sự kiện chưa ai xác định ý nghĩa được giữ trong 90 ngày.
ingest-keeps-identities = Những mã định danh nào của sản phẩm khác thuộc về cùng một người, và sự kiện của ai đến nhanh hơn tốc độ hành động của con người.
