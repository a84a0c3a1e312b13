### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

# Names the row of communities beside the list, for those who hear the page.
spaces-rail = Your communities
spaces-all = All conversations
spaces-found = Community · { $members }

## Making one.

spaces-new = Create a community
spaces-new-button = Create community
spaces-new-words = A community keeps rooms that belong together in one place.
spaces-name = Name of the community
spaces-topic-hint = What it is for, in a sentence.
spaces-public-hint = Listed for all members of this server.

## Its page, and its rooms.

spaces-about = About
spaces-settings = Community settings
spaces-leave = You stay in those of its rooms that you have joined. To come back to the community, you may need a new invitation.
spaces-empty = There are no rooms in it yet.
spaces-add = Add rooms
# $space is the community's name.
spaces-add-to = Add rooms to { $space }
spaces-add-search = Search your rooms
spaces-add-nothing = You are in no room that could be added.
# Stands under a list of rooms to add.
spaces-add-words = Who can join a room stays as it is.
# $rooms is a list of rooms.
spaces-added = Added: { $rooms }
# $room is the room's name.
spaces-take-room = Take { $room } out
spaces-take-title = Take { $room } out of { $space }?
spaces-take-words = The room stays as it is, with its members, what was said, and who can join. It is only no longer found in this community.
spaces-take = Take out
# Who may join a room. $space is the community's name.
spaces-reach = Members of { $space }
spaces-reach-hint = Everyone in the community can come in. Not encrypted, so newcomers can read what was said before.
