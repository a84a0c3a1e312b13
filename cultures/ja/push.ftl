### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = どのデバイスに通知を送れるか：アプリ、その名前、提供元が発行したキー。
