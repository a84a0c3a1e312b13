### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = यहाँ लाई गई हर बातचीत के दोनों लोगों के नाम।
