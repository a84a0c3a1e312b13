### One room: what it is, who is in it, and what may be changed.

about-title = About this room
about-back = Back
# Heads the ways from here to members and settings, for those who hear the page.
about-ways = More about this room
about-encrypted = End-to-end encrypted: only the people in it can read what is said.
about-not-encrypted = Not encrypted: who runs the server could read it too.
about-entry-anybody = Everyone here can find it and come in.
about-entry-asking = Anybody can ask to come in.
about-entry-members-of = Members of its community can come in.
about-entry-invited = Only invited people can come in.
about-history-world = Anybody can read it, even without joining.
about-history-beginning = Whoever joins can read what was said before.
about-history-invitation = Whoever joins can read what was said since they were invited.
about-history-joining = Whoever joins can read only what is said from then on.

# Which messages of the room notify the reader.
about-calls = Notify me of
about-calls-all = All messages
about-calls-mentions = Mentions only
about-calls-none = Nothing

## The people in a room.

about-members = Members
about-members-search = Search members
about-members-here = Here
about-members-invited = Invited
about-members-asking = Asking to come in
about-members-banned = Banned

# Somebody's part in this room, and what goes with it.
about-here = In this room
about-role = Role
about-role-owner = Owner
about-role-admin = Admin
about-role-moderator = Moderator
about-role-member = Member
# A role without a name of its own. $level is a number, higher is more.
about-role-custom = Level { $level }
about-role-own = If you give yourself a lower role, only somebody else can give it back.
about-banned = Banned

about-let-in = Let in
about-remove = Remove
# $name is the person.
about-remove-title = Remove { $name }?
about-remove-words = { $name } leaves the room and is told why. They can come back if it is open to them or somebody invites them.
about-ban = Ban
about-ban-title = Ban { $name }?
about-ban-words = { $name } leaves the room and cannot come back, not even when invited, until the ban is lifted. What they said stays.
about-unban = Lift the ban

# Why something is not offered. $role is the name of a role, such as Admin.
about-refused-level = You would need this role here: { $role }.
# $name is the person.
about-refused-rank = { $name } has the same role as you, or a higher one, so you cannot remove them.
about-error-forbidden = Your role in this room does not allow this. It may have been changed just now.

## The settings of a room.

about-settings = Room settings
about-save = Save
about-topic = Topic
about-topic-hint = What the room is for, in a sentence.
about-picture = Choose a picture
about-entry-invited-hint = Members invite whoever should come in.
about-entry-asking-label = Who asks and is let in
about-entry-asking-hint = Anybody can ask; members who may invite decide.
about-entry-anybody-hint = The room is listed, and everybody here can come in without asking.
about-history = Who can read what was said before?
about-history-beginning-label = Members, from the beginning
about-history-beginning-hint = Newcomers see the whole conversation. Of encrypted messages they see what is sent from now on.
about-history-invitation-label = Members, since they were invited
about-history-joining-label = Members, since they joined
about-history-later-hint = What was said before stays hidden from newcomers.
about-history-world-label = Anybody
about-history-world-hint = Even people who have not joined can read it.

about-addresses = Addresses
# $address is the address.
about-addresses-remove = Remove { $address }
about-addresses-new = New address
about-addresses-hint = A short word without spaces, such as garden. Links with it lead here.
about-addresses-add = Add address

about-deeds = Who may do what
about-deeds-words = Whoever has this role, or a higher one.
# Each of these is something that a role is needed for.
about-deed-say = Write messages
about-deed-invite = Invite people
about-deed-delete = Delete messages of others
about-deed-remove = Remove people
about-deed-ban = Ban people
about-deed-name = Change the name
about-deed-topic = Change the topic
about-deed-picture = Change the picture
about-deed-rooms = Add rooms and take them out
about-deed-roles = Give roles
