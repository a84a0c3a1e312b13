### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = 暗号化されていないどのメッセージ、名前、トピックにどの単語があり、誰が書いたか。内容が削除されると一緒に消えます。
search-keeps-names = 名前を構成する各部分。アカウントがある間だけ保存します。

## Looking for messages in the web app.

search-title = メッセージを検索
search-close = 検索を閉じる
search-words = メッセージ中の言葉
search-here = このルーム
search-everywhere = すべてのルーム
search-searching = 検索中…
search-count = メッセージ { $count } 件
search-secret-all = ここのメッセージは暗号化されているため、サーバーでは検索できません。このデバイスが読み込んだものだけを検索します。
search-secret-some = 暗号化されたメッセージは、このデバイスが読み込んだ範囲だけを検索します。
search-more = さらに表示
search-further = さらに前を検索
search-nothing = 「{ $words }」は見つかりませんでした。
search-nothing-try = すべての言葉を含むメッセージを探します。言葉を減らすか、言葉の最初の部分だけでお試しください。
search-failed = 検索できませんでした。接続を確認してください。
search-for = 「{ $words }」をメッセージから検索
