### One room: what it is, who is in it, and what may be changed.

about-title = このルームについて
about-back = 戻る
about-ways = このルームの詳細
about-encrypted = エンドツーエンド暗号化されています。内容を読めるのはルームにいる人だけです。
about-not-encrypted = 暗号化されていません。サーバーの運営者も読める可能性があります。
about-entry-anybody = ここにいる人なら誰でも見つけて参加できます。
about-entry-asking = 誰でも参加を申請できます。
about-entry-members-of = 所属コミュニティのメンバーが参加できます。
about-entry-invited = 招待された人だけが参加できます。
about-history-world = 参加していなくても、誰でも読めます。
about-history-beginning = 参加した人は、以前の内容も読めます。
about-history-invitation = 参加した人は、招待されてからの内容を読めます。
about-history-joining = 参加した人は、参加してからの内容だけを読めます。

about-calls = 通知する内容
about-calls-all = すべてのメッセージ
about-calls-mentions = メンションのみ
about-calls-none = 通知しない

## The people in a room.

about-members = メンバー
about-members-search = メンバーを検索
about-members-here = 参加中
about-members-invited = 招待中
about-members-asking = 参加を申請中
about-members-banned = 参加禁止

about-here = このルームでは
about-role = 役割
about-role-owner = オーナー
about-role-admin = 管理者
about-role-moderator = モデレーター
about-role-member = メンバー
about-role-custom = レベル { $level }
about-role-own = 自分の役割を下げると、元に戻せるのはほかの人だけです。
about-banned = 参加禁止

about-let-in = 参加を許可
about-remove = 退出させる
about-remove-title = { $name } さんを退出させますか？
about-remove-words = { $name } さんはルームから退出し、理由が伝えられます。ルームが開かれているか、誰かに招待されれば戻れます。
about-ban = 参加を禁止
about-ban-title = { $name } さんの参加を禁止しますか？
about-ban-words = { $name } さんはルームから退出し、禁止が解除されるまで、招待されても戻れません。これまでの発言は残ります。
about-unban = 参加禁止を解除

about-refused-level = ここではこの役割が必要です：{ $role }
about-refused-rank = { $name } さんの役割は自分と同じかそれより上のため、退出させることはできません。
about-error-forbidden = このルームでの役割では許可されていません。役割がちょうど変更されたのかもしれません。

## The settings of a room.

about-settings = ルームの設定
about-save = 保存
about-topic = トピック
about-topic-hint = 何のためのルームかを一文で。
about-picture = 画像を選択
about-entry-invited-hint = メンバーが、参加してほしい人を招待します。
about-entry-asking-label = 申請して承認された人
about-entry-asking-hint = 誰でも申請でき、招待の権限があるメンバーが決めます。
about-entry-anybody-hint = ルームは一覧に表示され、ここにいる人なら誰でも申請なしで参加できます。
about-history = 以前の内容を読める人
about-history-beginning-label = メンバー（最初から）
about-history-beginning-hint = 新しい人も会話全体を読めます。暗号化されたメッセージは、これから送信されるものを読めます。
about-history-invitation-label = メンバー（招待されてから）
about-history-joining-label = メンバー（参加してから）
about-history-later-hint = それ以前の内容は、新しい人には表示されません。
about-history-world-label = 誰でも
about-history-world-hint = 参加していない人でも読めます。

about-addresses = アドレス
about-addresses-remove = { $address } を削除
about-addresses-new = 新しいアドレス
about-addresses-hint = スペースを含まない短い言葉（例：garden）。これを使ったリンクからここに来られます。
about-addresses-add = アドレスを追加

about-deeds = できることと必要な役割
about-deeds-words = この役割以上の人ができます。
about-deed-say = メッセージを書く
about-deed-invite = 人を招待する
about-deed-delete = ほかの人のメッセージを削除する
about-deed-remove = 人を退出させる
about-deed-ban = 参加を禁止する
about-deed-name = 名前を変更する
about-deed-topic = トピックを変更する
about-deed-picture = 画像を変更する
about-deed-rooms = ルームを追加する、外す
about-deed-roles = 役割を与える
