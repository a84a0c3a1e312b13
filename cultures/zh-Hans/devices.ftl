### 成员登录的设备。

devices-title = 你的设备
devices-words = 你在哪些设备上登录。
devices-button = 查看
devices-this = 当前设备
devices-seen = 上次使用：{ $when }
devices-unverified = 未验证。如果不是你的设备，请将其退出。
devices-long = 已数月未使用。如果不再持有，请将其退出。
devices-name = 设备名称
devices-rename = 重命名
devices-verify = 验证
devices-out = 退出登录
devices-out-others = 退出所有其他设备
devices-out-words = 这 { $count } 台设备会立即退出登录。请输入密码确认。
devices-add = 登录另一台设备
devices-add-words = 请输入密码，以免他人擅自操作。
devices-add-show = 显示二维码
devices-add-scan = 用另一台设备扫描。此码仅可使用一次，{ $minutes } 分钟内有效。
devices-add-over = 此二维码已过期，请重新显示。
devices-added = { $name } 现已登录。
