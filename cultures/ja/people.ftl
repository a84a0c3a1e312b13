### One person: who they are, and what one can do.

people-title = プロフィール
people-message = メッセージを送る
people-met = 共通のルーム
people-unknown = このアドレスの人はいません。
people-ignore = 無視
people-ignore-no = 無視をやめる
people-ignore-words = この人のメッセージは表示されなくなり、この人からの招待も届きません。相手には知らされません。
people-ignored = { $name } さんを無視しています。
people-ignored-title = 無視している人

## Telling those who run the server of something.

people-report = 報告
people-report-message = このメッセージを報告
people-report-room = このルームを報告
people-report-space = このコミュニティを報告
people-report-person = この人を報告
people-report-words = 報告はサーバーの運営者が読みます。ほかの人には知らされません。
people-reported = ありがとうございます。報告を送信しました。
people-reason = 何が問題ですか？
people-reason-optional = 理由（任意）

## Deleting what was said.

people-delete-title = { $name } さんのメッセージを削除しますか？
people-delete-words = 全員の画面から消え、元に戻せません。メッセージがあったことと、あなたが削除したことは表示されたままになります。
people-delete-own-title = 自分のメッセージを削除しますか？
