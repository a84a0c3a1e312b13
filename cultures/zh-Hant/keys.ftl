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
keys-state-elsewhere = 這台裝置上較早的訊息正等著它。
keys-offer-title = 保護好你的訊息
keys-offer = 你的加密訊息只能在這台裝置上讀取。有了復原金鑰，裝置遺失後也能找回。
keys-offer-button = 建立復原金鑰
keys-make = 它能在另一台裝置上開啟你的加密訊息。除了你，沒有人擁有它，連伺服器的管理者也沒有。請保存在你找得到的地方：密碼管理工具，或寫在紙上。
keys-make-button = 立即建立
keys-made = 這是你的復原金鑰，只顯示這一次。
keys-copy = 複製
keys-copied = 已複製
keys-kept = 我已保存
keys-asked-title = 閱讀較早的訊息
keys-asked = 輸入復原金鑰，就能在這裡開啟你在其他裝置上收發的訊息。
keys-asked-button = 輸入復原金鑰
keys-enter-hint = 十二組，每組四個字母或數字。
keys-enter-button = 開啟我的訊息
keys-enter-wrong = 這不是你的復原金鑰。請逐一核對每個字元，大小寫有別。
