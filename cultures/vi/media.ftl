### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Các tệp bạn đã tải lên: nội dung, tên, loại, kích thước và thời điểm.
