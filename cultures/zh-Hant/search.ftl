### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = 未加密的訊息、名稱或主題中有哪些字詞、由誰寫下；內容被移除時一併刪除。
search-keeps-names = 你名稱的各個部分，保留到帳號結束為止。
