### Emoji: choosing one in the web app.

emoji-choose = 이모지
emoji-find = 이모지 검색
emoji-nothing = 맞는 이모지가 없어요.
emoji-offered = 입력할 수 있는 이모지
emoji-kinds = 이모지 종류

## Kinds of emoji.

emoji-often = 자주 사용
emoji-faces = 표정과 감정
emoji-people = 사람과 신체
emoji-nature = 동물과 자연
emoji-food = 음식과 음료
emoji-travel = 여행과 장소
emoji-activities = 활동
emoji-objects = 사물
emoji-symbols = 기호
emoji-flags = 깃발
