### Invitations by link: what they say, and what they lead to.

invites-leads-to = 초대받은 곳:
invites-link = 링크로 초대
invites-link-open = 링크를 열면 어떤 대화방인지 볼 수 있고, 로그인하거나 계정을 만들면 참여하게 돼요.
invites-link-asking = 링크를 열면 어떤 대화방인지 볼 수 있고, 참여를 요청할 수 있어요.
invites-link-closed = 초대받은 사람만 이 대화방에 들어올 수 있어서, 링크는 이 커뮤니티로 연결돼요. 계정을 만들면 이름으로 초대해 주세요.
invites-link-community = 링크를 열면 어떤 커뮤니티인지 볼 수 있고, 계정을 만들 수 있어요.
invites-share = 공유
invites-code-label = { $link } 링크의 QR 코드

## What it takes to make an account.

invites-closed = 지금은 여기서 직접 계정을 만들 수 없어서, 링크는 이미 계정이 있는 사람에게만 도움이 돼요.
invites-closed-community = 지금은 여기서 직접 계정을 만들 수 없어요. 서버 운영자가 허용할 수 있어요.
invites-token = 여기서 계정을 만들려면 코드가 필요해요. 서버 운영자가 링크에 코드를 넣을 수 있어요.
invites-token-make = 링크에 코드 넣기
invites-token-made = 링크에 코드가 들어 있어요. { $days }일 안에 { $count }명이 계정을 만들 수 있어요.
