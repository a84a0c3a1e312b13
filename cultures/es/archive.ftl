### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Los nombres de las dos personas de cada conversación que se ha importado.
