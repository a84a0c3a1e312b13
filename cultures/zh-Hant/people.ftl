### One person: who they are, and what one can do.

people-title = 個人檔案
people-message = 傳送訊息
people-met = 共同的聊天室
people-unknown = 沒有使用這個位址的人。
people-ignore = 忽略
people-ignore-no = 停止忽略
people-ignore-words = 你不會再看到對方的訊息，對方也無法邀請你。對方不會收到通知。
people-ignored = 你已忽略 { $name }。
people-ignored-title = 你忽略的人

## Telling those who run the server of something.

people-report = 檢舉
people-report-message = 檢舉這則訊息
people-report-room = 檢舉這個聊天室
people-report-space = 檢舉這個社群
people-report-person = 檢舉這個人
people-report-words = 伺服器管理者會閱讀你的檢舉。其他人不會得知。
people-reported = 謝謝。你的檢舉已送出。
people-reason = 有什麼問題？
people-reason-optional = 理由（選填）

## Deleting what was said.

people-delete-title = 要刪除 { $name } 的訊息嗎？
people-delete-words = 訊息會對所有人消失且無法恢復。仍會顯示這裡曾有訊息，且由你刪除。
people-delete-own-title = 要刪除你的訊息嗎？
