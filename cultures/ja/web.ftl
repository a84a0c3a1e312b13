### The web app's frame: what every screen of it needs.

web-absent = これは { -product } サーバーです。ウェブアプリを含めずにビルドされています。`make run` を実行すると一緒にビルドされます。どの Matrix クライアントからでもログインできます。

web-language = 言語
web-starting = 会話を開いています…
web-elsewhere-title = 別のウィンドウで開いています
web-elsewhere = 会話はこのブラウザーの別のウィンドウで開いています。一度に開けるのは 1 つのウィンドウだけです。
web-elsewhere-button = ここで使う
web-broken-title = 会話を開けませんでした
web-broken = このブラウザーに保存されたデータを読み込めなかったか、サーバーが応答しませんでした。もう一度お試しください。それでも開けない場合は、ログアウトしてから再度ログインしてください。
web-broken-button = 再試行

web-look = 外観
web-look-system = システムに合わせる
web-look-light = ライト
web-look-dark = ダーク
web-look-contrast = ハイコントラスト

web-update-title = 新しいバージョンがあります
web-update = 再読み込みすると使えます。書きかけの内容は残ります。
web-update-button = 再読み込み
