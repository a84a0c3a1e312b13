### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = 대화방에 보낸 메시지와 그 밖의 모든 것.
rooms-keeps-memberships = 참여 중이거나, 참여했거나, 초대받은 대화방.
rooms-keeps-forgotten = 목록에서 지운 대화방.
rooms-keeps-receipts = 어디까지 읽었는지.
rooms-keeps-reports = 신고한 내용과 그 이유.

## The list of rooms in the web app.

rooms-list = 내 대화
rooms-filter = 대화 필터
rooms-filter-unread = 읽지 않음
rooms-filter-nothing = 필터에 맞는 대화가 없어요.
rooms-list-empty = 아직 대화가 없어요.
rooms-section-invites = 초대
rooms-section-favourites = 즐겨찾기
rooms-section-people = 사람
rooms-section-rooms = 대화방
rooms-unread = 읽지 않은 메시지 { $count }개
rooms-last = { $name }: { $body }
rooms-last-own = 나: { $body }
rooms-last-nothing = 아직 메시지가 없어요
rooms-last-unreadable = 암호화된 메시지
rooms-invited-by = { $name } 님의 초대
rooms-offline = 연결되지 않았어요. 쓴 내용은 나중에 전송돼요.
rooms-account = 내 계정 { $user }

## Beginning a conversation.

rooms-new = 새로 만들기
rooms-new-person = 메시지 보내기
rooms-new-room = 대화방 만들기
rooms-new-room-button = 대화방 만들기
rooms-find = 대화방 찾기
rooms-find-words = 공개 대화방 검색
rooms-find-people = 이름 또는 @주소
rooms-find-people-hint = 이름으로 검색하거나 전체 주소를 입력하세요.
rooms-find-nothing = 찾은 결과가 없어요.
rooms-room-name = 대화방 이름
rooms-reach = 누가 참여할 수 있나요?
rooms-reach-private = 초대받은 사람만
rooms-reach-private-hint = 종단간 암호화: 서버를 포함해 다른 누구도 읽을 수 없어요.
rooms-reach-public = 여기 있는 모두
rooms-reach-public-hint = 모든 멤버의 목록에 나와요. 암호화되지 않아서 새로 온 사람도 이전 대화를 읽을 수 있어요.
rooms-invite = 사람 초대하기
rooms-invite-to = { $room } 대화방에 초대
rooms-invited = 초대함: { $names }
rooms-invitation = { $name } 님이 이 대화방에 초대했어요.
rooms-invitation-direct = { $name } 님이 대화하고 싶어 해요.
rooms-accept = 참여
rooms-decline = 거절
rooms-decline-ignore = 거절하고 무시

rooms-none-title = 인사해 보세요
rooms-none = 들어왔어요. 아는 사람에게 메시지를 보내거나 공개 대화방을 둘러보세요.
rooms-none-first = 들어왔어요. 아직 공개 대화방이 없어요. 첫 대화방을 만들거나 사람을 초대해 보세요.
rooms-none-open-title = 하던 대화를 이어 가세요
rooms-none-open = 대화를 고르거나 새로 시작하세요.
rooms-unknown-title = 참여하지 않은 대화방이에요
rooms-unknown = 이 링크는 이미 나갔거나 초대받지 않은 대화방으로 연결돼요.
rooms-removed = { $who } 님이 이 대화방에서 나를 내보냈어요.
rooms-removed-banned = { $who } 님이 이 대화방에서 나를 차단했어요.
rooms-removed-why = 이유: { $reason }
rooms-banned = 차단이 풀리기 전에는 들어올 수 없어요.
rooms-ask = 참여 요청하기
rooms-asked = 참여를 요청했어요. 누군가 들여보내 주면 초대가 대화방 목록에 나타나요.

rooms-error-forbidden = 권한이 없어요. 대화방에 있는 사람에게 초대를 부탁하세요.
rooms-error-not-found = 그런 사람이나 대화방이 없어요. 주소를 확인해 주세요.
rooms-error-often = 한 번에 너무 많은 요청을 했어요. 잠시 후 다시 시도해 주세요.
rooms-error-address-taken = 다른 대화방에서 쓰는 주소예요. 다른 주소를 골라 주세요.

## One conversation.

rooms-back = 목록으로 돌아가기
rooms-more = 이 대화방 더 보기
rooms-about = 이 대화방 정보
rooms-encrypted = 종단간 암호화
rooms-encrypted-verified = 종단간 암호화, 인증됨
rooms-members = 멤버 { $count }명
rooms-favourite = 즐겨찾기에 추가
rooms-favourite-no = 즐겨찾기에서 제거
rooms-leave = 나가기
rooms-leave-title = { $room } 대화방에서 나갈까요?
rooms-leave-open = 언제든지 다시 들어올 수 있어요.
rooms-leave-closed = 다시 들어오려면 새 초대가 필요해요. 여기서 나눈 대화는 기기에서 사라져요.
rooms-messages = 메시지
rooms-heard = 새 메시지
rooms-older = 이전 메시지를 가져오는 중…
rooms-to-end = 최신 메시지로
rooms-to-new = 새 메시지 { $count }개
rooms-link-unknown = 이 메시지를 표시할 수 없어요. 없는 메시지이거나 참여하기 전에 보낸 것이에요.
rooms-link-offline = 연결되어 있지 않아 이 메시지를 가져올 수 없어요.
rooms-new-from-here = 새 메시지
rooms-message = { $name }, { $time }
rooms-message-more = 이 메시지 더 보기
rooms-write = { $room } 대화방에 메시지 보내기
rooms-write-thread = 이 스레드에 답장
rooms-too-long = 메시지 하나에 담기에는 너무 길어요. 나누어 보내거나 파일로 보내 주세요.
rooms-quiet = 여기에는 일부 사람만 글을 쓸 수 있어요. 대화를 읽을 수는 있어요.
rooms-moved = 이 대화는 다른 대화방에서 이어져요.
rooms-moved-button = 그 대화방으로 가기
rooms-send = 보내기
rooms-mention = 멘션할 수 있는 사람
rooms-typing =
    { $count ->
       *[other] { $names } 님이 입력 중…
    }
rooms-reply = 답장
rooms-reply-in-thread = 스레드로 답장
rooms-thread = 답장 { $count }개
rooms-threads =
    { $count ->
        [0] 스레드
       *[other] 스레드, 읽지 않음 { $count }개
    }
rooms-replying = { $name } 님에게 답장: { $body }
rooms-edit = 수정
rooms-editing = 메시지 수정 중
rooms-edited = (수정됨)
rooms-unfold = 모두 보기
rooms-fold = 접기
rooms-copy = 텍스트 복사
rooms-copy-link = 링크 복사
rooms-delete = 모두에게서 삭제
rooms-deleted = 삭제됨
rooms-deleted-by = { $name } 님이 삭제했어요
rooms-deleted-why = { $name } 님이 삭제했어요: { $reason }
rooms-quote-unknown = 이전 메시지
rooms-quote-nothing = …
rooms-react = 반응하기
rooms-reactions = 반응
rooms-reaction = { $names } 님이 보냄
rooms-sending = 보내는 중…
rooms-waiting = 연결을 기다리는 중
rooms-failed = 보내지 못했어요.
rooms-retry = 다시 시도
rooms-discard = 버리기
rooms-read-by = { $names } 님이 읽음

rooms-notice-created = { $who } 님이 대화방을 만들었어요
rooms-notice-joined = { $whom } 님이 참여했어요
rooms-notice-invited = { $who } 님이 { $whom } 님을 초대했어요
rooms-notice-declined = { $whom } 님이 초대를 거절했어요
rooms-notice-withdrawn = { $who } 님이 { $whom } 님의 초대를 취소했어요
rooms-notice-knocked = { $whom } 님이 참여를 요청해요
rooms-notice-left = { $whom } 님이 나갔어요
rooms-notice-removed = { $who } 님이 { $whom } 님을 내보냈어요
rooms-notice-banned = { $who } 님이 { $whom } 님을 차단했어요
rooms-notice-unbanned = { $who } 님이 { $whom } 님의 차단을 풀었어요
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } 님의 이름이 바뀌었어요: { $name }
rooms-notice-described = { $who } 님이 주제를 정했어요: { $name }
rooms-notice-undescribed = { $who } 님이 주제를 지웠어요
rooms-notice-pictured = { $who } 님이 대화방 사진을 바꿨어요
rooms-notice-opened = { $who } 님이 누가 들어올 수 있는지 바꿨어요
rooms-notice-history = { $who } 님이 누가 이전 대화를 읽을 수 있는지 바꿨어요
rooms-notice-pinned = { $who } 님이 고정된 내용을 바꿨어요
rooms-notice-promoted = { $who } 님이 { $whom } 님의 역할을 바꿨어요
rooms-notice-ruled = { $who } 님이 누가 무엇을 할 수 있는지 바꿨어요
rooms-notice-replaced = { $who } 님이 이 대화를 새 대화방으로 옮겼어요
rooms-notice-named = { $who } 님이 대화방 이름을 정했어요: { $name }
rooms-notice-encrypted = 여기부터 메시지가 종단간 암호화돼요
rooms-notice-more = { $count }개 더
