### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = 同意供學習的成員的行為訊號：做了哪一類的事、何時、在哪個聊天室；若對方也同意，還包括對象是誰。絕不包含說了什麼。帳號結束時一併刪除。
signals-keeps-imported = 紀錄被移入者的同類訊號，前提是移入的人已說明從中學習的合法依據。
