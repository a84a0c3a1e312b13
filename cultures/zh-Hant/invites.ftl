### Invitations by link: what they say, and what they lead to.

invites-leads-to = 你受邀加入
invites-link = 用連結邀請
invites-link-open = 開啟連結的人能看到這個聊天室的簡介，登入或建立帳號後就會加入。
invites-link-asking = 開啟連結的人能看到這個聊天室的簡介，並可以申請加入。
invites-link-closed = 只有受邀者能加入這個聊天室，因此連結會通往這個社群。對方有帳號之後，請用名稱邀請。
invites-link-community = 開啟連結的人能看到這個社群的簡介，並建立帳號。
invites-share = 分享
invites-code-label = { $link } 的 QR 碼

## What it takes to make an account.

invites-closed = 目前無法在這裡自行建立帳號，因此連結只對已有帳號的人有用。
invites-closed-community = 目前無法在這裡自行建立帳號。伺服器管理者可以開放註冊。
invites-token = 要在這裡建立帳號，需要一組代碼。伺服器管理者可以將代碼放進連結。
invites-token-make = 將代碼放進連結
invites-token-made = 連結含有代碼：{ $days } 天內可供 { $count } 人建立帳號。
