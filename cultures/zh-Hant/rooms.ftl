### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = 你傳送到聊天室的訊息及其他內容。
rooms-keeps-memberships = 你所在、曾在或受邀加入的聊天室。
rooms-keeps-forgotten = 你已遺忘的聊天室。
rooms-keeps-receipts = 你讀到哪裡。
rooms-keeps-reports = 你提出的檢舉及其理由。

## The list of rooms in the web app.

rooms-list = 你的對話
rooms-filter = 篩選對話
rooms-filter-unread = 未讀
rooms-filter-nothing = 沒有符合條件的對話。
rooms-list-empty = 還沒有對話。
rooms-section-invites = 邀請
rooms-section-favourites = 我的最愛
rooms-section-people = 私訊
rooms-section-rooms = 聊天室
rooms-unread = { $count } 則未讀訊息
rooms-last = { $name }：{ $body }
rooms-last-own = 你：{ $body }
rooms-last-nothing = 還沒有訊息
rooms-last-unreadable = 加密訊息
rooms-invited-by = { $name } 邀請你
rooms-offline = 沒有網路連線，你寫的內容會稍後傳送。
rooms-account = 你的帳號 { $user }

## Beginning a conversation.

rooms-new = 新增
rooms-new-person = 傳訊息給某人
rooms-new-room = 建立聊天室
rooms-new-room-button = 建立聊天室
rooms-find = 尋找聊天室
rooms-find-words = 搜尋公開聊天室
rooms-find-people = 名稱或 @地址
rooms-find-people-hint = 以名稱搜尋，或輸入完整地址。
rooms-find-nothing = 找不到任何結果。
rooms-room-name = 聊天室名稱
rooms-reach = 誰可以加入？
rooms-reach-private = 僅限受邀的人
rooms-reach-private-hint = 端對端加密：其他人都看不到內容，伺服器也不行。
rooms-reach-public = 這裡的所有人
rooms-reach-public-hint = 所有成員都找得到。不加密，新成員可以看到之前的訊息。
rooms-invite = 邀請成員
rooms-invite-to = 邀請加入 { $room }
rooms-invited = 已邀請：{ $names }
rooms-invitation = { $name } 邀請你加入這個聊天室。
rooms-invitation-direct = { $name } 想和你聊聊。
rooms-accept = 加入
rooms-decline = 拒絕
rooms-decline-ignore = 拒絕並忽略

rooms-none-title = 打個招呼吧
rooms-none = 你已經進來了。傳訊息給認識的人，或看看公開聊天室裡在聊什麼。
rooms-none-first = 你已經進來了。這裡還沒有公開聊天室：建立第一個，或邀請其他人。
rooms-none-open-title = 接續上次的話題
rooms-none-open = 選擇一個對話，或開始新的對話。
rooms-unknown-title = 你不在這個聊天室
rooms-unknown = 這個連結指向的聊天室，你已離開或未受邀請。
rooms-removed = { $who } 將你移出了這個聊天室。
rooms-removed-banned = { $who } 在這個聊天室封鎖了你。
rooms-removed-why = 原因：{ $reason }
rooms-banned = 解除封鎖之前，你無法加入。
rooms-ask = 申請加入
rooms-asked = 你已申請加入。獲准後，邀請會出現在你的聊天室列表中。

rooms-error-forbidden = 你沒有權限這麼做。請聊天室裡的人邀請你。
rooms-error-not-found = 找不到這個人或聊天室，請檢查地址。
rooms-error-often = 一下子太多了，請稍等片刻再試一次。
rooms-error-address-taken = 這個位址通往其他聊天室。請換一個。

## One conversation.

rooms-back = 返回清單
rooms-more = 聊天室的更多選項
rooms-about = 關於這個聊天室
rooms-encrypted = 端對端加密
rooms-encrypted-verified = 端對端加密，已驗證
rooms-members = { $count } 位成員
rooms-favourite = 加入我的最愛
rooms-favourite-no = 從我的最愛移除
rooms-leave = 離開
rooms-leave-title = 要離開 { $room } 嗎？
rooms-leave-open = 你可以隨時回來。
rooms-leave-closed = 要再回來，需要新的邀請。這裡的訊息會從你的裝置上消失。
rooms-messages = 訊息
rooms-heard = 新訊息
rooms-older = 正在載入較早的訊息…
rooms-to-end = 前往最新訊息
rooms-to-new = { $count } 則新訊息
rooms-link-unknown = 無法顯示這則訊息：訊息不存在，或是在你加入之前傳送的。
rooms-link-offline = 沒有連線，無法取得這則訊息。
rooms-new-from-here = 新訊息
rooms-message = { $name }，{ $time }
rooms-message-more = 訊息的更多選項
rooms-write = 傳送訊息到 { $room }
rooms-write-thread = 在此討論串中回覆
rooms-too-long = 內容超出一則訊息的長度上限。請分成幾則傳送，或以檔案傳送。
rooms-quiet = 這裡只有部分人可以發言，你可以閱讀訊息。
rooms-moved = 這個對話已移到另一個聊天室繼續。
rooms-moved-button = 前往該聊天室
rooms-send = 傳送
rooms-mention = 可以提及的人
rooms-typing =
    { $count ->
       *[other] { $names } 正在輸入…
    }
rooms-reply = 回覆
rooms-reply-in-thread = 在討論串中回覆
rooms-thread = { $count } 則回覆
rooms-threads =
    { $count ->
        [0] 討論串
       *[other] 討論串，{ $count } 個未讀
    }
rooms-replying = 回覆 { $name }：{ $body }
rooms-edit = 編輯
rooms-editing = 正在編輯你的訊息
rooms-edited = （已編輯）
rooms-unfold = 顯示全部
rooms-fold = 顯示較少
rooms-copy = 複製文字
rooms-copy-link = 複製連結
rooms-delete = 為所有人刪除
rooms-deleted = 已刪除
rooms-deleted-by = { $name } 已刪除
rooms-deleted-why = { $name } 已刪除：{ $reason }
rooms-quote-unknown = 較早的訊息
rooms-quote-nothing = …
rooms-react = 回應
rooms-reactions = 回應
rooms-reaction = 來自 { $names }
rooms-sending = 正在傳送…
rooms-waiting = 等待網路連線
rooms-failed = 未傳送。
rooms-retry = 再試一次
rooms-discard = 捨棄
rooms-read-by = { $names } 已讀

rooms-notice-created = { $who } 建立了聊天室
rooms-notice-joined = { $whom } 加入了聊天室
rooms-notice-invited = { $who } 邀請了 { $whom }
rooms-notice-declined = { $whom } 婉拒了邀請
rooms-notice-withdrawn = { $who } 撤回了對 { $whom } 的邀請
rooms-notice-knocked = { $whom } 申請加入
rooms-notice-left = { $whom } 離開了聊天室
rooms-notice-removed = { $who } 移除了 { $whom }
rooms-notice-banned = { $who } 封鎖了 { $whom }
rooms-notice-unbanned = { $who } 解除了對 { $whom } 的封鎖
rooms-notice-why = { $told }：{ $reason }
rooms-notice-renamed = { $whom } 現在名為 { $name }
rooms-notice-described = { $who } 設定了主題：{ $name }
rooms-notice-undescribed = { $who } 移除了主題
rooms-notice-pictured = { $who } 變更了聊天室圖片
rooms-notice-opened = { $who } 變更了誰可以加入
rooms-notice-history = { $who } 變更了誰可以閱讀之前的內容
rooms-notice-pinned = { $who } 變更了釘選內容
rooms-notice-promoted = { $who } 變更了 { $whom } 的角色
rooms-notice-ruled = { $who } 變更了誰可以在這裡做什麼
rooms-notice-replaced = { $who } 將這個對話移到了新的聊天室
rooms-notice-named = { $who } 將聊天室命名為 { $name }
rooms-notice-encrypted = 從這裡開始，訊息都經過端對端加密
rooms-notice-more = 還有 { $count } 則
