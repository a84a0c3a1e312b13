### Push: what a member is told of.

push-title = 通知
push-words = 應用程式在背景開啟時，提醒你有需要你留意的訊息。勿擾時段內不會提醒。
push-here = 在此裝置上顯示
push-refused = 瀏覽器不允許顯示通知。可以在瀏覽器對此頁面的設定中變更。

## What is kept of members, for the register of privacy.

push-keeps-pushers = 你有哪些裝置可以被喚醒：應用程式、名稱，以及廠商給它的金鑰。
