### 聊天室：其中的内容与成员。

## 保存成员的哪些数据，供隐私登记册使用。

rooms-keeps-events = 你发到聊天室的消息及其他内容。
rooms-keeps-memberships = 你所在、曾在或受邀加入的聊天室。
rooms-keeps-forgotten = 你已移除的聊天室。
rooms-keeps-receipts = 你读到了哪里。
rooms-keeps-reports = 你提交的举报及其理由。

## 网页应用中的会话列表。

rooms-list = 你的会话
rooms-filter = 筛选会话
rooms-filter-unread = 未读
rooms-filter-nothing = 没有符合条件的会话。
rooms-list-empty = 还没有会话。
rooms-section-invites = 邀请
rooms-section-favourites = 收藏
rooms-section-people = 私聊
rooms-section-rooms = 房间
rooms-unread = { $count } 条未读消息
rooms-last = { $name }：{ $body }
rooms-last-own = 我：{ $body }
rooms-last-nothing = 还没有消息
rooms-last-unreadable = 加密消息
rooms-invited-by = { $name } 邀请你加入
rooms-offline = 网络已断开，你写的内容会稍后发送。
rooms-account = 你的账号 { $user }

## 开始会话。

rooms-new = 新建
rooms-new-person = 发起私聊
rooms-new-room = 创建房间
rooms-new-room-button = 创建房间
rooms-find = 查找房间
rooms-find-words = 搜索公开房间
rooms-find-people = 名字或 @地址
rooms-find-people-hint = 按名字搜索，或输入完整地址。
rooms-find-nothing = 没有找到。
rooms-room-name = 房间名称
rooms-reach = 谁可以加入？
rooms-reach-private = 仅限受邀的人
rooms-reach-private-hint = 端到端加密：其他人都看不到内容，服务器也不行。
rooms-reach-public = 这里的所有人
rooms-reach-public-hint = 所有成员都能找到。不加密，新成员可以看到之前的消息。
rooms-invite = 邀请成员
rooms-invite-to = 邀请加入 { $room }
rooms-invited = 已邀请：{ $names }
rooms-invitation = { $name } 邀请你加入这个房间。
rooms-invitation-direct = { $name } 想和你聊聊。
rooms-accept = 加入
rooms-decline = 谢绝
rooms-decline-ignore = 谢绝并屏蔽

rooms-none-title = 打个招呼吧
rooms-none = 你已经进来了。给认识的人发条消息，或者看看公开房间里在聊什么。
rooms-none-first = 你已经进来了。这里还没有公开房间：创建第一个房间，或者邀请别人。
rooms-none-open-title = 继续上次的话题
rooms-none-open = 选择一个会话，或者开始新的会话。
rooms-unknown-title = 你不在这个房间
rooms-unknown = 这个链接指向的房间，你已离开或未受邀请。
rooms-removed = { $who } 将你移出了这个房间。
rooms-removed-banned = { $who } 在这个房间封禁了你。
rooms-removed-why = 原因：{ $reason }
rooms-banned = 解除封禁之前，你无法加入。
rooms-ask = 申请加入
rooms-asked = 你已申请加入。获准后，邀请会出现在你的房间列表中。

rooms-error-forbidden = 你没有权限这样做。请房间里的成员邀请你。
rooms-error-not-found = 找不到这个人或房间，请检查地址。
rooms-error-often = 操作太频繁了，请稍等片刻再试。
rooms-error-address-taken = 这个地址已指向其他房间，请换一个。

## 单个会话。

rooms-back = 返回列表
rooms-more = 房间的更多操作
rooms-about = 关于这个房间
rooms-encrypted = 端到端加密
rooms-encrypted-verified = 端到端加密，已验证
rooms-members = { $count } 名成员
rooms-favourite = 加入收藏
rooms-favourite-no = 取消收藏
rooms-leave = 离开
rooms-leave-title = 离开 { $room }？
rooms-leave-open = 你可以随时回来。
rooms-leave-closed = 要再回来，需要新的邀请。这里的消息会从你的设备上消失。
rooms-messages = 消息
rooms-heard = 新消息
rooms-older = 正在获取更早的消息…
rooms-to-end = 回到最新
rooms-to-new = { $count } 条新消息
rooms-link-unknown = 无法显示这条消息：它不存在，或者发送于你加入之前。
rooms-link-offline = 网络已断开，无法加载这条消息。
rooms-new-from-here = 新消息
rooms-message = { $name }，{ $time }
rooms-message-more = 消息的更多操作
rooms-write = 发消息到 { $room }
rooms-write-thread = 在此消息列中回复
rooms-too-long = 内容超出了一条消息的长度上限。请分几条发送，或作为文件发送。
rooms-quiet = 这里只有部分人可以发言，你可以阅读消息。
rooms-moved = 此会话已转到另一个房间继续。
rooms-moved-button = 前往该房间
rooms-send = 发送
rooms-mention = 可以提及的人
rooms-typing =
    { $count ->
       *[other] { $names } 正在输入…
    }
rooms-reply = 回复
rooms-reply-in-thread = 在消息列中回复
rooms-thread = { $count } 条回复
rooms-threads =
    { $count ->
        [0] 消息列
       *[other] 消息列，{ $count } 个未读
    }
rooms-replying = 回复 { $name }：{ $body }
rooms-edit = 编辑
rooms-editing = 正在编辑你的消息
rooms-edited = （已编辑）
rooms-unfold = 显示全部
rooms-fold = 收起
rooms-copy = 复制文字
rooms-copy-link = 复制链接
rooms-delete = 为所有人删除
rooms-deleted = 已删除
rooms-deleted-by = { $name } 已删除
rooms-deleted-why = { $name } 已删除：{ $reason }
rooms-quote-unknown = 更早的消息
rooms-quote-nothing = …
rooms-react = 回应
rooms-reactions = 回应
rooms-reaction = 来自 { $names }
rooms-sending = 正在发送…
rooms-waiting = 等待网络连接
rooms-failed = 未能发送。
rooms-retry = 重试
rooms-discard = 放弃
rooms-read-by = { $names } 已读


rooms-notice-created = { $who } 创建了房间
rooms-notice-joined = { $whom } 加入了房间
rooms-notice-invited = { $who } 邀请了 { $whom }
rooms-notice-declined = { $whom } 谢绝了邀请
rooms-notice-withdrawn = { $who } 撤回了对 { $whom } 的邀请
rooms-notice-knocked = { $whom } 申请加入
rooms-notice-left = { $whom } 离开了房间
rooms-notice-removed = { $who } 移出了 { $whom }
rooms-notice-banned = { $who } 封禁了 { $whom }
rooms-notice-unbanned = { $who } 解除了对 { $whom } 的封禁
rooms-notice-why = { $told }：{ $reason }
rooms-notice-renamed = { $whom } 现在叫 { $name }
rooms-notice-described = { $who } 设置了话题：{ $name }
rooms-notice-undescribed = { $who } 移除了话题
rooms-notice-pictured = { $who } 更换了房间图片
rooms-notice-opened = { $who } 更改了谁可以加入
rooms-notice-history = { $who } 更改了谁可以阅读以前的消息
rooms-notice-pinned = { $who } 更改了置顶消息
rooms-notice-promoted = { $who } 更改了 { $whom } 的角色
rooms-notice-ruled = { $who } 更改了此处的权限
rooms-notice-replaced = { $who } 将此会话移到了新房间
rooms-notice-named = { $who } 将房间命名为 { $name }
rooms-notice-encrypted = 从这里开始，消息都经过端到端加密
rooms-notice-more = 还有 { $count } 条
