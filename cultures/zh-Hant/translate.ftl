### Translating a message that is in another language, on request.

translate-button = 翻譯
translate-hide = 隱藏翻譯
translate-busy = 正在翻譯…
translate-by = 由機器翻譯自{ $from }
translate-by-unknown = 由機器翻譯
translate-same = 這已經是你的語言。
translate-failed = 目前無法翻譯。請稍後再試。

## Asked before the text of an encrypted message is given away.

translate-ask-title = 要讓這段文字離開加密嗎？
translate-ask = 這則訊息經過端對端加密。翻譯時，文字會離開加密：這台伺服器和 { $provider } 都能讀取。這台伺服器不會保留任何內容。
translate-ask-once = 翻譯這則訊息
translate-ask-room = 在這裡翻譯時不再詢問

## In the settings, once that was allowed for whole rooms.

translate-allowed = 加密訊息的翻譯
translate-allowed-words = 在 { $count } 個聊天室裡，翻譯時文字會直接離開加密，不再詢問。
translate-allowed-end = 每次都詢問
