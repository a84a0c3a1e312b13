### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Les noms des deux personnes de chaque conversation importée.
