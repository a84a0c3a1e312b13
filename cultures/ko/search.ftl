### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = 암호화되지 않은 메시지, 이름, 주제에 어떤 단어가 있고 누가 썼는지. 내용이 삭제되면 함께 사라져요.
search-keeps-names = 이름을 이루는 각 부분. 계정이 있는 동안 보관해요.

## Looking for messages in the web app.

search-title = 메시지 검색
search-close = 검색 닫기
search-words = 메시지에 있는 낱말
search-here = 이 대화방
search-everywhere = 모든 대화방
search-searching = 검색 중…
search-count = 메시지 { $count }개
search-secret-all = 여기 메시지는 암호화되어 있어 서버가 검색할 수 없어요. 이 기기가 불러온 메시지에서 검색해요.
search-secret-some = 암호화된 메시지는 이 기기가 불러온 것까지만 검색해요.
search-more = 메시지 더 보기
search-further = 더 이전 메시지 검색
search-nothing = 찾은 결과가 없어요: “{ $words }”
search-nothing-try = 메시지에 모든 낱말이 들어 있어야 해요. 낱말을 줄이거나 앞부분만 입력해 보세요.
search-failed = 검색하지 못했어요. 연결을 확인해 주세요.
search-for = 메시지에서 “{ $words }” 검색
