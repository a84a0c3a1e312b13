### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = 학습에 동의한 멤버가 새로 온 사람이나 예전보다 덜 오는 사람 등 어떤 그룹에 속하는지, 그리고 언제부터인지. 들어오고 나간 기록은 14일 동안 보관하고, 동의를 철회하거나 계정이 끝나면 삭제해요.
