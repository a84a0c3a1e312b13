### One person: who they are, and what one can do.

people-title = 프로필
people-message = 메시지 보내기
people-met = 함께 있는 대화방
people-unknown = 이 주소를 쓰는 사람이 없어요.
people-ignore = 무시
people-ignore-no = 무시 해제
people-ignore-words = 이 사람이 쓴 글이 더 이상 보이지 않고, 이 사람은 나를 초대할 수 없어요. 상대방에게는 알리지 않아요.
people-ignored = { $name } 님을 무시하고 있어요.
people-ignored-title = 무시한 사람

## Telling those who run the server of something.

people-report = 신고
people-report-message = 이 메시지 신고
people-report-room = 이 대화방 신고
people-report-space = 이 커뮤니티 신고
people-report-person = 이 사람 신고
people-report-words = 서버 운영자가 신고를 읽어요. 다른 사람에게는 알리지 않아요.
people-reported = 고마워요. 신고를 보냈어요.
people-reason = 무엇이 문제인가요?
people-reason-optional = 이유(선택)

## Deleting what was said.

people-delete-title = { $name } 님의 메시지를 삭제할까요?
people-delete-words = 모두에게서 사라지고 되돌릴 수 없어요. 메시지가 있었다는 것과 내가 삭제했다는 것은 계속 보여요.
people-delete-own-title = 내 메시지를 삭제할까요?
