### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = The files that you uploaded: content, name, type, size and when.
