### Push: what a member is told of.

push-title = 通知
push-words = アプリがほかの画面の裏で開いている間、あなたに関わるメッセージを知らせます。通知を控える時間には表示しません。
push-here = このデバイスで表示する
push-refused = ブラウザーで許可されていません。このページに対するブラウザーの設定で変更できます。

## What is kept of members, for the register of privacy.

push-keeps-pushers = どのデバイスに通知を送れるか：アプリ、その名前、提供元が発行したキー。
