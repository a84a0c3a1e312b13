### The devices that a member is signed in on.

devices-title = 내 기기
devices-words = 로그인되어 있는 곳이에요.
devices-button = 보기
devices-this = 이 기기
devices-seen = 마지막 사용: { $when }
devices-unverified = 인증되지 않았어요. 내 기기가 아니라면 로그아웃해 주세요.
devices-long = 몇 달 동안 사용하지 않았어요. 이제 갖고 있지 않다면 로그아웃해 주세요.
devices-name = 기기 이름
devices-rename = 이름 변경
devices-verify = 인증
devices-out = 로그아웃
devices-out-others = 다른 기기 모두 로그아웃
devices-out-words =
    { $count ->
        [1] 해당 기기가 바로 로그아웃돼요. 확인을 위해 비밀번호를 입력해 주세요.
       *[other] 기기 { $count }대가 바로 로그아웃돼요. 확인을 위해 비밀번호를 입력해 주세요.
    }
devices-add = 다른 기기에서 로그인
devices-add-words = 다른 사람이 하지 못하도록 비밀번호를 입력하세요.
devices-add-show = 코드 표시
devices-add-scan = 다른 기기로 스캔하세요. 한 번만, { $minutes }분 동안 쓸 수 있습니다.
devices-add-over = 이 코드의 시간이 지났습니다. 다시 표시하세요.
devices-added = { $name }에서 이제 로그인되었습니다.
