### Translating a message that is in another language, on request.

translate-button = 翻訳
translate-hide = 翻訳を隠す
translate-busy = 翻訳中…
translate-by = { $from }からの機械翻訳
translate-by-unknown = 機械翻訳
translate-same = すでに使用中の言語で書かれています。
translate-failed = 今は翻訳できませんでした。後でもう一度お試しください。

## Asked before the text of an encrypted message is given away.

translate-ask-title = このテキストを暗号化の外に出しますか？
translate-ask = このメッセージはエンドツーエンド暗号化されています。翻訳するとテキストが暗号化の外に出て、このサーバーと { $provider } が読めるようになります。このサーバーには何も残りません。
translate-ask-once = このメッセージを翻訳
translate-ask-room = ここでは確認せずに翻訳

## In the settings, once that was allowed for whole rooms.

translate-allowed = 暗号化されたメッセージの翻訳
translate-allowed-words = { $count } 個のルームで、翻訳のためにテキストが確認なしで暗号化の外に出ます。
translate-allowed-end = 毎回確認する
