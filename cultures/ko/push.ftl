### Push: what a member is told of.

push-title = 알림
push-words = 앱이 뒤에서 열려 있는 동안 확인이 필요한 메시지를 알려 줍니다. 방해 금지 시간에는 알리지 않습니다.
push-here = 이 기기에 표시
push-refused = 브라우저에서 허용하지 않습니다. 이 페이지에 대한 브라우저 설정에서 바꿀 수 있습니다.

## What is kept of members, for the register of privacy.

push-keeps-pushers = 알림을 받을 수 있는 기기: 앱, 앱 이름, 제조사가 부여한 키.
