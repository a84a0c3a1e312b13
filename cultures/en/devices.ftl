### The devices that a member is signed in on.

devices-title = Your devices
devices-words = Where you are signed in.
devices-button = Show
devices-this = This device
# $when is a day and a time.
devices-seen = Last used { $when }
devices-unverified = Not verified. If it is not yours, sign it out.
devices-long = Not used for months. Sign it out if you no longer have it.
devices-name = Name of the device
devices-rename = Rename
devices-verify = Verify
devices-out = Sign out
devices-out-others = Sign out all others
# $count is how many devices.
devices-out-words =
    { $count ->
        [one] That device is signed out at once. Enter your password to confirm.
       *[other] These { $count } devices are signed out at once. Enter your password to confirm.
    }
# A code on the screen, which the camera of the other device reads.
devices-add = Sign in another device
devices-add-words = Enter your password, so that nobody else can do this.
devices-add-show = Show the code
# $minutes is how long the code counts.
devices-add-scan =
    { $minutes ->
        [one] Scan this with the other device. It counts once, for a minute.
       *[other] Scan this with the other device. It counts once, for { $minutes } minutes.
    }
devices-add-over = The time for this code is over. Show another.
# $name is the other device, once it has signed in by the code.
devices-added = { $name } is signed in now.
