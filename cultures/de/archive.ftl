### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Die Namen der beiden Personen jeder Unterhaltung, die hierher übernommen wurde.
