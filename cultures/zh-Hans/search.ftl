### 搜索。

## 保存成员的哪些数据，供隐私登记册使用。

search-keeps-words = 未加密的消息、名称或话题中有哪些词、由谁写下；内容被撤回时一并删除。
search-keeps-names = 你名称的各个部分，保留到账号注销为止。

## 网页应用中的消息搜索。

search-title = 搜索消息
search-close = 关闭搜索
search-words = 消息中的字词
search-here = 此房间
search-everywhere = 所有房间
search-searching = 正在搜索…
search-count = { $count } 条消息
search-secret-all = 这里的消息已加密，服务器无法搜索。此设备只搜索它已加载的消息。
search-secret-some = 对于加密消息，只能搜索此设备已加载的部分。
search-more = 更多消息
search-further = 搜索更早的消息
search-nothing = 没有找到“{ $words }”。
search-nothing-try = 消息必须包含所有字词。试试减少字词，或只输入开头部分。
search-failed = 搜索失败，请检查网络连接。
search-for = 在消息中搜索“{ $words }”
