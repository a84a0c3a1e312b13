### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = 学習に同意したメンバーについて、新しい人や以前より来なくなった人など、どのグループに属しているかと、いつからか。グループの出入りは 14 日間保存され、同意の撤回またはアカウントの終了時に削除されます。
