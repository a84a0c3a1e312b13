### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Những thiết bị của bạn có thể được đánh thức: ứng dụng, tên ứng dụng và khóa do nhà cung cấp cấp cho.
