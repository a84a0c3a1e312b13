### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Buraya taşınan her sohbetteki iki kişinin adı.
