### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Tên của hai người trong mỗi cuộc trò chuyện đã được chuyển vào.
