### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = 你上傳的檔案：內容、名稱、類型、大小與上傳時間。

## Files in a conversation of the web app.

media-attach = 附加檔案
media-drop = 拖放到這裡即可附加
media-chosen = 要傳送的檔案
media-caption = 新增說明
media-remove = 不傳送 { $name }
media-smaller = 縮小大圖再傳送
media-large = { $name } 太大。這裡的檔案上限為 { $size }。
media-empty = { $name } 是空的，或是資料夾。
media-unreadable = 無法讀取 { $name }。請移除後重新選擇。
media-many = 一次只能傳送 { $count } 個檔案。請先傳送這些。
media-sending = 正在傳送 { $name }
media-open-picture = 開啟圖片 { $name }
media-play = 播放 { $name }
media-play-voice = 播放語音訊息
media-download = 下載 { $name }
media-keep = 下載
media-record = 錄製語音訊息
media-recording = 錄音中
media-microphone = 無法使用麥克風。請在瀏覽器中允許此頁面使用，然後再試一次。
media-voice = 語音訊息
media-unreached = 無法取得檔案。請再試一次。
media-gone = 檔案已不在伺服器上。
media-damaged = 檔案在傳送途中遭到更改，因此不予開啟。
media-unshowable = 無法在這裡顯示。你可以下載它。
media-no-picture = 這不是可以顯示的圖片。請選擇 PNG、JPEG、GIF 或 WebP 格式。
media-opening = 正在開啟圖片
media-actual = 實際大小
media-previous = 上一張圖片
media-next = 下一張圖片
media-from = { $name }，{ $time }
