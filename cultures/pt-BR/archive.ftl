### Moving a community in.

## What is kept of members, for the register of privacy.

archive-keeps-pairs = Os nomes das duas pessoas de cada conversa que foi importada.
