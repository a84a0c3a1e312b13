### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = 알림을 받을 수 있는 기기: 앱, 앱 이름, 제조사가 부여한 키.
