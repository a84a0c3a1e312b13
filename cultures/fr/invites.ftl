### Invitations by link: what they say, and what they lead to.

invites-leads-to = Vous avez une invitation pour
invites-link = Inviter par lien
invites-link-open = En ouvrant le lien, on voit ce qu’est ce salon, et on y entre une fois la connexion faite ou le compte créé.
invites-link-asking = En ouvrant le lien, on voit ce qu’est ce salon, et on peut demander à entrer.
invites-link-closed = Il faut une invitation pour entrer dans ce salon : le lien mène donc à cette communauté. Une fois le compte créé, invitez la personne par son nom.
invites-link-community = En ouvrant le lien, on voit ce qu’est cette communauté, et on peut créer un compte.
invites-share = Partager
invites-code-label = Code QR de { $link }

## What it takes to make an account.

invites-closed = Personne ne peut créer de compte ici par ses propres moyens actuellement : le lien ne sert donc qu’aux personnes qui en ont un.
invites-closed-community = Personne ne peut créer de compte ici par ses propres moyens actuellement. Les responsables de ce serveur peuvent l’autoriser.
invites-token = Pour créer un compte ici, il faut un code. Les responsables de ce serveur peuvent en mettre un dans le lien.
invites-token-make = Mettre un code dans le lien
invites-token-made = Le lien contient un code : { $count } personnes peuvent s’en servir pour créer un compte dans un délai de { $days } jours.
