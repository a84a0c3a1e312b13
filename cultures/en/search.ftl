### Search.

## What is kept of members, for the register of privacy.

search-keeps-words =
    Which words stand in which message, name or topic that is not encrypted, and who wrote it. They go when it is
    redacted.
search-keeps-names = The parts of your names, as long as there is an account.
