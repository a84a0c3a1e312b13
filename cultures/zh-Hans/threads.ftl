### 消息列：围绕一条消息展开、与主对话分开的讨论。

threads-title = 消息列
threads-one = 消息列
threads-all = 全部消息列
threads-close = 关闭消息列
threads-fetching = 正在加载…
threads-more = 更早的消息列
threads-none = 还没有消息列。在某条消息上选择“在消息列中回复”即可开始，旁支话题就不会刷满房间。
threads-failed = 无法加载消息列。
threads-missing = 无法显示此消息列：它的首条消息不存在、发送于你加入之前，或者无法连接服务器。
