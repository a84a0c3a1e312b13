### Who is about to leave, in this server.

scores-too-few = 最近有 { $active } 位成員來過。少於 { $least } 位時，任何預測都會言過其實，所以這裡只描述現況。
scores-too-young = 可供學習的經歷還太少：既要有離開的成員（連續 { $days } 天沒有動靜），也要有留下來的成員。在那之前只描述現況。
scores-none-yet = 尚無結果。評分每天在 UTC 午夜進行一次，只依據成員同意提供的內容。
scores-alarm-drift = 自模型上次學習以來，社群已經改變：成員的機率整體有所偏移。在重新學習之前，個別機率可能不準。
scores-alarm-calibration = 前一陣子給出的機率與實際結果不符。下一個模型出來之前，請不要依個別機率採取行動；但誰比誰更可能離開的排序仍可參考。

## What is kept of people, for the register of privacy.

scores-keeps-scores = 同意供學習的成員停止來訪的可能性，以及理由與日期。保留 400 天；撤回同意或帳號結束時刪除。
