### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = اسما الشخصين في كل محادثة جرى نقلها إلى هنا.
