### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = 你上傳的檔案：內容、名稱、類型、大小與上傳時間。
