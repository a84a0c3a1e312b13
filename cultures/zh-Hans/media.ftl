### 媒体：成员分享的文件。

## 保存成员的哪些数据，供隐私登记册使用。

media-keeps-files = 你上传的文件：内容、名称、类型、大小和上传时间。

## 网页应用会话中的文件。

media-attach = 添加文件
media-drop = 松手即可添加
media-chosen = 待发送的文件
media-caption = 添加说明
media-remove = 不发送 { $name }
media-smaller = 压缩较大的图片
media-large = { $name } 太大了。这里的文件不能超过 { $size }。
media-empty = { $name } 是空文件或文件夹。
media-unreadable = 无法读取 { $name }。请移除后重新选择。
media-many = 一次最多发送 { $count } 个文件。请先发送这些。
media-sending = 正在发送 { $name }
media-open-picture = 打开图片 { $name }
media-play = 播放 { $name }
media-play-voice = 播放语音消息
media-download = 下载 { $name }
media-keep = 下载
media-record = 录制语音消息
media-recording = 正在录音
media-microphone = 无法使用麦克风。请在浏览器中允许本页面使用，然后重试。
media-voice = 语音消息
media-unreached = 无法获取，请重试。
media-gone = 文件已不在服务器上。
media-damaged = 文件在传输途中被改动，因此不予打开。
media-unshowable = 无法在这里显示，可以下载查看。
media-no-picture = 这不是可以显示的图片。请选择 PNG、JPEG、GIF 或 WebP 格式。
media-opening = 正在打开图片
media-actual = 原始大小
media-previous = 上一张
media-next = 下一张
media-from = { $name }，{ $time }
