### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = 옮겨 온 각 대화에 참여한 두 사람의 이름.
