### Invitations by link: what they say, and what they lead to.

# Stands above the name of a room.
invites-leads-to = You are invited to
invites-link = Invite by link
invites-link-open = Whoever opens the link sees what this room is, and is in it once they have signed in or made an account.
invites-link-asking = Whoever opens the link sees what this room is, and can ask to come in.
invites-link-closed = Only invited people come into this room, so the link leads to this community. Once they have an account, invite them by name.
invites-link-community = Whoever opens the link sees what this community is, and can make an account.
# Hands the link to another app of the device.
invites-share = Share
# What a camera finds in the code. $link is an address.
invites-code-label = QR code of { $link }

## What it takes to make an account.

invites-closed = Nobody can make an account here by themselves now, so the link helps only people who have one.
invites-closed-community = Nobody can make an account here by themselves now. Those who run this server can allow it.
invites-token = To make an account here, people need a code. Those who run this server can put one into the link.
invites-token-make = Put a code into the link
# $count is a number of people, $days a number of days.
invites-token-made = The link has a code: { $count } people can make an account with it within { $days } days.
