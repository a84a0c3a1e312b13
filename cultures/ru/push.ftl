### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Какие из ваших устройств можно разбудить: приложение, его название и ключ, выданный его поставщиком.
