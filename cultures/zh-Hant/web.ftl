### The web app's frame: what every screen of it needs.

web-absent = 這是一台 { -product } 伺服器，建置時沒有包含網頁應用程式：用 `make run` 可以一併建置。任何 Matrix 用戶端都可以在這裡登入。

web-language = 語言
web-starting = 正在開啟你的對話…
web-elsewhere-title = 已在另一個視窗開啟
web-elsewhere = 你的對話已在此瀏覽器的另一個視窗中開啟。同一時間只能在一個視窗中使用。
web-elsewhere-button = 在這裡使用
web-broken-title = 無法開啟你的對話
web-broken = 無法讀取此瀏覽器中儲存的資料，或伺服器沒有回應。請再試一次；如果還是不行，請登出後重新登入。
web-broken-button = 再試一次

web-look = 外觀
web-look-system = 依照系統
web-look-light = 淺色
web-look-dark = 深色
web-look-contrast = 高對比

web-update-title = 有新版本
web-update = 重新載入即可使用。你正在輸入的內容會保留。
web-update-button = 重新載入
