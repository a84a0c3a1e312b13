### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = الملفات التي رفعتها: المحتوى والاسم والنوع والحجم والوقت.
