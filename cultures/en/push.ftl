### Push: what a member is told of.

push-title = Notifications
push-words = Of messages that call for you, while the app is open behind something else. Never in your quiet hours.
push-here = Show on this device
push-refused = The browser does not allow it. Its settings for this page can change that.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Which of your devices may be woken: the app, its name, and the key that its vendor gave it.
