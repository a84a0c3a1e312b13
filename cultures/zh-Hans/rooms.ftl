### 聊天室：其中的内容与成员。

## 保存成员的哪些数据，供隐私登记册使用。

rooms-keeps-events = 你发到聊天室的消息及其他内容。
rooms-keeps-memberships = 你所在、曾在或受邀加入的聊天室。
rooms-keeps-forgotten = 你已移除的聊天室。
rooms-keeps-receipts = 你读到了哪里。
rooms-keeps-reports = 你提交的举报及其理由。
