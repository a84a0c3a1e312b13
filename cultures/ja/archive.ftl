### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = 移行した各会話の 2 人の名前。
