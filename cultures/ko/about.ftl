### One room: what it is, who is in it, and what may be changed.

about-title = 이 대화방 정보
about-back = 뒤로
about-ways = 이 대화방 더 보기
about-encrypted = 종단간 암호화되어 있어요. 대화방에 있는 사람만 내용을 읽을 수 있어요.
about-not-encrypted = 암호화되지 않았어요. 서버 운영자도 읽을 수 있어요.
about-entry-anybody = 여기 있는 누구나 찾아서 들어올 수 있어요.
about-entry-asking = 누구나 참여를 요청할 수 있어요.
about-entry-members-of = 소속 커뮤니티의 멤버가 들어올 수 있어요.
about-entry-invited = 초대받은 사람만 들어올 수 있어요.
about-history-world = 참여하지 않아도 누구나 읽을 수 있어요.
about-history-beginning = 참여한 사람은 이전 대화를 읽을 수 있어요.
about-history-invitation = 참여한 사람은 초대받은 뒤의 대화를 읽을 수 있어요.
about-history-joining = 참여한 사람은 참여한 뒤의 대화만 읽을 수 있어요.

about-calls = 알림 받기
about-calls-all = 모든 메시지
about-calls-mentions = 멘션만
about-calls-none = 받지 않음

## The people in a room.

about-members = 멤버
about-members-search = 멤버 검색
about-members-here = 참여 중
about-members-invited = 초대됨
about-members-asking = 참여 요청 중
about-members-banned = 차단됨

about-here = 이 대화방에서
about-role = 역할
about-role-owner = 소유자
about-role-admin = 관리자
about-role-moderator = 운영진
about-role-member = 멤버
about-role-custom = 레벨 { $level }
about-role-own = 자신의 역할을 낮추면 다른 사람만 되돌려 줄 수 있어요.
about-banned = 차단됨

about-let-in = 들여보내기
about-remove = 내보내기
about-remove-title = { $name } 님을 내보낼까요?
about-remove-words = { $name } 님이 대화방에서 나가고 이유를 전달받아요. 대화방이 열려 있거나 누군가 초대하면 다시 들어올 수 있어요.
about-ban = 차단
about-ban-title = { $name } 님을 차단할까요?
about-ban-words = { $name } 님이 대화방에서 나가고, 차단을 풀기 전에는 초대를 받아도 다시 들어올 수 없어요. 남긴 말은 그대로 있어요.
about-unban = 차단 해제

about-refused-level = 여기서는 이 역할이 필요해요: { $role }
about-refused-rank = { $name } 님의 역할이 나와 같거나 더 높아서 내보낼 수 없어요.
about-error-forbidden = 이 대화방에서의 역할로는 할 수 없어요. 방금 역할이 바뀌었을 수 있어요.

## The settings of a room.

about-settings = 대화방 설정
about-save = 저장
about-topic = 주제
about-topic-hint = 대화방의 목적을 한 문장으로 적어 주세요.
about-picture = 사진 선택
about-entry-invited-hint = 멤버가 들어올 사람을 초대해요.
about-entry-asking-label = 요청해서 승인받은 사람
about-entry-asking-hint = 누구나 요청할 수 있고, 초대할 수 있는 멤버가 결정해요.
about-entry-anybody-hint = 대화방이 목록에 나오고, 여기 있는 누구나 요청 없이 들어올 수 있어요.
about-history = 누가 이전 대화를 읽을 수 있나요?
about-history-beginning-label = 멤버, 처음부터
about-history-beginning-hint = 새로 온 사람도 대화 전체를 볼 수 있어요. 암호화된 메시지는 지금부터 보내는 것만 볼 수 있어요.
about-history-invitation-label = 멤버, 초대받은 때부터
about-history-joining-label = 멤버, 참여한 때부터
about-history-later-hint = 새로 온 사람에게는 이전 대화가 보이지 않아요.
about-history-world-label = 누구나
about-history-world-hint = 참여하지 않은 사람도 읽을 수 있어요.

about-addresses = 주소
about-addresses-remove = { $address } 삭제
about-addresses-new = 새 주소
about-addresses-hint = garden처럼 띄어쓰기 없는 짧은 낱말. 이 주소가 든 링크는 여기로 연결돼요.
about-addresses-add = 주소 추가

about-deeds = 누가 무엇을 할 수 있나요?
about-deeds-words = 이 역할이거나 더 높은 역할인 사람.
about-deed-say = 메시지 쓰기
about-deed-invite = 사람 초대하기
about-deed-delete = 다른 사람의 메시지 삭제
about-deed-remove = 사람 내보내기
about-deed-ban = 사람 차단하기
about-deed-name = 이름 변경
about-deed-topic = 주제 변경
about-deed-picture = 사진 변경
about-deed-rooms = 대화방 추가 및 빼기
about-deed-roles = 역할 부여
