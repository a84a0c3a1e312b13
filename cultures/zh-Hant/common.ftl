### Words that every page may need.

# Address: 你 (not 您), as messengers in Taiwan do; Taiwan usage. Words: 聊天室、訊息、裝置、帳號、復原金鑰、端對端加密、提及、主伺服器.

-product = Hearth

common-form-error-title = 填寫的內容有問題

## What went wrong, wherever it did.

common-error-unreached = 無法連線到伺服器。請檢查網路後再試一次。
common-error-often = 嘗試次數過多。請等待 { $seconds } 秒後再試一次。
common-error-unknown = 伺服器發生問題，請稍後再試一次。

common-close = 關閉
common-cancel = 取消
common-copy-failed = 無法複製。請選取文字後自行複製。
