### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = メッセンジャーの運営
privacy-service-what = アカウント、デバイス、ルーム、送信した内容を保存し、やり取りの相手に届けます。
privacy-service-why = これがなければメッセンジャーは成り立ちません。
privacy-service-data = 登録簿に記載された各モジュールが保存するすべて：アカウントとプロフィール、デバイスとその鍵、ルーム、メッセージ、ファイル、開封確認、設定。
privacy-service-kept = 自分で削除するか、アカウントが終了するまで。ルームに書いた内容は、自分で削除しない限り、ほかの人のために残ります。

privacy-security-name = アカウントと人の安全を守る
privacy-security-what = ログイン、ログインの失敗、デバイスの接続元アドレスを記録します。メッセージ、ルーム、人についての報告は、サーバーの運営者に届きます。
privacy-security-why = アカウントを乗っ取られないようにし、嫌がらせをする人を止められるようにするためです。
privacy-security-data = ログインの日時、各デバイスの最後のアドレス、パスワードの誤入力の回数、報告とその理由。
privacy-security-kept = デバイスのアドレスはそのデバイスがログアウトするまで、報告はサーバーが運営されている間。パスワードの誤入力の記録は、サーバーのイベント一覧に収まらなくなるまで保存します。

privacy-retention-name = 離れていく人に気づく
privacy-retention-what = いつここにいて何をしているかを数えます：どの種類のルームで何件のメッセージを送受信したか、誰が誰に返信したか、招待、通話、困ったこと。書いた内容を見ることは決してありません。
privacy-retention-why = このコミュニティを支える人たちが、誰がなぜ離れそうかを早く知り、人が離れる原因を直せるようにするためです。
privacy-retention-data = 行動の種類、日時、回数、おおよその大きさ、ルームと人の ID。言葉、名前、画像、ファイルは決して含みません。
privacy-retention-kept = 各シグナルの保存日数は登録簿に記載されています。拒否した時点から何も数えません。アカウントが終了すると、数えた内容は削除されます。

privacy-product-name = アプリの改善
privacy-product-what = アプリのどの部分を使い、どこで失敗し、どれだけ待ったかを数えます。
privacy-product-why = 使いにくい点を見つけて直すためです。
privacy-product-data = 決められた一覧にある機能の名前、エラーの種類、待ち時間、アプリのバージョン。入力した内容は決して含みません。
privacy-product-kept = 各シグナルの保存日数は登録簿に記載されています。拒否した時点から何も数えません。アカウントが終了すると、数えた内容は削除されます。

privacy-personal-name = 必要なときに手助けする
privacy-personal-what = もうすぐ離れるかもしれないなど、学習から分かったことを使って、メッセージを送ったり、手助けを申し出たり、何かを表示したりします。
privacy-personal-why = 手遅れになる前に手助けし、必要のないときに煩わせないためです。
privacy-personal-data = 学習から分かったこととその理由、行ったこと、その結果。
privacy-personal-kept = アカウントが終了するまで。拒否した時点から、これに基づいて何かを行うことはありません。

## What makes a use of personal data lawful.

privacy-basis-contract = ご依頼いただいたことを行うために必要です（契約）。
privacy-basis-interest = あなたの利益が優先する場合を除き、私たちの正当な利益に基づきます。
privacy-basis-consent = あなたが決め、いつでも変更できます（同意）。

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = 同意するまでオフです。
privacy-default-notice = お知らせした時点から、拒否するまでオンです。いつでも拒否できます。

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = 何にいつ同意したか、しなかったか、どの版の文章をどの言語で見たか、入力した地域。アカウントが終了すると削除されます。

## The choices in the web app.

privacy-choices-title = あなたのデータ
privacy-choices-intro = メッセンジャーの運営以外に何に使うかは、あなたが決めます。書いた内容を読むことは決してありません。
privacy-choices-more = 理由、使うデータ、保存期間
privacy-told-retention = このアプリが、決まったリストの言葉ひとつずつで伝える内容：アプリを開いたこと、使った時間、そして送信できない、読めない、遅い、見つからない、失敗した、拒否されたといったことが起きた時。
privacy-told-product = このアプリが、決まったリストの言葉ひとつずつで伝える内容：返信、リアクション、検索など、アプリのどの部分を使うか、どの設定を変更するか。
privacy-choices-copy = 自分について保存されているものをダウンロード
privacy-asked-title = あなたのデータはあなたが選ぶ
privacy-asked = このコミュニティが使われ方から学習してもよいですか？同意するまで何も数えません。
privacy-asked-notice = このコミュニティは使われ方から学習しています。その意味をご確認ください。いつでも拒否できます。
privacy-asked-button = 詳しく見る
