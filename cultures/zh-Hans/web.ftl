### 网页应用的框架：每个页面都会用到的文字。

web-absent =
    这是一台 { -product } 服务器。构建时没有包含网页应用：用 `make run` 可以一并构建。任何 Matrix 客户端都可以在这里登录。

web-language = 语言
web-starting = 正在打开你的会话…
web-elsewhere-title = 已在另一个窗口中打开
web-elsewhere = 你的会话已在此浏览器的另一个窗口中打开。同一时间只能在一个窗口中使用。
web-elsewhere-button = 在这里使用
web-broken-title = 无法打开你的会话
web-broken = 无法读取此浏览器中存储的数据，或服务器没有响应。请重试；如果仍然不行，请退出后重新登录。
web-broken-button = 重试

web-look = 外观
web-look-system = 跟随系统
web-look-light = 浅色
web-look-dark = 深色
web-look-contrast = 高对比度

web-update-title = 有新版本
web-update = 重新加载即可使用。你正在写的内容会保留。
web-update-button = 重新加载
