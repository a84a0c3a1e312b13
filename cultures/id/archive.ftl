### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Nama kedua orang dalam setiap percakapan yang dipindahkan ke sini.
