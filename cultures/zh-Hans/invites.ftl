### 链接邀请：说明了什么、通向哪里。

invites-leads-to = 邀请你加入
invites-link = 用链接邀请
invites-link-open = 打开链接的人可以看到这是什么房间，登录或创建账号后就会进入。
invites-link-asking = 打开链接的人可以看到这是什么房间，并可以申请加入。
invites-link-closed = 这个房间只有受邀的人才能加入，因此链接指向整个社区。对方有了账号之后，再按名字邀请。
invites-link-community = 打开链接的人可以看到这是什么社区，并创建账号。
invites-share = 分享
invites-code-label = { $link } 的二维码

## 创建账号需要什么。

invites-closed = 目前这里不能自行创建账号，因此链接只对已有账号的人有用。
invites-closed-community = 目前这里不能自行创建账号。服务器的运营者可以开放注册。
invites-token = 在这里创建账号需要邀请码。服务器的运营者可以把邀请码放进链接。
invites-token-make = 把邀请码放进链接
invites-token-made = 链接中带有邀请码：{ $days } 天内可供 { $count } 人创建账号。
