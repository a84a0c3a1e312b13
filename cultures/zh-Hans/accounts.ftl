### 账号：创建、登录与退出。

# 一条消息写成一行：换行在网页上会显示为汉字之间的空格。

## 通过一次性链接创建首位管理员的页面。

accounts-setup-title = 创建管理员账号
# $server 是服务器名称，例如 example.org。
accounts-setup-intro = 欢迎！你的 { -product } 服务器 { $server } 已经启动，还差第一个账号。这个账号将成为管理员，负责管理服务器和其中的成员。
accounts-setup-localhost = 这台服务器的名称是“localhost”，仅供试用：其他人无法通过这个名称访问它，而且服务器的名称以后不能更改。

accounts-setup-name-label = 用户名
# $example 是这台服务器上的完整 Matrix ID，例如 @ada:example.org。
accounts-setup-name-hint = 只能使用小写字母、数字和 . _ = - / + 这些符号。其他人看到的完整 ID 形如 { $example }。创建后不能更改。
accounts-setup-password-label = 密码
# $count 是最少字符数。
accounts-setup-password-hint = 至少 { $count } 个字符。用几个随机的词组合起来，既好记又难猜。
accounts-setup-password-again-label = 再次输入密码
accounts-setup-password-again-hint = 请再输入一遍，以免打错。
accounts-setup-button = 创建账号

accounts-setup-error-name-invalid = 请输入用户名，只能包含小写字母、数字和 . _ = - / + 这些符号。
accounts-setup-error-name-taken = 该用户名已被使用，请换一个。
accounts-setup-error-passwords-differ = 两次输入的密码不一致，请重新输入。
# $count 是最少字符数。
accounts-setup-error-password-too-short = 密码太短，请至少使用 { $count } 个字符。

accounts-setup-done-title = 服务器已准备就绪
# $user 是新账号的 Matrix ID，$address 是服务器的网址。
accounts-setup-done = { $user } 现在是管理员了。在浏览器中打开 { $address } 登录，或在任意 Matrix 客户端中将它设为主服务器。
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = 主服务器

accounts-setup-refused-title = 此链接无效
accounts-setup-refused = 链接已被使用过，或者不完整。只要服务器还没有管理员，每次重启都会输出一个新的链接。

## 请人同意条款的页面，供无法自行显示条款的应用使用。

accounts-terms-title = 加入之前
# $server 是服务器名称，例如 example.org。
accounts-terms-intro = 要在 { $server } 上注册账号，你需要同意：
accounts-terms-button = 我同意
accounts-terms-done-title = 谢谢
accounts-terms-done = 请回到你的应用，它会自动继续。这个窗口可以关闭了。
accounts-terms-over-title = 这个页面已失效
accounts-terms-over = 请在你的应用中重新开始。

## 保存成员的哪些数据，供隐私登记册使用。

accounts-keeps-account = 你的 Matrix ID、是否为管理员、账号的创建、锁定和注销时间，以及你同意过的条款。
accounts-keeps-password = 密码的哈希值，绝不保存密码本身。
accounts-keeps-profile = 个人资料：显示名称、头像以及你填写的其他内容。
accounts-keeps-devices = 你的设备：名称、登录时间，以及最近一次访问的时间和地址。
accounts-keeps-data = 你的客户端存放在这里的设置和筛选条件。

## 在网页应用中登录和注册。

accounts-in-title = 欢迎回来
accounts-in-intro = 登录 { $server }
accounts-in-button = 登录
accounts-in-other = 第一次来？
accounts-in-other-link = 创建账号
accounts-code-title = 用另一台设备
accounts-code-words = 在已登录的设备上打开设置，进入“你的设备”，让它显示登录本设备的二维码。
accounts-code-scan = 扫描二维码
accounts-code-enter = 以 { $who } 的身份登录
accounts-code-over = 此二维码已失效。请让另一台设备重新显示一个。
accounts-code-camera-none = 没有可用的摄像头。请用密码登录。
accounts-up-title = 创建账号
accounts-up-intro = 你将成为 { $server } 的成员
accounts-up-button = 创建账号
accounts-up-terms = 创建账号即表示你同意：
accounts-up-other = 已经有账号了？
accounts-up-other-link = 登录

accounts-name-label = 用户名
accounts-name-hint = 别人通过它找到你：{ $example }
accounts-password-label = 密码
accounts-password-hint = 至少 { $count } 个字符。几个随意组合的词既好记又难猜。
accounts-token-label = 邀请码
accounts-token-hint = 由邀请你的人或页面提供。

accounts-error-name-invalid = 只能使用小写字母、数字和 . _ = - / +。
accounts-error-name-taken = 这个名字已被使用，请换一个。
accounts-error-password-short = 请至少输入 { $count } 个字符。
accounts-error-token-missing = 请输入邀请码。
accounts-error-token-wrong = 邀请码无效或已过期，请索取新的邀请码。
accounts-error-wrong = 用户名或密码不正确，请检查后重试。
accounts-error-password = 密码不正确。
accounts-error-closed = 此服务器不开放自行注册。请向服务器的管理者申请账号。
accounts-error-ended = 此账号已注销。
accounts-error-locked = 此账号已被锁定，请联系服务器的管理者。
accounts-insecure = 此应用需要安全连接。请用以 https:// 开头的地址打开，或通过 localhost 打开。

accounts-device-name = { $system } 上 { $browser } 中的 Hearth
accounts-device-unknown = 浏览器中的 Hearth

accounts-out = 退出登录
accounts-out-title = 要退出登录吗？
accounts-out-keys = 退出登录后，你的加密消息只能在另一台已有这些消息的设备上读取。有了恢复密钥，就能找回它们。
accounts-out-unsent = 还有 { $count } 条消息或文件尚未发送，退出登录后会丢失。

accounts-again-title = 登录已过期
accounts-again-intro = 请输入 { $user } 的密码以继续。你的消息仍保存在此设备上。

accounts-settings = 设置
accounts-display-label = 你的名字
accounts-display-hint = 别人看到的名字。你的地址仍是 { $user }。
accounts-display-button = 保存
accounts-picture-label = 你的头像
accounts-picture-hint = 别人在你的名字旁看到的图片。照片的拍摄地点不会一起发送。

accounts-change = 更改
accounts-change-title = 更改密码
accounts-change-hint = 更改后，你的其他设备会退出登录。
accounts-change-words = 你的其他设备会退出登录。恢复密钥不受影响。
accounts-change-new = 新密码
accounts-change-now = 当前密码
accounts-change-button = 更改密码
accounts-change-done = 密码已更改。你的其他设备已退出登录。

accounts-end = 注销
accounts-end-title = 注销账号
accounts-end-hint = 注销后无法恢复。
accounts-end-words = 你的账号会立即永久注销：
accounts-end-rooms = 你会退出所有房间。
accounts-end-said = 你说过的话会留在对方那里，只显示你的地址。
accounts-end-name = 你的用户名不会再分配给任何人，包括你自己。
accounts-end-button = 注销我的账号
accounts-ended = 你的账号已注销。
accounts-elsewhere = 你已被其他设备退出登录，或密码已在那里更改。请重新登录以继续。
