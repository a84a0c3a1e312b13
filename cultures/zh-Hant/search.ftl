### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = 未加密的訊息、名稱或主題中有哪些字詞、由誰寫下；內容被移除時一併刪除。
search-keeps-names = 你名稱的各個部分，保留到帳號結束為止。

## Looking for messages in the web app.

search-title = 搜尋訊息
search-close = 關閉搜尋
search-words = 訊息中的字詞
search-here = 這個聊天室
search-everywhere = 所有聊天室
search-searching = 正在搜尋…
search-count = { $count } 則訊息
search-secret-all = 這裡的訊息已加密，伺服器無法搜尋。這台裝置會搜尋已載入的訊息。
search-secret-some = 加密訊息只會搜尋這台裝置已載入的部分。
search-more = 更多訊息
search-further = 搜尋更早的訊息
search-nothing = 找不到「{ $words }」。
search-nothing-try = 訊息必須包含所有字詞。請減少字詞，或只輸入字詞的開頭。
search-failed = 無法搜尋。請檢查連線。
search-for = 在訊息中搜尋「{ $words }」
