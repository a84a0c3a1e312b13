### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = 관리자 만들기
accounts-setup-intro = 환영해요. { -product } 서버 { $server }에서 첫 번째 계정을 기다리고 있어요. 이 계정은 서버와 그 안의 사람들을 돌보는 관리자가 돼요.
accounts-setup-localhost = 이 서버의 이름은 ‘localhost’로, 시험용으로만 쓸 수 있어요. 다른 사람은 이 이름으로 접속할 수 없고, 서버 이름은 나중에 바꿀 수 없어요.

accounts-setup-name-label = 사용자 이름
accounts-setup-name-hint = 영문 소문자, 숫자, . _ = - / + 만 쓸 수 있어요. 다른 사람에게 보이는 이름의 예: { $example }. 나중에 바꿀 수 없어요.
accounts-setup-password-label = 비밀번호
accounts-setup-password-hint = { $count }자 이상. 무작위 단어 몇 개를 이으면 외우기 쉽고 추측하기 어려워요.
accounts-setup-password-again-label = 비밀번호 확인
accounts-setup-password-again-hint = 잘못 입력하지 않도록 한 번 더 입력해 주세요.
accounts-setup-button = 계정 만들기

accounts-setup-error-name-invalid = 사용자 이름을 입력해 주세요. 영문 소문자, 숫자, . _ = - / + 만 쓸 수 있어요.
accounts-setup-error-name-taken = 이미 쓰고 있는 사용자 이름이에요. 다른 이름을 골라 주세요.
accounts-setup-error-passwords-differ = 두 비밀번호가 달라요. 둘 다 다시 입력해 주세요.
accounts-setup-error-password-too-short = 비밀번호가 너무 짧아요. { $count }자 이상 입력해 주세요.

accounts-setup-done-title = 서버가 준비됐어요
accounts-setup-done = 이제 { $user } 님이 관리자예요. 브라우저에서 { $address } 주소를 열어 로그인하거나, 아무 Matrix 클라이언트에서 홈서버로 선택하세요.
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = 홈서버

accounts-setup-refused-title = 이 링크는 쓸 수 없어요
accounts-setup-refused = 이미 사용했거나 완전하지 않은 링크예요. 서버에 관리자가 없는 동안에는 다시 시작할 때마다 새 링크가 출력돼요.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = 참여하기 전에
# $server is the server's name, such as example.org.
accounts-terms-intro = { $server }에 계정을 만들려면 다음에 동의해야 해요:
accounts-terms-button = 동의해요
accounts-terms-done-title = 고마워요
accounts-terms-done = 앱으로 돌아가면 자동으로 이어져요. 이 창은 닫아도 돼요.
accounts-terms-over-title = 이 페이지는 더 이상 쓸 수 없어요
accounts-terms-over = 앱에서 다시 시작해 주세요.

## What is kept of members, for the register of privacy.

accounts-keeps-account = Matrix ID, 관리자 여부, 계정을 만들거나 잠그거나 종료한 시각, 동의한 약관.
accounts-keeps-password = 비밀번호의 해시. 비밀번호 자체는 절대 보관하지 않아요.
accounts-keeps-profile = 프로필: 표시 이름, 사진, 그 밖에 넣은 내용.
accounts-keeps-devices = 기기: 이름, 로그인한 시각, 마지막으로 접속한 시각과 주소.
accounts-keeps-data = 앱이 여기에 저장한 설정과 필터.

## Signing in and up in the web app.

accounts-in-title = 다시 오셨네요
accounts-in-intro = { $server }에 로그인
accounts-in-button = 로그인
accounts-in-other = 처음이신가요?
accounts-in-other-link = 계정 만들기
accounts-code-title = 다른 기기로
accounts-code-words = 로그인되어 있는 기기에서 설정을 열고 내 기기로 가서 이 기기용 코드를 표시하세요.
accounts-code-scan = 코드 스캔
accounts-code-enter = { $who }(으)로 로그인
accounts-code-over = 이 코드는 더 이상 사용할 수 없습니다. 다른 기기에서 새 코드를 표시하세요.
accounts-code-camera-none = 사용할 수 있는 카메라가 없습니다. 비밀번호로 로그인하세요.
accounts-up-title = 계정 만들기
accounts-up-intro = { $server }의 멤버가 돼요
accounts-up-button = 계정 만들기
accounts-up-terms = 계정을 만들면 다음에 동의하게 돼요:
accounts-up-other = 이미 멤버인가요?
accounts-up-other-link = 로그인

accounts-name-label = 사용자 이름
accounts-name-hint = 다른 사람이 이 이름으로 찾아요: { $example }
accounts-password-label = 비밀번호
accounts-password-hint = { $count }자 이상. 무작위 단어 몇 개를 이으면 외우기 쉬워요.
accounts-token-label = 초대 코드
accounts-token-hint = 초대한 사람이나 페이지에서 받은 코드예요.

accounts-error-name-invalid = 영문 소문자, 숫자, . _ = - / + 만 쓸 수 있어요.
accounts-error-name-taken = 이미 쓰고 있는 이름이에요. 다른 이름을 골라 주세요.
accounts-error-password-short = { $count }자 이상 입력해 주세요.
accounts-error-token-missing = 초대 코드를 입력해 주세요.
accounts-error-token-wrong = 이 코드는 유효하지 않거나 더 이상 쓸 수 없어요. 새 코드를 요청해 주세요.
accounts-error-wrong = 이름이나 비밀번호가 틀려요. 둘 다 확인하고 다시 시도해 주세요.
accounts-error-password = 비밀번호가 아니에요.
accounts-error-closed = 여기서는 직접 가입할 수 없어요. 서버 운영자에게 계정을 요청해 주세요.
accounts-error-ended = 종료된 계정이에요.
accounts-error-locked = 잠긴 계정이에요. 서버 운영자에게 문의해 주세요.
accounts-insecure = 이 앱은 보안 연결이 필요해요. https://로 시작하는 주소나 localhost에서 열어 주세요.

accounts-device-name = { $system }, { $browser }의 Hearth
accounts-device-unknown = 브라우저의 Hearth

accounts-out = 로그아웃
accounts-out-title = 로그아웃할까요?
accounts-out-keys = 로그아웃하면 암호화된 메시지는 이미 그 메시지가 있는 다른 기기에서만 읽을 수 있어요. 복구 키가 있으면 되찾을 수 있어요.
accounts-out-unsent = 아직 보내지 못한 메시지나 파일이 { $count }개 있어요. 로그아웃하면 사라져요.

accounts-again-title = 세션이 만료됐어요
accounts-again-intro = 계속하려면 { $user }의 비밀번호를 입력해 주세요. 메시지는 이 기기에 그대로 있어요.

accounts-settings = 설정
accounts-display-label = 내 이름
accounts-display-hint = 다른 사람에게 보이는 이름이에요. 주소는 { $user } 그대로예요.
accounts-display-button = 저장
accounts-picture-label = 내 사진
accounts-picture-hint = 이름 옆에서 다른 사람에게 보이는 사진이에요. 사진을 찍은 곳은 함께 보내지 않아요.

accounts-change = 변경
accounts-change-title = 비밀번호 변경
accounts-change-hint = 변경하면 다른 기기에서 로그아웃돼요.
accounts-change-words = 다른 기기에서 로그아웃돼요. 복구 키는 그대로예요.
accounts-change-new = 새 비밀번호
accounts-change-now = 현재 비밀번호
accounts-change-button = 비밀번호 변경
accounts-change-done = 비밀번호를 변경했어요. 다른 기기에서 로그아웃됐어요.

accounts-end = 탈퇴
accounts-end-title = 계정 탈퇴
accounts-end-hint = 되돌릴 수 없어요. 아무도 복구할 수 없어요.
accounts-end-words = 계정이 즉시, 영구적으로 사라져요.
accounts-end-rooms = 모든 대화방에서 나가요.
accounts-end-said = 남긴 말은 주소만 붙어서 상대방에게 남아 있어요.
accounts-end-name = 본인을 포함해 아무도 이 이름을 다시 쓸 수 없어요.
accounts-end-button = 내 계정 탈퇴하기
accounts-ended = 계정 탈퇴가 완료되었어요.
accounts-elsewhere = 다른 기기에서 로그아웃했거나 비밀번호를 바꿨어요. 계속하려면 다시 로그인해 주세요.
