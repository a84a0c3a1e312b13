### Invitations by link: what they say, and what they lead to.

invites-leads-to = Du bist eingeladen zu
invites-link = Per Link einladen
invites-link-open = Wer den Link öffnet, sieht, was dieser Raum ist, und ist nach dem Anmelden oder Registrieren darin.
invites-link-asking = Wer den Link öffnet, sieht, was dieser Raum ist, und kann um Einlass bitten.
invites-link-closed = In diesen Raum kommen nur Eingeladene, deshalb führt der Link zu dieser Community. Sobald jemand ein Konto hat, lade die Person mit ihrem Namen ein.
invites-link-community = Wer den Link öffnet, sieht, was diese Community ist, und kann ein Konto erstellen.
invites-share = Teilen
invites-code-label = QR-Code von { $link }

## What it takes to make an account.

invites-closed = Im Moment kann sich hier niemand selbst registrieren, der Link hilft also nur denen, die schon ein Konto haben.
invites-closed-community = Im Moment kann sich hier niemand selbst registrieren. Wer diesen Server betreibt, kann das erlauben.
invites-token = Um hier ein Konto zu erstellen, braucht man einen Code. Wer diesen Server betreibt, kann einen in den Link einfügen.
invites-token-make = Code in den Link einfügen
invites-token-made = Der Link enthält einen Code: { $count } Personen können damit innerhalb von { $days } Tagen ein Konto erstellen.
