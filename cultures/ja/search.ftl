### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = 暗号化されていないどのメッセージ、名前、トピックにどの単語があり、誰が書いたか。内容が削除されると一緒に消えます。
search-keeps-names = 名前を構成する各部分。アカウントがある間だけ保存します。
