### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = 업로드한 파일: 내용, 이름, 종류, 크기, 시각.

## Files in a conversation of the web app.

media-attach = 파일 첨부
media-drop = 여기에 놓으면 첨부돼요
media-chosen = 보낼 파일
media-caption = 설명 추가
media-remove = { $name } 보내지 않기
media-smaller = 큰 사진을 작게 보내기
media-large = { $name } 파일이 너무 커요. 여기서는 { $size }까지 보낼 수 있어요.
media-empty = { $name } 파일이 비어 있거나 폴더예요.
media-unreadable = { $name } 파일을 읽지 못했어요. 목록에서 뺀 뒤 다시 선택해 주세요.
media-many = 한 번에 { $count }개까지만 보낼 수 있어요. 먼저 이 파일들을 보내 주세요.
media-sending = { $name } 보내는 중
media-open-picture = 사진 열기: { $name }
media-play = 재생: { $name }
media-play-voice = 음성 메시지 재생
media-download = 다운로드: { $name }
media-keep = 다운로드
media-record = 음성 메시지 녹음
media-recording = 녹음 중
media-microphone = 마이크를 사용할 수 없어요. 브라우저에서 이 페이지에 허용한 뒤 다시 시도해 주세요.
media-voice = 음성 메시지
media-unreached = 가져오지 못했어요. 다시 시도해 주세요.
media-gone = 더 이상 서버에 없어요.
media-damaged = 전송 중에 변경되어 열지 않았어요.
media-unshowable = 여기서 표시할 수 없어요. 다운로드할 수 있어요.
media-no-picture = 표시할 수 있는 사진이 아니에요. PNG, JPEG, GIF, WebP 중에서 선택해 주세요.
media-opening = 사진을 여는 중
media-actual = 실제 크기
media-previous = 이전 사진
media-next = 다음 사진
media-from = { $name } 님, { $time }
