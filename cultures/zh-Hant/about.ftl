### One room: what it is, who is in it, and what may be changed.

about-title = 關於這個聊天室
about-back = 返回
about-ways = 更多聊天室資訊
about-encrypted = 端對端加密：只有聊天室裡的人能讀取內容。
about-not-encrypted = 未加密：伺服器管理者也可能讀取內容。
about-entry-anybody = 這裡的所有人都能找到並加入。
about-entry-asking = 任何人都可以申請加入。
about-entry-members-of = 所屬社群的成員可以加入。
about-entry-invited = 只有受邀者可以加入。
about-history-world = 任何人都能閱讀，不加入也可以。
about-history-beginning = 加入的人可以閱讀之前的內容。
about-history-invitation = 加入的人可以閱讀受邀之後的內容。
about-history-joining = 加入的人只能閱讀加入之後的內容。

about-calls = 通知我
about-calls-all = 所有訊息
about-calls-mentions = 只有提及
about-calls-none = 不通知

## The people in a room.

about-members = 成員
about-members-search = 搜尋成員
about-members-here = 在聊天室中
about-members-invited = 已邀請
about-members-asking = 申請加入
about-members-banned = 已封鎖

about-here = 在這個聊天室
about-role = 角色
about-role-owner = 擁有者
about-role-admin = 管理員
about-role-moderator = 版主
about-role-member = 成員
about-role-custom = 等級 { $level }
about-role-own = 如果你調降自己的角色，只有其他人能幫你恢復。
about-banned = 已封鎖

about-let-in = 准許加入
about-remove = 移除
about-remove-title = 要移除 { $name } 嗎？
about-remove-words = { $name } 會離開聊天室並得知原因。若聊天室開放，或有人邀請，仍可再回來。
about-ban = 封鎖
about-ban-title = 要封鎖 { $name } 嗎？
about-ban-words = { $name } 會離開聊天室，解除封鎖之前即使受邀也無法回來。說過的話會保留。
about-unban = 解除封鎖

about-refused-level = 在這裡需要這個角色：{ $role }。
about-refused-rank = { $name } 的角色和你相同或更高，因此你無法移除對方。
about-error-forbidden = 你在這個聊天室的角色不允許這麼做。角色可能剛剛變更過。

## The settings of a room.

about-settings = 聊天室設定
about-save = 儲存
about-topic = 主題
about-topic-hint = 用一句話說明這個聊天室的用途。
about-picture = 選擇圖片
about-entry-invited-hint = 由成員邀請要加入的人。
about-entry-asking-label = 申請並獲准的人
about-entry-asking-hint = 任何人都能申請；由可以邀請的成員決定。
about-entry-anybody-hint = 聊天室會列出來，這裡的所有人不必申請就能加入。
about-history = 誰可以閱讀之前的內容？
about-history-beginning-label = 成員，從最開始
about-history-beginning-hint = 新成員能看到完整對話。加密訊息則能看到從現在起傳送的。
about-history-invitation-label = 成員，從受邀時起
about-history-joining-label = 成員，從加入時起
about-history-later-hint = 新成員看不到之前的內容。
about-history-world-label = 任何人
about-history-world-hint = 尚未加入的人也能閱讀。

about-addresses = 位址
about-addresses-remove = 移除 { $address }
about-addresses-new = 新位址
about-addresses-hint = 不含空格的簡短字詞，例如 garden。含有它的連結會通到這裡。
about-addresses-add = 新增位址

about-deeds = 誰可以做什麼
about-deeds-words = 擁有這個角色或更高角色的人。
about-deed-say = 發送訊息
about-deed-invite = 邀請成員
about-deed-delete = 刪除其他人的訊息
about-deed-remove = 移除成員
about-deed-ban = 封鎖成員
about-deed-name = 變更名稱
about-deed-topic = 變更主題
about-deed-picture = 變更圖片
about-deed-rooms = 新增和移出聊天室
about-deed-roles = 指派角色
