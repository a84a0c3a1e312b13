### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = 암호화되지 않은 메시지, 이름, 주제에 어떤 단어가 있고 누가 썼는지. 내용이 삭제되면 함께 사라져요.
search-keeps-names = 이름을 이루는 각 부분. 계정이 있는 동안 보관해요.
