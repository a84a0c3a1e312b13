### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = 학습에 동의한 멤버의 신호: 어떤 종류의 행동을, 언제, 어느 대화방에서 했는지, 그리고 상대도 동의했다면 누구에게 했는지. 무슨 말을 했는지는 절대 포함하지 않아요. 계정이 종료되면 삭제해요.
signals-keeps-imported = 학습이 적법한 이유를 밝힌 사람이 옮겨 온 기록에 있는 사람들에 대한 같은 정보.
