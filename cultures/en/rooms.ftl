### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = Messages and everything else that you sent to rooms.
rooms-keeps-memberships = Which rooms you are, were, or were asked to be in.
rooms-keeps-forgotten = Which rooms you have forgotten.
rooms-keeps-receipts = Up to where you have read.
rooms-keeps-reports = Reports that you made, with their reasons.

## The list of rooms in the web app.

rooms-list = Your conversations
rooms-filter = Filter conversations
rooms-filter-unread = Unread
rooms-filter-nothing = Nothing fits this filter.
rooms-list-empty = No conversations yet.
rooms-section-invites = Invitations
rooms-section-favourites = Favourites
# Conversations between two.
rooms-section-people = People
rooms-section-rooms = Rooms
# $count is the number of messages that the reader has not seen.
rooms-unread =
    { $count ->
        [one] { $count } unread message
       *[other] { $count } unread messages
    }
# The newest message of a room. $name is who wrote it, $body what they wrote.
rooms-last = { $name }: { $body }
rooms-last-own = You: { $body }
rooms-last-nothing = No messages yet
rooms-last-unreadable = Encrypted message
# $name is who invites.
rooms-invited-by = { $name } invites you
rooms-offline = No connection. What you write is sent later.
# $user is the member's own Matrix ID.
rooms-account = Your account { $user }

## Beginning a conversation.

# The button that begins a conversation.
rooms-new = New
rooms-new-person = Message someone
rooms-new-room = Create a room
rooms-new-room-button = Create room
rooms-find = Find a room
rooms-find-words = Search open rooms
rooms-find-people = Name or @address
rooms-find-people-hint = Search for somebody by name, or enter a full address.
rooms-find-nothing = Nothing found.
rooms-room-name = Name of the room
rooms-reach = Who can join?
rooms-reach-private = Invited people only
rooms-reach-private-hint = End-to-end encrypted: nobody else can read it, not even the server.
rooms-reach-public = Everyone here
rooms-reach-public-hint = Listed for all members. Not encrypted, so newcomers can read what was said before.
rooms-invite = Invite people
# $room is the room's name.
rooms-invite-to = Invite to { $room }
# $names is a list of people.
rooms-invited = Invited: { $names }
rooms-invitation = { $name } invites you to this room.
rooms-invitation-direct = { $name } would like to talk with you.
rooms-accept = Join
rooms-decline = Decline
# Declines an invitation, and hears nothing more of who sent it.
rooms-decline-ignore = Decline and ignore

rooms-none-title = Say hello
rooms-none = You are in. Write to somebody you know, or see what is going on in the open rooms.
rooms-none-first = You are in. There are no open rooms yet: create the first one, or invite people.
rooms-none-open-title = Pick up where you left off
rooms-none-open = Choose a conversation, or begin a new one.
rooms-unknown-title = You are not in this room
rooms-unknown = The link leads to a room that you have left or were not invited to.
# $who made the reader leave, $reason is theirs.
rooms-removed = { $who } removed you from this room.
rooms-removed-banned = { $who } banned you from this room.
rooms-removed-why = Reason: { $reason }
rooms-banned = You cannot come in until the ban is lifted.
rooms-ask = Ask to come in
rooms-asked = You have asked to come in. The invitation appears among your rooms once somebody lets you in.

rooms-error-forbidden = You are not allowed to do this. Ask somebody in the room to invite you.
rooms-error-not-found = There is no such person or room. Check the address.
rooms-error-often = That was a lot at once. Wait a moment and try again.
rooms-error-address-taken = This address leads to another room. Choose another one.

## One conversation.

rooms-back = Back to the list
rooms-more = More about this room
rooms-about = About this room
rooms-encrypted = End-to-end encrypted
rooms-encrypted-verified = End-to-end encrypted, verified
# $count is the number of people in the room.
rooms-members =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
# A conversation, with one person or in a room.
rooms-favourite = Add to favourites
rooms-favourite-no = Remove from favourites
rooms-leave = Leave
# $room is the room's name.
rooms-leave-title = Leave { $room }?
rooms-leave-open = You can come back whenever you like.
rooms-leave-closed = To come back you need a new invitation. What was said here goes from your devices.
rooms-messages = Messages
rooms-heard = New messages
rooms-older = Fetching older messages…
rooms-to-end = To the newest
# $count is the number of messages that came while the reader was further up.
rooms-to-new =
    { $count ->
        [one] { $count } new message
       *[other] { $count } new messages
    }
# A link to a message leads nowhere.
rooms-link-unknown = This message cannot be shown: it does not exist, or it was sent before you joined.
rooms-link-offline = This message cannot be fetched without a connection.
# The line before the first unread message.
rooms-new-from-here = New
# A message's own name for those who hear the page.
rooms-message = { $name }, { $time }
rooms-message-more = More about this message
# What stands in the empty field. $room is the room's name.
rooms-write = Message { $room }
rooms-write-thread = Reply in this thread
rooms-too-long = This is more than one message can hold. Send it in parts, or as a file.
# Stands in place of the field where one may not write.
rooms-quiet = Only some people may write here. You can read along.
# The same where the room was replaced by another one.
rooms-moved = This conversation goes on in another room.
rooms-moved-button = Go there
rooms-send = Send
rooms-mention = People you can mention
# $count is how many are writing, $names at most three of them.
rooms-typing =
    { $count ->
        [one] { $names } is writing…
       *[other] { $names } are writing…
    }
rooms-reply = Reply
rooms-reply-in-thread = Reply in thread
# What was said about a message, apart. $count is the number of answers.
rooms-thread =
    { $count ->
        [one] { $count } reply
       *[other] { $count } replies
    }
# $count is the number of threads with something unread.
rooms-threads =
    { $count ->
        [0] Threads
        [one] Threads, { $count } unread
       *[other] Threads, { $count } unread
    }
rooms-replying = Reply to { $name }: { $body }
rooms-edit = Edit
rooms-editing = Editing your message
rooms-edited = (edited)
# A long message is folded.
rooms-unfold = Show all of it
rooms-fold = Show less
rooms-copy = Copy text
rooms-copy-link = Copy link
rooms-delete = Delete for everyone
rooms-deleted = Deleted
# Somebody else’s message. $name is who deleted it, $reason why.
rooms-deleted-by = Deleted by { $name }
rooms-deleted-why = Deleted by { $name }: { $reason }
rooms-quote-unknown = Earlier message
rooms-quote-nothing = …
rooms-react = React
rooms-reactions = Reactions
# Whom a reaction is from. $names is a list of people.
rooms-reaction = from { $names }
rooms-sending = Sending…
rooms-waiting = Waiting for a connection
rooms-failed = Not sent.
rooms-retry = Try again
# Gives up a message that could not be sent.
rooms-discard = Discard
# $names is a list of people.
rooms-read-by = Read by { $names }

# What happened to the room. $who did it, $whom it was done to.
rooms-notice-created = { $who } created the room
rooms-notice-joined = { $whom } joined
rooms-notice-invited = { $who } invited { $whom }
rooms-notice-declined = { $whom } declined the invitation
rooms-notice-withdrawn = { $who } withdrew the invitation of { $whom }
rooms-notice-knocked = { $whom } asks to be let in
rooms-notice-left = { $whom } left
rooms-notice-removed = { $who } removed { $whom }
rooms-notice-banned = { $who } banned { $whom }
rooms-notice-unbanned = { $who } lifted the ban of { $whom }
# One of these lines, $told, with why somebody came or went.
rooms-notice-why = { $told }: { $reason }
# $whom is the name until now, $name the new one.
rooms-notice-renamed = { $whom } is now called { $name }
# $name is the room's new topic.
rooms-notice-described = { $who } set the topic: { $name }
rooms-notice-undescribed = { $who } removed the topic
rooms-notice-pictured = { $who } changed the room’s picture
rooms-notice-opened = { $who } changed who may come in
rooms-notice-history = { $who } changed who may read what was said before
rooms-notice-pinned = { $who } changed what is pinned
rooms-notice-promoted = { $who } changed the role of { $whom }
rooms-notice-ruled = { $who } changed who may do what here
rooms-notice-replaced = { $who } moved this conversation to a new room
# $name is the room's new name.
rooms-notice-named = { $who } named the room { $name }
rooms-notice-encrypted = Messages from here on are end-to-end encrypted
# $count is how many such lines are folded away.
rooms-notice-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
