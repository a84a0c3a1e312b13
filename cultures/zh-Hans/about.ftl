### 单个房间：它是什么、有谁、可以更改什么。

about-title = 关于这个房间
about-back = 返回
about-ways = 房间的更多信息
about-encrypted = 端到端加密：只有房间里的人能看到内容。
about-not-encrypted = 未加密：服务器的运营者也可能看到内容。
about-entry-anybody = 这里的所有人都能找到并加入。
about-entry-asking = 任何人都可以申请加入。
about-entry-members-of = 所属社区的成员可以加入。
about-entry-invited = 只有受邀的人可以加入。
about-history-world = 任何人都能查看，无需加入。
about-history-beginning = 加入者可以看到之前的全部消息。
about-history-invitation = 加入者可以看到自受邀起的消息。
about-history-joining = 加入者只能看到加入之后的消息。

about-calls = 通知我
about-calls-all = 所有消息
about-calls-mentions = 仅提及
about-calls-none = 不通知

## 房间里的人。

about-members = 成员
about-members-search = 搜索成员
about-members-here = 在房间中
about-members-invited = 已邀请
about-members-asking = 申请加入
about-members-banned = 已封禁

about-here = 在这个房间
about-role = 角色
about-role-owner = 所有者
about-role-admin = 管理员
about-role-moderator = 协管员
about-role-member = 成员
about-role-custom = 等级 { $level }
about-role-own = 如果你降低自己的角色，只有别人才能帮你恢复。
about-banned = 已封禁

about-let-in = 准许加入
about-remove = 移出
about-remove-title = 移出 { $name }？
about-remove-words = { $name } 将离开房间并得知原因。如果房间对其开放，或有人邀请，仍可再次加入。
about-ban = 封禁
about-ban-title = 封禁 { $name }？
about-ban-words = { $name } 将离开房间，在解除封禁之前即使受邀也无法再加入。其发过的消息会保留。
about-unban = 解除封禁

about-refused-level = 这需要以下角色：{ $role }。
about-refused-rank = { $name } 的角色与你相同或更高，因此你不能将其移出。
about-error-forbidden = 你在这个房间的角色不允许这样做，角色可能刚刚有变动。

## 房间设置。

about-settings = 房间设置
about-save = 保存
about-topic = 话题
about-topic-hint = 用一句话说明这个房间的用途。
about-picture = 选择图片
about-entry-invited-hint = 由成员邀请合适的人加入。
about-entry-asking-label = 申请并获准的人
about-entry-asking-hint = 任何人都可以申请，由有邀请权限的成员决定。
about-entry-anybody-hint = 房间会公开列出，这里的所有人都可以直接加入。
about-history = 谁可以看到之前的消息？
about-history-beginning-label = 成员，从头开始
about-history-beginning-hint = 新成员能看到完整的对话。加密消息则只能看到今后发送的。
about-history-invitation-label = 成员，自受邀起
about-history-joining-label = 成员，自加入起
about-history-later-hint = 之前的消息对新成员不可见。
about-history-world-label = 任何人
about-history-world-hint = 没有加入的人也能查看。

about-addresses = 地址
about-addresses-remove = 移除 { $address }
about-addresses-new = 新地址
about-addresses-hint = 不含空格的短词，例如 garden。带有它的链接会指向这里。
about-addresses-add = 添加地址

about-deeds = 谁可以做什么
about-deeds-words = 拥有该角色或更高角色的人。
about-deed-say = 发送消息
about-deed-invite = 邀请成员
about-deed-delete = 删除他人的消息
about-deed-remove = 移出成员
about-deed-ban = 封禁成员
about-deed-name = 更改名称
about-deed-topic = 更改话题
about-deed-picture = 更改图片
about-deed-rooms = 添加和移出房间
about-deed-roles = 分配角色
