### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = ルームに送信したメッセージと、そのほかすべて。
rooms-keeps-memberships = 参加している、参加していた、または招待されたルーム。
rooms-keeps-forgotten = 履歴から消したルーム。
rooms-keeps-receipts = どこまで読んだか。
rooms-keeps-reports = 行った報告とその理由。

## The list of rooms in the web app.

rooms-list = 会話
rooms-filter = 会話を絞り込む
rooms-filter-unread = 未読
rooms-filter-nothing = 条件に合う会話はありません。
rooms-list-empty = まだ会話がありません。
rooms-section-invites = 招待
rooms-section-favourites = お気に入り
rooms-section-people = 連絡先
rooms-section-rooms = ルーム
rooms-unread = 未読メッセージ { $count } 件
rooms-last = { $name }：{ $body }
rooms-last-own = 自分：{ $body }
rooms-last-nothing = まだメッセージがありません
rooms-last-unreadable = 暗号化されたメッセージ
rooms-invited-by = { $name } さんからの招待
rooms-offline = 接続がありません。書いた内容はあとで送信されます。
rooms-account = アカウント { $user }

## Beginning a conversation.

rooms-new = 新規
rooms-new-person = メッセージを送る
rooms-new-room = ルームを作成
rooms-new-room-button = ルームを作成
rooms-find = ルームを探す
rooms-find-words = 公開ルームを検索
rooms-find-people = 名前または @アドレス
rooms-find-people-hint = 名前で検索するか、アドレスをすべて入力してください。
rooms-find-nothing = 見つかりませんでした。
rooms-room-name = ルーム名
rooms-reach = 誰が参加できますか？
rooms-reach-private = 招待された人のみ
rooms-reach-private-hint = エンドツーエンド暗号化：サーバーも含め、ほかの誰も読めません。
rooms-reach-public = ここにいる全員
rooms-reach-public-hint = すべてのメンバーの一覧に表示されます。暗号化されないため、新しい人も以前の内容を読めます。
rooms-invite = 人を招待
rooms-invite-to = { $room } に招待
rooms-invited = 招待済み：{ $names }
rooms-invitation = { $name } さんがこのルームに招待しています。
rooms-invitation-direct = { $name } さんが話したいそうです。
rooms-accept = 参加
rooms-decline = 辞退
rooms-decline-ignore = 辞退して無視

rooms-none-title = あいさつしてみましょう
rooms-none = 参加しました。知っている人にメッセージを送るか、公開ルームの様子を見てみましょう。
rooms-none-first = 参加しました。公開ルームはまだありません。最初のルームを作成するか、人を招待しましょう。
rooms-none-open-title = 続きから始めましょう
rooms-none-open = 会話を選ぶか、新しく始めてください。
rooms-unknown-title = このルームに参加していません
rooms-unknown = このリンク先は、退出したか、招待されていないルームです。
rooms-removed = { $who } さんがあなたをこのルームから退出させました。
rooms-removed-banned = { $who } さんがあなたをこのルームからブロックしました。
rooms-removed-why = 理由：{ $reason }
rooms-banned = 参加禁止が解除されるまで、参加できません。
rooms-ask = 参加をリクエスト
rooms-asked = 参加をリクエストしました。許可されると、招待がルームの一覧に表示されます。

rooms-error-forbidden = この操作は許可されていません。ルームにいる人に招待を頼んでください。
rooms-error-not-found = その人またはルームは見つかりません。アドレスを確認してください。
rooms-error-often = 一度に多くの操作が行われました。少し待ってからもう一度お試しください。
rooms-error-address-taken = このアドレスは別のルームのものです。別のアドレスにしてください。

## One conversation.

rooms-back = 一覧に戻る
rooms-more = このルームの詳細
rooms-about = このルームについて
rooms-encrypted = エンドツーエンド暗号化
rooms-encrypted-verified = エンドツーエンド暗号化、検証済み
rooms-members = メンバー { $count } 人
rooms-favourite = お気に入りに追加
rooms-favourite-no = お気に入りから削除
rooms-leave = 退出
rooms-leave-title = { $room } を退出しますか？
rooms-leave-open = いつでも戻れます。
rooms-leave-closed = 戻るには新しい招待が必要です。ここでの会話はデバイスから消えます。
rooms-messages = メッセージ
rooms-heard = 新しいメッセージ
rooms-older = 以前のメッセージを読み込んでいます…
rooms-to-end = 最新へ移動
rooms-to-new = 新着メッセージ { $count } 件
rooms-link-unknown = このメッセージは表示できません。存在しないか、参加する前に送信されたものです。
rooms-link-offline = 接続がないため、このメッセージを取得できません。
rooms-new-from-here = 新着
rooms-message = { $name }、{ $time }
rooms-message-more = このメッセージの詳細
rooms-write = { $room } へのメッセージ
rooms-write-thread = このスレッドに返信
rooms-too-long = 1 件のメッセージには長すぎます。分けて送るか、ファイルとして送ってください。
rooms-quiet = ここに書き込めるのは一部の人だけです。読むことはできます。
rooms-moved = この会話は別のルームで続いています。
rooms-moved-button = そのルームへ移動
rooms-send = 送信
rooms-mention = メンションできる人
rooms-typing =
    { $count ->
       *[other] { $names } さんが入力中…
    }
rooms-reply = 返信
rooms-reply-in-thread = スレッドで返信
rooms-thread = 返信 { $count } 件
rooms-threads =
    { $count ->
        [0] スレッド
       *[other] スレッド、未読 { $count } 件
    }
rooms-replying = { $name } さんへの返信：{ $body }
rooms-edit = 編集
rooms-editing = メッセージを編集中
rooms-edited = （編集済み）
rooms-unfold = すべて表示
rooms-fold = 折りたたむ
rooms-copy = テキストをコピー
rooms-copy-link = リンクをコピー
rooms-delete = 全員から削除
rooms-deleted = 削除済み
rooms-deleted-by = { $name } さんが削除しました
rooms-deleted-why = { $name } さんが削除しました：{ $reason }
rooms-quote-unknown = 以前のメッセージ
rooms-quote-nothing = …
rooms-react = リアクション
rooms-reactions = リアクション
rooms-reaction = { $names } より
rooms-sending = 送信中…
rooms-waiting = 接続を待っています
rooms-failed = 送信できませんでした。
rooms-retry = 再試行
rooms-discard = 破棄
rooms-read-by = { $names } が既読

rooms-notice-created = { $who } さんがルームを作成しました
rooms-notice-joined = { $whom } さんが参加しました
rooms-notice-invited = { $who } さんが { $whom } さんを招待しました
rooms-notice-declined = { $whom } さんが招待を辞退しました
rooms-notice-withdrawn = { $who } さんが { $whom } さんへの招待を取り消しました
rooms-notice-knocked = { $whom } さんが参加を申請しています
rooms-notice-left = { $whom } さんが退出しました
rooms-notice-removed = { $who } さんが { $whom } さんを退出させました
rooms-notice-banned = { $who } さんが { $whom } さんをブロックしました
rooms-notice-unbanned = { $who } さんが { $whom } さんの参加禁止を解除しました
rooms-notice-why = { $told }：{ $reason }
rooms-notice-renamed = { $whom } さんの名前が { $name } になりました
rooms-notice-described = { $who } さんがトピックを設定しました：{ $name }
rooms-notice-undescribed = { $who } さんがトピックを削除しました
rooms-notice-pictured = { $who } さんがルームの画像を変更しました
rooms-notice-opened = { $who } さんが参加できる人を変更しました
rooms-notice-history = { $who } さんが以前の内容を読める人を変更しました
rooms-notice-pinned = { $who } さんがピン留めを変更しました
rooms-notice-promoted = { $who } さんが { $whom } さんの役割を変更しました
rooms-notice-ruled = { $who } さんがここでの権限を変更しました
rooms-notice-replaced = { $who } さんがこの会話を新しいルームに移しました
rooms-notice-named = { $who } さんがルーム名を { $name } にしました
rooms-notice-encrypted = ここから先のメッセージはエンドツーエンドで暗号化されています
rooms-notice-more = ほか { $count } 件
