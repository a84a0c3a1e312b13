### The web app's frame: what every screen of it needs.

web-absent = { -product } 서버예요. 웹 앱 없이 빌드되었어요. `make run`을 실행하면 함께 빌드돼요. 어떤 Matrix 클라이언트로든 여기에 로그인할 수 있어요.

web-language = 언어
web-starting = 대화를 여는 중…
web-elsewhere-title = 다른 창에서 열려 있어요
web-elsewhere = 이 브라우저의 다른 창에서 대화가 열려 있어요. 한 번에 한 창에서만 열 수 있어요.
web-elsewhere-button = 여기서 사용
web-broken-title = 대화를 열지 못했어요
web-broken = 이 브라우저에 저장된 내용을 읽지 못했거나 서버가 응답하지 않았어요. 다시 시도해 보고, 그래도 안 되면 로그아웃한 뒤 다시 로그인해 주세요.
web-broken-button = 다시 시도

web-look = 화면 모드
web-look-system = 시스템 설정에 맞춤
web-look-light = 밝게
web-look-dark = 어둡게
web-look-contrast = 고대비

web-update-title = 새 버전이 나왔어요
web-update = 새로 고치면 사용할 수 있어요. 쓰던 내용은 그대로 남아요.
web-update-button = 새로 고침
