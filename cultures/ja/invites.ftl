### Invitations by link: what they say, and what they lead to.

invites-leads-to = 招待されています：
invites-link = リンクで招待
invites-link-open = リンクを開くとこのルームの概要が表示され、ログインまたはアカウント作成をすると参加できます。
invites-link-asking = リンクを開くとこのルームの概要が表示され、参加をリクエストできます。
invites-link-closed = このルームには招待された人だけが参加できるため、リンクはこのコミュニティにつながります。相手がアカウントを作ったら、名前を指定して招待してください。
invites-link-community = リンクを開くとこのコミュニティの概要が表示され、アカウントを作成できます。
invites-share = 共有
invites-code-label = { $link } の QR コード

## What it takes to make an account.

invites-closed = 現在、ここでは自分でアカウントを作成できないため、リンクはアカウントのある人にだけ役立ちます。
invites-closed-community = 現在、ここでは自分でアカウントを作成できません。サーバーの運営者は許可できます。
invites-token = ここでアカウントを作成するにはコードが必要です。サーバーの運営者はリンクにコードを入れられます。
invites-token-make = リンクにコードを入れる
invites-token-made = リンクにコードが入っています。{ $days } 日以内に { $count } 人がアカウントを作成できます。
