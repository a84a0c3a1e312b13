### Who is about to leave, in this server.

scores-too-few = 최근 활동한 멤버가 { $active }명이에요. { $least }명보다 적으면 예측이 알 수 있는 것보다 더 많은 것을 말하게 되므로 현재 상태만 설명해요.
scores-too-young = 아직 학습하기에는 쌓인 일이 너무 적어요. 떠난 멤버, 즉 { $days }일 동안 활동이 없는 멤버와 남은 멤버가 모두 있어야 해요. 그때까지는 현재 상태만 설명해요.
scores-none-yet = 아직 결과가 없어요. 점수는 하루 한 번 UTC 자정에 멤버가 동의한 정보로 계산해요.
scores-alarm-drift = 모델이 학습한 뒤 커뮤니티가 달라져 멤버들의 확률이 전체적으로 움직였어요. 다시 학습하기 전까지 개별 확률은 맞지 않을 수 있어요.
scores-alarm-calibration = 얼마 전에 제시한 확률이 실제와 달랐어요. 다음 모델이 나올 때까지 개별 확률에 따라 행동하지 마세요. 누가 떠날 가능성이 더 큰지 순서는 여전히 참고할 수 있어요.

## What is kept of people, for the register of privacy.

scores-keeps-scores = 학습에 동의한 멤버가 더 이상 오지 않을 가능성과 그 이유와 날짜. 400일 동안 보관하며, 동의를 철회하거나 계정이 종료되면 삭제해요.
