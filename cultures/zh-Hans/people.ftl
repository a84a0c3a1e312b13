### 单个成员：是谁，可以做什么。

people-title = 个人资料
people-message = 发消息
people-met = 共同的房间
people-unknown = 没有使用这个地址的人。
people-ignore = 屏蔽
people-ignore-no = 取消屏蔽
people-ignore-words = 你不会再看到对方的消息，对方也无法邀请你。对方不会收到通知。
people-ignored = 你已屏蔽 { $name }。
people-ignored-title = 你屏蔽的人

## 向服务器的运营者举报。

people-report = 举报
people-report-message = 举报这条消息
people-report-room = 举报这个房间
people-report-space = 举报这个社区
people-report-person = 举报此人
people-report-words = 举报由这个服务器的运营者查看，其他人不会知道。
people-reported = 谢谢，举报已提交。
people-reason = 有什么问题？
people-reason-optional = 原因（可选）

## 删除他人的消息。

people-delete-title = 删除 { $name } 的消息？
people-delete-words = 所有人都将看不到它，且无法恢复。曾有这条消息以及由你删除的记录会保留。
people-delete-own-title = 删除你的消息？
