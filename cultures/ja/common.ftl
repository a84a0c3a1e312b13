### Words that every page may need.

# Address: です・ます, no word for “you” where it can be left out. Words: ルーム、メッセージ、デバイス、アカウント、リカバリーキー、エンドツーエンド暗号化、メンション、招待、ホームサーバー、ログイン、ログアウト.

-product = Hearth

common-form-error-title = 入力内容に問題があります

## What went wrong, wherever it did.

common-error-unreached = サーバーに接続できません。接続を確認して、もう一度お試しください。
common-error-often = 試行回数が多すぎます。{ $seconds } 秒待ってから、もう一度お試しください。
common-error-unknown = サーバーで問題が発生しました。しばらくしてからもう一度お試しください。

common-close = 閉じる
common-cancel = キャンセル
common-copy-failed = コピーできませんでした。文字を選択してコピーしてください。
