### Translating a message that is in another language, on request.

translate-button = 번역
translate-hide = 번역 숨기기
translate-busy = 번역 중…
translate-by = 기계 번역, 원문 언어: { $from }
translate-by-unknown = 기계 번역
translate-same = 이미 내 언어로 되어 있어요.
translate-failed = 지금은 번역하지 못했어요. 나중에 다시 시도해 주세요.

## Asked before the text of an encrypted message is given away.

translate-ask-title = 이 글을 암호화 밖으로 내보낼까요?
translate-ask = 이 메시지는 종단간 암호화되어 있어요. 번역하려면 글이 암호화 밖으로 나가서 이 서버와 { $provider } 서비스가 읽을 수 있어요. 이 서버에는 아무것도 남지 않아요.
translate-ask-once = 이 메시지 번역
translate-ask-room = 여기서는 묻지 않고 번역

## In the settings, once that was allowed for whole rooms.

translate-allowed = 암호화된 메시지 번역
translate-allowed-words = 대화방 { $count }개에서 번역할 글을 묻지 않고 암호화 밖으로 내보내요.
translate-allowed-end = 다시 묻기
