### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Threads
threads-one = Thread
threads-all = All threads
threads-close = Close threads
threads-fetching = Fetching…
threads-more = Older threads
threads-none = No threads yet. “Reply in thread” on a message begins one, so that a side topic does not fill the room.
threads-failed = The threads could not be fetched.
threads-missing = This thread cannot be shown: its first message does not exist, was sent before you joined, or the server cannot be reached.
