### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = أيّ أجهزتك يمكن تنبيهه: التطبيق واسمه والمفتاح الذي منحه إياه المزوّد.
