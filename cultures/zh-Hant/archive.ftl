### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = 每段移入的對話中，雙方的名稱。
