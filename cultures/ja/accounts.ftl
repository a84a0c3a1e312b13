### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = 管理者の作成
accounts-setup-intro = ようこそ。{ -product } サーバー { $server } が起動し、最初のアカウントを待っています。このアカウントが管理者となり、サーバーとそこにいる人たちを見守ります。
accounts-setup-localhost = このサーバーの名前は「localhost」で、試用専用です。ほかの人はこの名前では接続できず、サーバーの名前をあとから変更することもできません。

accounts-setup-name-label = ユーザー名
accounts-setup-name-hint = 使えるのは小文字の英字、数字と . _ = - / + だけです。ほかの人には、たとえば { $example } と表示されます。あとから変更できません。
accounts-setup-password-label = パスワード
accounts-setup-password-hint = { $count } 文字以上。ランダムな単語をいくつか並べると、覚えやすく推測されにくくなります。
accounts-setup-password-again-label = パスワード（確認）
accounts-setup-password-again-hint = 打ち間違いを防ぐため、もう一度入力してください。
accounts-setup-button = アカウントを作成

accounts-setup-error-name-invalid = ユーザー名を入力してください。使えるのは小文字の英字、数字と . _ = - / + だけです。
accounts-setup-error-name-taken = このユーザー名は使われています。別の名前を選んでください。
accounts-setup-error-passwords-differ = 2 つのパスワードが一致しません。両方とも入力し直してください。
accounts-setup-error-password-too-short = パスワードが短すぎます。{ $count } 文字以上にしてください。

accounts-setup-done-title = サーバーの準備ができました
accounts-setup-done = { $user } が管理者になりました。ブラウザーで { $address } を開いてログインするか、任意の Matrix クライアントでホームサーバーとして選んでください。
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = ホームサーバー

accounts-setup-refused-title = このリンクは無効です
accounts-setup-refused = すでに使われたか、途中で切れています。サーバーに管理者がいない間は、再起動のたびに新しいリンクが出力されます。

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = 参加の前に
# $server is the server's name, such as example.org.
accounts-terms-intro = { $server } のアカウントを作成するには、次への同意が必要です：
accounts-terms-button = 同意する
accounts-terms-done-title = ありがとうございます
accounts-terms-done = アプリに戻ってください。手続きは自動的に続きます。このウィンドウは閉じてかまいません。
accounts-terms-over-title = このページは無効になりました
accounts-terms-over = アプリでもう一度やり直してください。

## What is kept of members, for the register of privacy.

accounts-keeps-account = Matrix ID、管理者かどうか、アカウントの作成・ロック・終了の日時、同意した規約。
accounts-keeps-password = パスワードのハッシュ。パスワードそのものは決して保存しません。
accounts-keeps-profile = プロフィール：表示名、画像、そのほか登録した内容。
accounts-keeps-devices = デバイス：名前、ログインした日時、最後に接続した日時とアドレス。
accounts-keeps-data = アプリがここに保存した設定とフィルター。

## Signing in and up in the web app.

accounts-in-title = おかえりなさい
accounts-in-intro = { $server } にログイン
accounts-in-button = ログイン
accounts-in-other = はじめてですか？
accounts-in-other-link = アカウントを作成
accounts-code-title = 別のデバイスで
accounts-code-words = ログイン済みのデバイスで設定を開き、「デバイス」から、このデバイス用のコードを表示してください。
accounts-code-scan = コードを読み取る
accounts-code-enter = { $who } としてログイン
accounts-code-over = このコードは無効になりました。別のデバイスで新しいコードを表示してください。
accounts-code-camera-none = 使えるカメラがありません。パスワードでログインしてください。
accounts-up-title = アカウントの作成
accounts-up-intro = { $server } のメンバーになります
accounts-up-button = アカウントを作成
accounts-up-terms = アカウントを作成すると、次に同意したことになります：
accounts-up-other = すでにメンバーですか？
accounts-up-other-link = ログイン

accounts-name-label = ユーザー名
accounts-name-hint = ほかの人はこれであなたを見つけます：{ $example }
accounts-password-label = パスワード
accounts-password-hint = { $count } 文字以上。ランダムな単語をいくつか並べると覚えやすくなります。
accounts-token-label = 招待コード
accounts-token-hint = 招待した人またはページから受け取ったものです。

accounts-error-name-invalid = 使えるのは小文字の英字、数字と . _ = - / + だけです。
accounts-error-name-taken = この名前は使われています。別の名前を選んでください。
accounts-error-password-short = { $count } 文字以上にしてください。
accounts-error-token-missing = 招待コードを入力してください。
accounts-error-token-wrong = このコードは無効か、期限が切れています。新しいコードを受け取ってください。
accounts-error-wrong = 名前またはパスワードが違います。両方を確認して、もう一度お試しください。
accounts-error-password = パスワードが違います。
accounts-error-closed = ここでは自分で登録できません。サーバーの運営者にアカウントを依頼してください。
accounts-error-ended = このアカウントは終了しています。
accounts-error-locked = このアカウントはロックされています。サーバーの運営者にお問い合わせください。
accounts-insecure = このアプリには安全な接続が必要です。https:// で始まるアドレス、または localhost で開いてください。

accounts-device-name = { $system } の { $browser } の Hearth
accounts-device-unknown = ブラウザーの Hearth

accounts-out = ログアウト
accounts-out-title = ログアウトしますか？
accounts-out-keys = ログアウトすると、暗号化されたメッセージは、すでにそのメッセージがある別のデバイスでしか読めなくなります。リカバリーキーがあれば取り戻せます。
accounts-out-unsent = 未送信のメッセージやファイルが { $count } 件あります。ログアウトすると失われます。

accounts-again-title = セッションの有効期限が切れました
accounts-again-intro = 続けるには { $user } のパスワードを入力してください。メッセージはこのデバイスに残っています。

accounts-settings = 設定
accounts-display-label = 名前
accounts-display-hint = ほかの人に表示されます。アドレスは { $user } のままです。
accounts-display-button = 保存
accounts-picture-label = 自分の画像
accounts-picture-hint = 名前の横に表示され、ほかの人に見えます。写真の撮影場所は送信されません。

accounts-change = 変更
accounts-change-title = パスワードの変更
accounts-change-hint = 変更すると、ほかのデバイスからログアウトされます。
accounts-change-words = ほかのデバイスからログアウトされます。リカバリーキーはそのままです。
accounts-change-new = 新しいパスワード
accounts-change-now = 現在のパスワード
accounts-change-button = パスワードを変更
accounts-change-done = パスワードを変更しました。ほかのデバイスからログアウトしました。

accounts-end = 削除
accounts-end-title = アカウントの削除
accounts-end-hint = 取り消せません。誰も元に戻せません。
accounts-end-words = アカウントはすぐに、完全に削除されます。
accounts-end-rooms = すべてのルームから退出します。
accounts-end-said = これまでの発言は、アドレスだけが付いた形で相手のもとに残ります。
accounts-end-name = この名前は、自分も含めて誰も二度と使えません。
accounts-end-button = アカウントを削除
accounts-ended = アカウントを削除しました。
accounts-elsewhere = 別のデバイスからログアウトされたか、パスワードが変更されました。続けるには、もう一度ログインしてください。
