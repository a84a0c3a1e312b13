### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = 同意供學習的成員屬於哪些群組，例如新成員或來得比以前少的人，以及何時加入各群組。進出紀錄保留 14 天；撤回同意或帳號終止時刪除。
