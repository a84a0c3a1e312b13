### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = 내 커뮤니티
spaces-all = 모든 대화
spaces-found = 커뮤니티 · { $members }

## Making one.

spaces-new = 커뮤니티 만들기
spaces-new-button = 커뮤니티 만들기
spaces-new-words = 커뮤니티는 서로 관련된 대화방을 한곳에 모아요.
spaces-name = 커뮤니티 이름
spaces-topic-hint = 커뮤니티의 목적을 한 문장으로 적어 주세요.
spaces-public-hint = 이 서버의 모든 멤버 목록에 나와요.

## Its page, and its rooms.

spaces-about = 정보
spaces-settings = 커뮤니티 설정
spaces-leave = 참여 중인 커뮤니티 대화방에는 그대로 남아요. 커뮤니티로 돌아오려면 새 초대가 필요할 수 있어요.
spaces-empty = 아직 대화방이 없어요.
spaces-add = 대화방 추가
spaces-add-to = { $space } 커뮤니티에 대화방 추가
spaces-add-search = 내 대화방 검색
spaces-add-nothing = 추가할 수 있는 대화방이 없어요.
spaces-add-words = 대화방에 참여할 수 있는 사람은 그대로예요.
spaces-added = 추가함: { $rooms }
spaces-take-room = 빼기: { $room }
spaces-take-title = { $space } 커뮤니티에서 뺄까요? { $room }
spaces-take-words = 대화방은 그대로 남아요. 멤버와 나눈 대화, 참여할 수 있는 사람도 바뀌지 않아요. 이 커뮤니티에서만 보이지 않게 돼요.
spaces-take = 빼기
spaces-reach = { $space } 멤버
spaces-reach-hint = 커뮤니티의 누구나 들어올 수 있어요. 암호화되지 않아서 새로 온 사람도 이전 대화를 읽을 수 있어요.
