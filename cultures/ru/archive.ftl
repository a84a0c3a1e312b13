### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Имена двух собеседников из каждой перенесённой переписки.
