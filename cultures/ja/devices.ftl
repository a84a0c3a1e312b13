### The devices that a member is signed in on.

devices-title = デバイス
devices-words = ログインしているデバイスです。
devices-button = 表示
devices-this = このデバイス
devices-seen = 最終使用：{ $when }
devices-unverified = 検証されていません。心当たりがなければ、ログアウトさせてください。
devices-long = 数か月使われていません。もう手元になければ、ログアウトさせてください。
devices-name = デバイスの名前
devices-rename = 名前を変更
devices-verify = 検証
devices-out = ログアウト
devices-out-others = ほかをすべてログアウト
devices-out-words =
    { $count ->
        [1] そのデバイスはすぐにログアウトされます。確認のためパスワードを入力してください。
       *[other] これら { $count } 台のデバイスはすぐにログアウトされます。確認のためパスワードを入力してください。
    }
devices-add = 別のデバイスでログイン
devices-add-words = ほかの人が操作できないよう、パスワードを入力してください。
devices-add-show = コードを表示
devices-add-scan = もう一方のデバイスで読み取ってください。使えるのは1回だけで、{ $minutes }分間有効です。
devices-add-over = このコードの有効時間が過ぎました。もう一度表示してください。
devices-added = { $name } がサインインしました。
