### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = コミュニティ
spaces-all = すべての会話
spaces-found = コミュニティ · { $members }

## Making one.

spaces-new = コミュニティを作成
spaces-new-button = コミュニティを作成
spaces-new-words = コミュニティは、関連するルームを 1 か所にまとめます。
spaces-name = コミュニティの名前
spaces-topic-hint = 何のためのコミュニティかを一文で。
spaces-public-hint = このサーバーのすべてのメンバーの一覧に表示されます。

## Its page, and its rooms.

spaces-about = 概要
spaces-settings = コミュニティの設定
spaces-leave = 参加しているコミュニティ内のルームには残ります。コミュニティに戻るには、新しい招待が必要になることがあります。
spaces-empty = まだルームはありません。
spaces-add = ルームを追加
spaces-add-to = { $space } にルームを追加
spaces-add-search = 自分のルームを検索
spaces-add-nothing = 追加できるルームに参加していません。
spaces-add-words = ルームに参加できる人は変わりません。
spaces-added = 追加済み：{ $rooms }
spaces-take-room = { $room } を外す
spaces-take-title = { $room } を { $space } から外しますか？
spaces-take-words = ルームはそのまま残ります。メンバー、これまでの会話、参加できる人は変わりません。このコミュニティに表示されなくなるだけです。
spaces-take = 外す
spaces-reach = { $space } のメンバー
spaces-reach-hint = コミュニティの全員が参加できます。暗号化されないため、新しい人も以前の内容を読めます。
