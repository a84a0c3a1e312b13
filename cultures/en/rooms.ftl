### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Messages and everything else that you sent to rooms.
rooms-keeps-memberships = Which rooms you are, were, or were asked to be in.
rooms-keeps-forgotten = Which rooms you have forgotten.
rooms-keeps-receipts = Up to where you have read.
rooms-keeps-reports = Reports that you made, with their reasons.
