### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = スレッド
threads-one = スレッド
threads-all = すべてのスレッド
threads-close = スレッドを閉じる
threads-fetching = 取得しています…
threads-more = 以前のスレッド
threads-none = まだスレッドはありません。メッセージの「スレッドで返信」で始めると、脇道の話題でルームが埋まりません。
threads-failed = スレッドを取得できませんでした。
threads-missing = このスレッドは表示できません。最初のメッセージが存在しないか、参加する前に送信されたか、サーバーに接続できません。
