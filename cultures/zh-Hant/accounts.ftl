### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = 建立管理員帳號
accounts-setup-intro = 歡迎！你的 { -product } 伺服器 { $server } 已經啟動，正等待第一個帳號。這個帳號將成為管理員，負責照顧伺服器和其中的成員。
accounts-setup-localhost = 這台伺服器的名稱是「localhost」，僅供試用：其他人無法用這個名稱連上它，而且伺服器的名稱之後不能更改。

accounts-setup-name-label = 使用者名稱
accounts-setup-name-hint = 只能使用小寫字母、數字和 . _ = - / + 這些符號。例如，其他人會看到你是 { $example }。之後不能更改。
accounts-setup-password-label = 密碼
accounts-setup-password-hint = 至少 { $count } 個字元。用幾個隨機的詞組合起來，好記又難猜。
accounts-setup-password-again-label = 再次輸入密碼
accounts-setup-password-again-hint = 請再輸入一次，以免打錯。
accounts-setup-button = 建立帳號

accounts-setup-error-name-invalid = 請輸入使用者名稱，只能使用小寫字母、數字和 . _ = - / + 這些符號。
accounts-setup-error-name-taken = 這個使用者名稱已有人使用，請換一個。
accounts-setup-error-passwords-differ = 兩次輸入的密碼不一致，請重新輸入。
accounts-setup-error-password-too-short = 密碼太短，請至少使用 { $count } 個字元。

accounts-setup-done-title = 你的伺服器已準備就緒
accounts-setup-done = { $user } 現在是管理員了。在瀏覽器中開啟 { $address } 並登入，或在任何 Matrix 用戶端中將它選為主伺服器。
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = 主伺服器

accounts-setup-refused-title = 這個連結無效
accounts-setup-refused = 連結已經使用過，或者不完整。只要伺服器還沒有管理員，每次重新啟動都會輸出新的連結。

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = 加入之前
# $server is the server's name, such as example.org.
accounts-terms-intro = 要在 { $server } 上註冊帳號，你需要同意：
accounts-terms-button = 我同意
accounts-terms-done-title = 謝謝
accounts-terms-done = 請回到你的應用程式，它會自動繼續。這個視窗可以關閉了。
accounts-terms-over-title = 這個頁面已失效
accounts-terms-over = 請在你的應用程式中重新開始。

## What is kept of members, for the register of privacy.

accounts-keeps-account = 你的 Matrix ID、是否為管理員、帳號的建立、鎖定和結束時間，以及你同意過的條款。
accounts-keeps-password = 密碼的雜湊值，絕不保存密碼本身。
accounts-keeps-profile = 你的個人檔案：顯示名稱、頭像，以及你填寫的其他內容。
accounts-keeps-devices = 你的裝置：名稱、登入時間，以及最近一次連線的時間與位址。
accounts-keeps-data = 你的應用程式存放在這裡的設定與篩選條件。

## Signing in and up in the web app.

accounts-in-title = 歡迎回來
accounts-in-intro = 登入 { $server }
accounts-in-button = 登入
accounts-in-other = 第一次來嗎？
accounts-in-other-link = 建立帳號
accounts-code-title = 用另一部裝置
accounts-code-words = 在已登入的裝置上開啟設定，進入「你的裝置」，讓它顯示登入這部裝置的 QR 碼。
accounts-code-scan = 掃描 QR 碼
accounts-code-enter = 以 { $who } 的身分登入
accounts-code-over = 這個 QR 碼已失效。請讓另一部裝置顯示新的。
accounts-code-camera-none = 沒有可用的相機。請用密碼登入。
accounts-up-title = 建立你的帳號
accounts-up-intro = 你將成為 { $server } 的成員
accounts-up-button = 建立帳號
accounts-up-terms = 建立帳號即表示你同意：
accounts-up-other = 已經是成員了？
accounts-up-other-link = 登入

accounts-name-label = 使用者名稱
accounts-name-hint = 其他人用它找到你：{ $example }
accounts-password-label = 密碼
accounts-password-hint = 至少 { $count } 個字元。幾個隨機的詞很好記。
accounts-token-label = 邀請碼
accounts-token-hint = 由邀請你的人或網頁提供。

accounts-error-name-invalid = 只能使用小寫字母、數字和 . _ = - / +。
accounts-error-name-taken = 這個名稱已有人使用，請換一個。
accounts-error-password-short = 請至少使用 { $count } 個字元。
accounts-error-token-missing = 請輸入邀請碼。
accounts-error-token-wrong = 邀請碼無效，或已經失效。請索取新的邀請碼。
accounts-error-wrong = 使用者名稱或密碼不正確，請檢查後再試一次。
accounts-error-password = 這不是你的密碼。
accounts-error-closed = 這裡不開放自行註冊。請向伺服器的管理者申請帳號。
accounts-error-ended = 這個帳號已經結束。
accounts-error-locked = 這個帳號已被鎖定，請聯絡伺服器的管理者。
accounts-insecure = 此應用程式需要安全連線。請用以 https:// 開頭的網址開啟，或透過 localhost 開啟。

accounts-device-name = { $system } 上 { $browser } 中的 Hearth
accounts-device-unknown = 瀏覽器中的 Hearth

accounts-out = 登出
accounts-out-title = 要登出嗎？
accounts-out-keys = 登出後，你的加密訊息只能在另一台已有這些訊息的裝置上讀取。有了復原金鑰，就能找回它們。
accounts-out-unsent = 還有 { $count } 則訊息或檔案尚未傳送，登出後會遺失。

accounts-again-title = 登入已過期
accounts-again-intro = 請輸入 { $user } 的密碼以繼續。你的訊息仍在這台裝置上。

accounts-settings = 設定
accounts-display-label = 你的名稱
accounts-display-hint = 其他人看到的名稱。你的地址仍是 { $user }。
accounts-display-button = 儲存
accounts-picture-label = 你的大頭貼
accounts-picture-hint = 其他人在你的名稱旁看到的圖片。照片的拍攝地點不會一併傳送。

accounts-change = 變更
accounts-change-title = 變更密碼
accounts-change-hint = 變更後，你的其他裝置會登出。
accounts-change-words = 你的其他裝置會登出。復原金鑰維持不變。
accounts-change-new = 新密碼
accounts-change-now = 目前的密碼
accounts-change-button = 變更密碼
accounts-change-done = 密碼已變更。你的其他裝置已登出。

accounts-end = 終止
accounts-end-title = 終止帳號
accounts-end-hint = 永久生效，沒有人能恢復。
accounts-end-words = 你的帳號會立即且永久終止：
accounts-end-rooms = 你會離開所有聊天室。
accounts-end-said = 你說過的話會留在對方那裡，只顯示你的地址。
accounts-end-name = 這個名稱不會再給任何人使用，包括你自己。
accounts-end-button = 終止我的帳號
accounts-ended = 你的帳號已終止。
accounts-elsewhere = 你已被其他裝置登出，或密碼已在那裡變更。請重新登入以繼續。
