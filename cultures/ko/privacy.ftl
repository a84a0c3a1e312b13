### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = 메신저 운영
privacy-service-what = 계정, 기기, 대화방, 보낸 내용을 저장하고 대화 상대에게 전달해요.
privacy-service-why = 이것 없이는 메신저가 작동하지 않아요.
privacy-service-data = 등록부에 나온 모듈이 보관하는 모든 것: 계정과 프로필, 기기와 그 키, 대화방, 메시지, 파일, 읽음 확인, 설정.
privacy-service-kept = 직접 삭제하거나 계정이 종료될 때까지. 대화방에 쓴 내용은 직접 삭제하지 않는 한 다른 사람들을 위해 남아 있어요.

privacy-security-name = 계정과 사람의 안전 지키기
privacy-security-what = 로그인, 로그인 실패, 기기가 접속한 주소를 기록해요. 메시지, 대화방, 사람에 대한 신고는 서버 운영자에게 전달돼요.
privacy-security-why = 아무도 계정을 가로채지 못하게 하고, 다른 사람을 괴롭히는 사람을 막기 위해서예요.
privacy-security-data = 로그인 시각, 각 기기의 마지막 주소, 잘못된 비밀번호 입력 횟수, 신고와 그 이유.
privacy-security-kept = 기기의 주소는 그 기기에서 로그아웃할 때까지, 신고는 서버를 운영하는 동안 보관해요. 비밀번호를 잘못 입력한 기록은 서버의 이벤트 목록에 자리가 없어질 때까지 보관해요.

privacy-retention-name = 멀어지는 사람 알아차리기
privacy-retention-what = 언제 여기에 있고 무엇을 하는지 집계해요: 어떤 종류의 대화방에서 메시지를 얼마나 주고받는지, 누가 누구에게 답하는지, 초대, 통화, 겪은 어려움. 쓴 내용은 절대 보지 않아요.
privacy-retention-why = 이 커뮤니티를 돌보는 사람들이 누가 왜 떠나려 하는지 일찍 알고, 사람들을 떠나게 하는 문제를 바로잡기 위해서예요.
privacy-retention-data = 행동의 종류, 시각, 횟수, 대략적인 크기, 대화방과 사람의 ID. 말, 이름, 사진, 파일은 절대 포함하지 않아요.
privacy-retention-kept = 각 신호를 며칠 동안 보관하는지는 등록부에 나와 있어요. 거부한 순간부터는 아무것도 집계하지 않아요. 계정이 종료되면 집계한 내용을 삭제해요.

privacy-product-name = 앱 개선
privacy-product-what = 앱의 어떤 부분을 쓰는지, 어디서 오류가 나는지, 얼마나 기다리는지 집계해요.
privacy-product-why = 불편한 점을 찾아 바로잡기 위해서예요.
privacy-product-data = 정해진 목록에 있는 기능 이름, 오류 종류, 대기 시간, 앱 버전. 입력한 내용은 절대 포함하지 않아요.
privacy-product-kept = 각 신호를 며칠 동안 보관하는지는 등록부에 나와 있어요. 거부한 순간부터는 아무것도 집계하지 않아요. 계정이 종료되면 집계한 내용을 삭제해요.

privacy-personal-name = 제때 도움 주기
privacy-personal-what = 곧 떠날지도 모른다는 것처럼 학습으로 알게 된 내용을 이용해 메시지를 보내거나, 도움을 제안하거나, 무언가를 보여 드려요.
privacy-personal-why = 너무 늦기 전에 돕고, 필요 없을 때는 귀찮게 하지 않기 위해서예요.
privacy-personal-data = 학습으로 알게 된 내용과 그 이유, 한 일과 그 결과.
privacy-personal-kept = 계정이 종료될 때까지. 거부한 순간부터는 이를 근거로 아무것도 하지 않아요.

## What makes a use of personal data lawful.

privacy-basis-contract = 요청하신 일을 하는 데 필요해요(계약).
privacy-basis-interest = 회원님의 이익이 우선하지 않는 범위에서 저희에게 정당한 이익이 있어요.
privacy-basis-consent = 직접 결정하고 언제든지 바꿀 수 있어요(동의).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = 동의하기 전까지 꺼져 있어요.
privacy-default-notice = 안내를 받은 뒤부터 거부할 때까지 켜져 있어요. 언제든지 거부할 수 있어요.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = 무엇에 언제 동의했거나 하지 않았는지, 어떤 버전의 글을 어떤 언어로 보았는지, 입력한 지역. 계정이 종료되면 삭제해요.

## The choices in the web app.

privacy-choices-title = 내 데이터
privacy-choices-intro = 메신저 운영 외에 어디에 쓸지 직접 결정해요. 쓴 내용은 절대 읽지 않아요.
privacy-choices-more = 이유, 사용하는 데이터, 보관 기간
privacy-told-retention = 이 앱은 정해진 목록의 낱말 하나씩으로 다음을 알려요: 앱을 연 것, 사용한 시간, 그리고 무언가를 보내지 못했거나 읽을 수 없었거나 느렸거나 찾지 못했거나 잘못됐거나 거부된 때.
privacy-told-product = 이 앱은 정해진 목록의 낱말 하나씩으로 다음을 알려요: 답장, 반응, 검색처럼 앱의 어떤 부분을 쓰는지, 어떤 설정을 바꾸는지.
privacy-choices-copy = 나에 대해 보관된 내용 다운로드
privacy-asked-title = 내 데이터, 내 선택
privacy-asked = 이 커뮤니티가 이용 방식에서 배워도 될까요? 동의하기 전까지는 아무것도 집계하지 않아요.
privacy-asked-notice = 이 커뮤니티는 이용 방식에서 배워요. 무슨 뜻인지 확인해 보세요. 언제든지 거부할 수 있어요.
privacy-asked-button = 자세히 보기
