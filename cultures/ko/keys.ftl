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
keys-state-elsewhere = 입력하면 이 기기에서 이전 메시지를 읽을 수 있어요.
keys-offer-title = 메시지를 안전하게 지키세요
keys-offer = 암호화된 메시지는 이 기기에서만 열려요. 이 기기를 잃어버려도 복구 키가 있으면 다른 기기에서 열 수 있어요.
keys-offer-button = 복구 키 만들기
keys-make = 다른 기기에서 암호화된 메시지를 여는 키예요. 이 서버의 운영자를 포함해 다른 누구도 가지고 있지 않아요. 비밀번호 관리자나 종이처럼 찾을 수 있는 곳에 보관하세요.
keys-make-button = 지금 만들기
keys-made = 복구 키예요. 한 번만 표시돼요.
keys-copy = 복사
keys-copied = 복사했어요
keys-kept = 보관했어요
keys-asked-title = 이전 메시지 읽기
keys-asked = 다른 기기에서 나눈 대화를 그 기기나 복구 키로 여기서 열 수 있어요.
keys-asked-button = 여기로 가져오기
keys-enter-hint = 영문자와 숫자 네 글자씩 열두 묶음이에요.
keys-enter-button = 내 메시지 열기
keys-enter-wrong = 복구 키가 아니에요. 한 글자씩 확인해 주세요. 대소문자를 구분해요.
keys-change = 변경
keys-change-words = 새 복구 키를 받고, 지금 쓰는 키는 더 이상 작동하지 않아요. 메시지는 그대로예요.
keys-bring = 복구 키나 메시지를 읽을 수 있는 기기가 있으면 메시지를 여기로 가져올 수 있어요.
keys-bring-alone = 복구 키가 있으면 메시지를 여기로 가져올 수 있어요.
keys-bring-without = 메시지를 읽을 수 있는 기기가 이 기기로 전달해 줘요. 복구 키가 없어요.
keys-bring-device = 다른 기기 사용
keys-bring-neither = 둘 다 없어요
keys-reset-title = 새로 시작하기
keys-reset = 남은 기기도 복구 키도 없으면 아무도 이전 메시지를 열 수 없어요. 새 키를 받아요.
keys-reset-lost = 오늘 이전의 암호화된 메시지는 영영 열 수 없어요.
keys-reset-devices = 다른 기기를 다시 인증해야 해요.
keys-reset-people = 나를 인증한 사람들에게 키가 바뀌었다고 알려요.
keys-reset-button = 이전 메시지를 포기하고 새로 시작하기

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = 이 기기에는 아직 키가 없어요.
keys-unreadable-coming = 이 메시지의 키가 오는 중이에요. 키가 도착하면 메시지가 저절로 열려요.
keys-unreadable-lost = 이 기기에서 로그인하기 전에 보낸 것이고, 키가 백업에 없어요. 이전에 쓰던 기기에서는 볼 수 있어요.
keys-unreadable-joining = 참여하기 전에 보낸 것이라 읽을 수 없어요.
keys-unreadable-withheld = 보낸 사람의 앱이 모르는 기기에는 보여 주지 않아요.
keys-unreadable-broken = 이 메시지는 복호화할 수 없어요.
keys-unreadable-look = 다시 확인
keys-unreadable-ask = { $name } 님에게 다시 보내 달라고 하기
keys-unreadable-asked = 이 메시지를 읽을 수 없어요. 다시 보내 줄 수 있나요?
