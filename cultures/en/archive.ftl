### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = The names of the two people of each conversation that was moved in.
