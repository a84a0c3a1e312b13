### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = 自分とデバイスの公開鍵、およびそれらへの署名。
keys-keeps-waiting = デバイスがまだ受け取っていないメッセージ。通常は送信者が暗号化しています。
keys-keeps-backups = ルームの鍵のバックアップ。自分だけが持つ鍵で暗号化されています。
keys-keeps-dehydrated = 戻ってくるときのために保管しているデバイス。同じように暗号化されています。

## The recovery key in the web app.

keys-recovery = リカバリーキー
keys-state-safe = 作成済みです。どのデバイスでもメッセージを取り戻せます。
keys-state-here = 鍵はこのデバイスにしかありません。
keys-state-elsewhere = このデバイスで以前のメッセージを読むために必要です。
keys-offer-title = メッセージを守りましょう
keys-offer = 暗号化されたメッセージは、このデバイスでしか読めません。リカバリーキーがあれば、デバイスをなくしても取り戻せます。
keys-offer-button = リカバリーキーを作成
keys-make = 別のデバイスで暗号化されたメッセージを開くためのキーです。サーバーの運営者を含め、ほかの誰も持っていません。パスワードマネージャーや紙など、見つけられる場所に保管してください。
keys-make-button = 今すぐ作成
keys-made = これがリカバリーキーです。表示されるのは一度だけです。
keys-copy = コピー
keys-copied = コピーしました
keys-kept = 保管しました
keys-asked-title = 以前のメッセージを読む
keys-asked = 別のデバイスでやり取りした内容は、リカバリーキーを使うとここで開けます。
keys-asked-button = リカバリーキーを入力
keys-enter-hint = 4 文字ずつの英数字が 12 組です。
keys-enter-button = メッセージを開く
keys-enter-wrong = リカバリーキーが違います。1 文字ずつ確認してください。大文字と小文字は区別されます。
