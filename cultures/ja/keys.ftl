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
keys-state-elsewhere = 入力すると、以前のメッセージをこのデバイスで読めます。
keys-offer-title = メッセージを守りましょう
keys-offer = 暗号化されたメッセージは、このデバイスでしか開けません。リカバリーキーがあれば、このデバイスをなくしても別のデバイスで開けます。
keys-offer-button = リカバリーキーを作成
keys-make = 別のデバイスで暗号化されたメッセージを開くためのキーです。サーバーの運営者を含め、ほかの誰も持っていません。パスワードマネージャーや紙など、見つけられる場所に保管してください。
keys-make-button = 今すぐ作成
keys-made = これがリカバリーキーです。表示されるのは一度だけです。
keys-copy = コピー
keys-copied = コピーしました
keys-kept = 保管しました
keys-asked-title = 以前のメッセージを読む
keys-asked = 別のデバイスでやりとりした内容を、そのデバイスまたはリカバリーキーでここに表示できます。
keys-asked-button = ここに取り込む
keys-enter-hint = 4 文字ずつの英数字が 12 組です。
keys-enter-button = メッセージを開く
keys-enter-wrong = リカバリーキーが違います。1 文字ずつ確認してください。大文字と小文字は区別されます。
keys-change = 変更
keys-change-words = 新しいリカバリーキーが発行され、今のキーは使えなくなります。メッセージはそのままです。
keys-bring = リカバリーキー、またはメッセージを読めるデバイスがあれば、ここでメッセージを読めるようになります。
keys-bring-alone = リカバリーキーがあれば、ここでメッセージを読めるようになります。
keys-bring-without = メッセージを読めるデバイスから、このデバイスに引き継がれます。リカバリーキーはありません。
keys-bring-device = 別のデバイスを使う
keys-bring-neither = どちらもない
keys-reset-title = 新しく始める
keys-reset = デバイスもリカバリーキーも残っていない場合、以前のメッセージは誰にも開けません。新しいキーが作られます。
keys-reset-lost = 今日より前の暗号化メッセージは、もう開けません。
keys-reset-devices = ほかのデバイスは、もう一度検証が必要です。
keys-reset-people = 検証してくれた人には、キーが変わったことが知らされます。
keys-reset-button = 以前のメッセージを諦めて新しく始める

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = このデバイスには、まだキーがありません。
keys-unreadable-coming = このメッセージのキーは届く途中です。届けば自動的に開きます。
keys-unreadable-lost = このデバイスでログインする前に送信されたもので、キーがバックアップにありません。以前使っていたデバイスなら表示できます。
keys-unreadable-joining = 参加する前に送信されたため、読むことはできません。
keys-unreadable-withheld = 送信者のアプリが、知らないデバイスには表示しないようにしています。
keys-unreadable-broken = このメッセージは復号できません。
keys-unreadable-look = もう一度確認
keys-unreadable-ask = { $name } さんに再送を頼む
keys-unreadable-asked = このメッセージを読めません。もう一度送ってもらえますか？
