### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Threads
threads-one = Thread
threads-all = Alle Threads
threads-close = Threads schließen
threads-fetching = Wird abgerufen …
threads-more = Ältere Threads
threads-none = Noch keine Threads. „Im Thread antworten“ bei einer Nachricht beginnt einen, damit ein Nebenthema nicht den Raum füllt.
threads-failed = Die Threads konnten nicht abgerufen werden.
threads-missing = Dieser Thread kann nicht angezeigt werden: Seine erste Nachricht gibt es nicht, sie wurde vor deinem Beitritt gesendet, oder der Server ist nicht erreichbar.
