### Words that every page may need.

# Address: 해요체, no word for “you” where it can be left out; particles are chosen so that they fit any name (“님이”). Words: 대화방, 메시지, 기기, 계정, 복구 키, 종단간 암호화, 멘션, 초대, 홈서버, 로그인, 로그아웃.

-product = Hearth

common-form-error-title = 문제가 있어요

## What went wrong, wherever it did.

common-error-unreached = 서버에 연결할 수 없어요. 연결 상태를 확인하고 다시 시도해 주세요.
common-error-often = 시도 횟수가 너무 많아요. { $seconds }초 뒤에 다시 시도해 주세요.
common-error-unknown = 서버에 문제가 생겼어요. 잠시 후 다시 시도해 주세요.

common-close = 닫기
common-cancel = 취소
common-copy-failed = 복사하지 못했어요. 글자를 선택해서 복사해 주세요.
