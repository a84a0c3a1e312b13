### Invitations by link: what they say, and what they lead to.

invites-leads-to = Você tem um convite para
invites-link = Convidar por link
invites-link-open = Quem abre o link vê o que é esta sala e entra nela depois de acessar a conta ou criar uma.
invites-link-asking = Quem abre o link vê o que é esta sala e pode pedir para entrar.
invites-link-closed = Nesta sala só entra quem recebe convite, por isso o link leva a esta comunidade. Quando a pessoa tiver uma conta, convide-a pelo nome.
invites-link-community = Quem abre o link vê o que é esta comunidade e pode criar uma conta.
invites-share = Compartilhar
invites-code-label = Código QR de { $link }

## What it takes to make an account.

invites-closed = No momento ninguém pode criar uma conta aqui por conta própria, por isso o link só ajuda quem já tem uma.
invites-closed-community = No momento ninguém pode criar uma conta aqui por conta própria. Quem administra este servidor pode permitir.
invites-token = Para criar uma conta aqui é preciso um código. Quem administra este servidor pode colocar um no link.
invites-token-make = Colocar um código no link
invites-token-made = O link tem um código: com ele, { $count } pessoas podem criar uma conta em até { $days } dias.
