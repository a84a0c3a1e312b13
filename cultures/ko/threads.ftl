### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = 스레드
threads-one = 스레드
threads-all = 모든 스레드
threads-close = 스레드 닫기
threads-fetching = 가져오는 중…
threads-more = 이전 스레드
threads-none = 아직 스레드가 없어요. 메시지에서 “스레드로 답장”을 누르면 시작되고, 곁가지 주제가 대화방을 채우지 않아요.
threads-failed = 스레드를 가져오지 못했어요.
threads-missing = 이 스레드를 표시할 수 없어요. 첫 메시지가 없거나, 참여하기 전에 보낸 것이거나, 서버에 연결할 수 없어요.
