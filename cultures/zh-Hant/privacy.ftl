### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = 提供通訊服務
privacy-service-what = 儲存你的帳號、裝置、聊天室與你傳送的內容，並送達你的聯絡對象。
privacy-service-why = 沒有這些，就沒有通訊服務。
privacy-service-data = 登記冊中各模組保存的全部內容：帳號與個人檔案、裝置及其金鑰、聊天室、訊息、檔案、已讀回條與設定。
privacy-service-kept = 直到你刪除，或你的帳號結束為止。你在聊天室寫過的內容會為其他人保留，除非你將它移除。

privacy-security-name = 保護帳號與成員安全
privacy-security-what = 留意登入、登入失敗，以及你的裝置從哪個網路位址連線；對訊息、聊天室和成員的檢舉會轉給伺服器的管理者。
privacy-security-why = 防止他人盜用你的帳號，並制止騷擾他人的人。
privacy-security-data = 登入時間、每台裝置最近使用的位址、密碼輸入錯誤的次數、檢舉及其理由。
privacy-security-kept = 裝置的位址保留到該裝置登出為止；檢舉在伺服器運作期間一直保留；密碼輸入錯誤的紀錄保留到伺服器的事件清單放不下為止。

privacy-retention-name = 及早察覺有人漸行漸遠
privacy-retention-what = 統計你何時在這裡、做了什麼：在哪類聊天室收發了多少訊息、誰回覆了誰、邀請、通話，以及你遇到的困難。絕不查看你寫的內容。
privacy-retention-why = 讓照顧這個社群的人及早知道誰可能離開、為什麼離開，並改正讓人離開的問題。
privacy-retention-data = 動作的種類、時間、次數、大概的大小，以及聊天室和成員的 ID。絕不包含文字、名稱、圖片或檔案。
privacy-retention-kept = 登記冊中註明每種訊號保留多少天。從你拒絕的那一刻起，不再統計。帳號結束後，已統計的資料會刪除。

privacy-product-name = 改善應用程式
privacy-product-what = 統計你使用應用程式的哪些部分、在哪裡出錯，以及你等了多久。
privacy-product-why = 找出並改正妨礙你使用的地方。
privacy-product-data = 固定清單中的功能名稱、錯誤種類、等待時間、應用程式版本。絕不包含你輸入的內容。
privacy-product-kept = 登記冊中註明每種訊號保留多少天。從你拒絕的那一刻起，不再統計。帳號結束後，已統計的資料會刪除。

privacy-personal-name = 及時為你提供協助
privacy-personal-what = 根據從你的使用情況得知的事（例如你可能打算離開），傳訊息給你、提供協助，或讓你看到某些內容。
privacy-personal-why = 在為時已晚之前幫上忙，沒有必要時也不打擾你。
privacy-personal-data = 得知的事及其理由、為你做過什麼，以及結果如何。
privacy-personal-kept = 直到你的帳號結束為止。從你拒絕的那一刻起，不再據此採取任何行動。

## What makes a use of personal data lawful.

privacy-basis-contract = 為完成你要求我們做的事所必需（契約）。
privacy-basis-interest = 我們有正當利益，且你的利益並未優先於它。
privacy-basis-consent = 由你決定，並可隨時改變主意（同意）。

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = 在你同意之前保持關閉。
privacy-default-notice = 告知你之後即開啟，直到你拒絕為止；你可以隨時拒絕。

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = 你同意或不同意什麼、在何時、看到的是哪個版本與哪種語言的文字，以及你填寫的地區；帳號結束時一併刪除。

## The choices in the web app.

privacy-choices-title = 你的資料
privacy-choices-intro = 除了維持通訊服務之外，資料還用來做什麼，由你決定。你寫的內容絕不會被讀取。
privacy-choices-more = 原因、用到的資料與保留時間
privacy-told-retention = 這個應用程式會回報下列事項，每次只用固定清單中的一個詞：你開啟了它、使用了多久，以及何時有內容未能傳送、無法讀取、速度緩慢、找不到、發生錯誤或遭到拒絕。
privacy-told-product = 這個應用程式會回報下列事項，每次只用固定清單中的一個詞：你使用了哪些部分，例如回覆、回應或搜尋，以及變更了哪些設定。
privacy-choices-copy = 下載關於我的所有資料
privacy-asked-title = 你的資料，由你選擇
privacy-asked = 可以讓這個社群從使用情況中學習嗎？在你同意之前，不會統計任何東西。
privacy-asked-notice = 這個社群會從使用情況中學習。看看這代表什麼；你可以隨時拒絕。
privacy-asked-button = 了解詳情
