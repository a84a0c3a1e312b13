### 应要求翻译其他语言的消息。

translate-button = 翻译
translate-hide = 隐藏译文
translate-busy = 正在翻译…
translate-by = 机器翻译，原文为{ $from }
translate-by-unknown = 机器翻译
translate-same = 这条消息已经是你的语言。
translate-failed = 暂时无法翻译，请稍后再试。

## 在交出加密消息的文字之前询问。

translate-ask-title = 让这段文字离开加密保护？
translate-ask =
    这条消息是端到端加密的。要翻译它，文字必须离开加密保护：本服务器和 { $provider } 都能读到。本服务器不会保存其中任何内容。
translate-ask-once = 只翻译这一条
translate-ask-room = 在这个房间里不再询问

## 在设置中：整个房间都已获准之后。

translate-allowed = 加密消息的翻译
translate-allowed-words = 在 { $count } 个房间里，翻译时文字会直接离开加密保护，不再询问。
translate-allowed-end = 每次都询问
