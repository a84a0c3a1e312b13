### Search.

## What is kept of members, for the register of privacy.

search-keeps-words =
    Which words stand in which message, name or topic that is not encrypted, and who wrote it. They go when it is
    redacted.
search-keeps-names = The parts of your names, as long as there is an account.

## Looking for messages in the web app.

search-title = Search messages
search-close = Close search
search-words = Words that were said
search-here = This room
search-everywhere = All rooms
search-searching = Searching…
# $count is the number of messages that were found.
search-count =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
search-secret-all = Messages here are encrypted, so the server cannot search them. This device searches those that it has loaded.
search-secret-some = Encrypted messages are searched only as far as this device has loaded them.
search-more = More messages
search-further = Search further back
# $words is what was looked for.
search-nothing = Nothing found for “{ $words }”.
search-nothing-try = All words must be in the message. Try fewer words, or the beginning of one.
search-failed = The search could not be done. Check your connection.
# A button in the list of conversations. $words is what was typed there.
search-for = Search messages for “{ $words }”
