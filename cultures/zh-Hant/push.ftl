### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = 你有哪些裝置可以被喚醒：應用程式、名稱，以及廠商給它的金鑰。
