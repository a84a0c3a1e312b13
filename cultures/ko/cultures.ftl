### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = 언어 및 지역
cultures-usual = 기본: { $what }
cultures-calendar = 달력
cultures-numerals = 숫자
cultures-week = 한 주의 첫날
cultures-weekend = 주말
cultures-hours = 시간 형식
cultures-names = 이름 순서
cultures-names-given = 이름 먼저
cultures-names-family = 성 먼저
cultures-density = 간격
cultures-density-compact = 좁게
cultures-density-roomy = 넓게
cultures-quiet = 방해 금지 시간
cultures-quiet-hint = 알림을 미룰 시간이에요. 주말과 공휴일은 끝나는 시간이 따로 있어요.
cultures-quiet-from = 시작
cultures-quiet-to = 종료
cultures-quiet-to-free = 쉬는 날 종료
cultures-greetings = 명절 인사
cultures-festivals = 음력 명절
cultures-example = 지금 표시되는 모습
cultures-given = 이름
cultures-family = 성
cultures-person = 성과 이름
cultures-person-hint = 둘 다 입력하면 보는 사람마다 자기 언어의 순서로 보여요.

cultures-minimum-age = { $age }세 이상이어야 참여할 수 있어요.
