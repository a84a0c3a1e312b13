### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = 본인과 기기의 공개 키, 그리고 그에 대한 서명.
keys-keeps-waiting = 기기가 아직 가져가지 않은 메시지. 보통 보낸 사람이 암호화해요.
keys-keeps-backups = 본인만 가진 키로 암호화한 대화방 키 백업.
keys-keeps-dehydrated = 다시 돌아올 때를 위해 보관하는 기기. 같은 방식으로 암호화돼요.

## The recovery key in the web app.

keys-recovery = 복구 키
keys-state-safe = 복구 키가 있어요. 어떤 기기에서든 메시지를 되찾을 수 있어요.
keys-state-here = 키가 이 기기에만 있어요.
keys-state-elsewhere = 이 기기에서 이전 메시지를 읽으려면 필요해요.
keys-offer-title = 메시지를 안전하게 지키세요
keys-offer = 암호화된 메시지는 이 기기에서만 읽을 수 있어요. 복구 키가 있으면 기기를 잃어버려도 되찾을 수 있어요.
keys-offer-button = 복구 키 만들기
keys-make = 다른 기기에서 암호화된 메시지를 여는 키예요. 이 서버의 운영자를 포함해 다른 누구도 가지고 있지 않아요. 비밀번호 관리자나 종이처럼 찾을 수 있는 곳에 보관하세요.
keys-make-button = 지금 만들기
keys-made = 복구 키예요. 한 번만 표시돼요.
keys-copy = 복사
keys-copied = 복사했어요
keys-kept = 보관했어요
keys-asked-title = 이전 메시지 읽기
keys-asked = 다른 기기에서 주고받은 내용을 복구 키로 여기서 열 수 있어요.
keys-asked-button = 복구 키 입력
keys-enter-hint = 영문자와 숫자 네 글자씩 열두 묶음이에요.
keys-enter-button = 내 메시지 열기
keys-enter-wrong = 복구 키가 아니에요. 한 글자씩 확인해 주세요. 대소문자를 구분해요.
