### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = アップロードしたファイル：内容、名前、種類、サイズ、日時。

## Files in a conversation of the web app.

media-attach = ファイルを添付
media-drop = ここにドロップして添付
media-chosen = 送信するファイル
media-caption = キャプションを追加
media-remove = { $name } を送信しない
media-smaller = 大きな画像を縮小して送信
media-large = { $name } は大きすぎます。ここでは { $size } までのファイルを送信できます。
media-empty = { $name } は空か、フォルダーです。
media-unreadable = { $name } を読み込めませんでした。取り除いてから、もう一度選択してください。
media-many = 一度に送信できるのは { $count } 個までです。先にこれらを送信してください。
media-sending = { $name } を送信しています
media-open-picture = 画像 { $name } を開く
media-play = { $name } を再生
media-play-voice = ボイスメッセージを再生
media-download = { $name } をダウンロード
media-keep = ダウンロード
media-record = ボイスメッセージを録音
media-recording = 録音中
media-microphone = マイクを使用できません。ブラウザーでこのページに許可してから、もう一度お試しください。
media-voice = ボイスメッセージ
media-unreached = 取得できませんでした。もう一度お試しください。
media-gone = サーバーにはもうありません。
media-damaged = 途中で改変されているため、開きません。
media-unshowable = ここでは表示できません。ダウンロードできます。
media-no-picture = 表示できる画像ではありません。PNG、JPEG、GIF、WebP のいずれかを選んでください。
media-opening = 画像を開いています
media-actual = 実際のサイズ
media-previous = 前の画像
media-next = 次の画像
media-from = { $name } さん、{ $time }
