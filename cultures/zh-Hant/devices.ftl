### The devices that a member is signed in on.

devices-title = 你的裝置
devices-words = 你登入的地方。
devices-button = 顯示
devices-this = 這台裝置
devices-seen = 上次使用：{ $when }
devices-unverified = 未驗證。如果不是你的裝置，請將它登出。
devices-long = 已數月未使用。如果裝置已不在你手上，請將它登出。
devices-name = 裝置名稱
devices-rename = 重新命名
devices-verify = 驗證
devices-out = 登出
devices-out-others = 登出其他所有裝置
devices-out-words =
    { $count ->
        [1] 該裝置會立即登出。請輸入密碼確認。
       *[other] 這 { $count } 台裝置會立即登出。請輸入密碼確認。
    }
devices-add = 登入另一部裝置
devices-add-words = 請輸入密碼，以免他人擅自操作。
devices-add-show = 顯示 QR 碼
devices-add-scan = 用另一部裝置掃描。此碼只能使用一次，{ $minutes } 分鐘內有效。
devices-add-over = 這個 QR 碼已過期，請重新顯示。
devices-added = { $name } 現已登入。
