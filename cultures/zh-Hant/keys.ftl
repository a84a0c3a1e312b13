### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = 你和你的裝置的公開金鑰，以及對它們的簽章。
keys-keeps-waiting = 你的裝置尚未取走的訊息，通常已由傳送者加密。
keys-keeps-backups = 聊天室金鑰的備份，用只有你持有的金鑰加密。
keys-keeps-dehydrated = 為你回來時保留的裝置，同樣經過加密。

## The recovery key in the web app.

keys-recovery = 復原金鑰
keys-state-safe = 你已經有一把。它能在任何裝置上找回你的訊息。
keys-state-here = 你的金鑰只在這台裝置上。
keys-state-elsewhere = 輸入它即可在這台裝置上閱讀較早的訊息。
keys-offer-title = 保護好你的訊息
keys-offer = 加密訊息只能在這台裝置上開啟。萬一裝置遺失，可以用復原金鑰在另一台裝置上開啟。
keys-offer-button = 建立復原金鑰
keys-make = 它能在另一台裝置上開啟你的加密訊息。除了你，沒有人擁有它，連伺服器的管理者也沒有。請保存在你找得到的地方：密碼管理工具，或寫在紙上。
keys-make-button = 立即建立
keys-made = 這是你的復原金鑰，只顯示這一次。
keys-copy = 複製
keys-copied = 已複製
keys-kept = 我已保存
keys-asked-title = 閱讀較早的訊息
keys-asked = 你在另一台裝置上的對話，可以用那台裝置或復原金鑰在這裡開啟。
keys-asked-button = 帶到這裡
keys-enter-hint = 十二組，每組四個字母或數字。
keys-enter-button = 開啟我的訊息
keys-enter-wrong = 這不是你的復原金鑰。請逐一核對每個字元，大小寫有別。
keys-change = 更換
keys-change-words = 你會取得新的復原金鑰，現有的將失效。你的訊息不受影響。
keys-bring = 復原金鑰可以把你的訊息帶到這裡，能讀取訊息的裝置也可以。
keys-bring-alone = 復原金鑰可以把你的訊息帶到這裡。
keys-bring-without = 由能讀取你訊息的裝置傳到這台裝置。你沒有復原金鑰。
keys-bring-device = 使用其他裝置
keys-bring-neither = 兩者都沒有
keys-reset-title = 重新開始
keys-reset = 如果沒有任何裝置，也沒有復原金鑰，就沒有人能開啟你較早的訊息。你會取得新的金鑰：
keys-reset-lost = 今天以前的加密訊息將永遠無法開啟。
keys-reset-devices = 你的其他裝置需要重新驗證。
keys-reset-people = 驗證過你的人會得知你的金鑰已變更。
keys-reset-button = 放棄舊訊息並重新開始

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = 這台裝置還沒有你的金鑰。
keys-unreadable-coming = 這則訊息的金鑰正在傳送途中。金鑰到達後，訊息會自動開啟。
keys-unreadable-lost = 這是你在這台裝置登入之前傳送的，金鑰也不在備份中。你之前使用的裝置可以顯示它。
keys-unreadable-joining = 這是你加入之前傳送的，因此無法閱讀。
keys-unreadable-withheld = 傳送者的應用程式不讓它不認識的裝置讀取。
keys-unreadable-broken = 這則訊息無法解密。
keys-unreadable-look = 再檢查一次
keys-unreadable-ask = 請 { $name } 再傳一次
keys-unreadable-asked = 我無法讀取這則訊息。可以再傳一次嗎？
