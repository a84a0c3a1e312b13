### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = 討論串
threads-one = 討論串
threads-all = 所有討論串
threads-close = 關閉討論串
threads-fetching = 正在載入…
threads-more = 較早的討論串
threads-none = 還沒有討論串。在訊息上選擇「在討論串中回覆」即可開始，讓旁支話題不會佔滿聊天室。
threads-failed = 無法載入討論串。
threads-missing = 無法顯示這個討論串：第一則訊息不存在、是在你加入之前傳送的，或無法連上伺服器。
