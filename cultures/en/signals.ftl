### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed =
    Signals of members who agreed to be learnt from: what kind of thing they did, when, in which room, and for whom, if
    that member agreed too. Never what was said. When the account ends, they are deleted.
signals-keeps-imported =
    The same of people whose log was moved in by somebody who stated why it is lawful to learn from it.
