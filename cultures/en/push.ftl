### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Which of your devices may be woken: the app, its name, and the key that its vendor gave it.
