### 隐私：个人数据的用途，以及成员自己的选择。

# 一条消息写成一行：换行在网页上会显示为汉字之间的空格。

## 用途。文字有改动时，须在 crates/trust/src/privacy/purposes.rs 中提升版本号。

privacy-service-name = 提供聊天服务
privacy-service-what = 保存你的账号、设备、聊天室和你发送的内容，并把内容送达你的交流对象。
privacy-service-why = 没有这些，聊天服务就无法运行。
privacy-service-data = 登记册中各模块保存的全部内容：账号与个人资料、设备及其密钥、聊天室、消息、文件、已读回执和设置。
privacy-service-kept = 直到你自行删除或注销账号为止。你在聊天室里发过的内容会为其他人保留，除非你把它撤回。

privacy-security-name = 保护账号与成员安全
privacy-security-what = 留意登录、登录失败以及你的设备所使用的网络地址；对消息、聊天室和成员的举报会转给服务器的管理者。
privacy-security-why = 防止他人盗用你的账号，并制止骚扰行为。
privacy-security-data = 登录时间、每台设备最近使用的地址、密码输错的次数、举报及其理由。
privacy-security-kept = 设备地址保存到该设备退出登录为止；举报在服务器运营期间一直保存；密码输错的记录保存到服务器的事件列表放不下为止。

privacy-retention-name = 及早发现有人渐行渐远
privacy-retention-what = 统计你何时在线、做了什么：在哪类聊天室里收发了多少消息、谁回复了谁、邀请、通话，以及你遇到的困难。绝不查看你写的内容。
privacy-retention-why = 让社区的维护者及早了解谁可能离开、为什么离开，从而改正让人离开的问题。
privacy-retention-data = 操作的种类、时间、次数、大致的大小，以及聊天室和成员的 ID。绝不包含文字、名称、图片或文件。
privacy-retention-kept = 登记册中注明了每种信号保存多少天。自你拒绝的那一刻起，不再统计。账号注销后，已统计的数据会被删除。

privacy-product-name = 改进应用
privacy-product-what = 统计你使用应用的哪些部分、应用在哪里出错，以及你等待了多久。
privacy-product-why = 找出并改正妨碍你使用的地方。
privacy-product-data = 固定清单中的功能名称、错误种类、等待时间、应用版本。绝不包含你输入的内容。
privacy-product-kept = 登记册中注明了每种信号保存多少天。自你拒绝的那一刻起，不再统计。账号注销后，已统计的数据会被删除。

privacy-personal-name = 及时为你提供帮助
privacy-personal-what = 根据从你的使用情况得出的判断（例如你可能打算离开），给你发消息、提供帮助，或向你展示一些内容。
privacy-personal-why = 在为时已晚之前帮到你，在没有必要时不打扰你。
privacy-personal-data = 得出的判断及其依据、为你做过的事，以及效果如何。
privacy-personal-kept = 直到你注销账号为止。自你拒绝的那一刻起，不再据此采取任何行动。

## 使用个人数据的法律依据。

privacy-basis-contract = 为完成你要求的服务所必需（合同）。
privacy-basis-interest = 基于我们的正当利益，且不会损害你的权益。
privacy-basis-consent = 由你决定，并可随时改变主意（同意）。

## 在成员尚未作出选择时适用的规则。

privacy-default-opt-in = 在你同意之前保持关闭。
privacy-default-notice = 告知你之后即开启，直到你拒绝为止；你可以随时拒绝。

## 保存成员的哪些数据，供隐私登记册使用。

privacy-keeps-decisions = 你同意或拒绝了什么、在何时，看到的是哪个版本、哪种语言的文字，以及你所填写的地区；账号注销时一并删除。

## 网页应用中的选择。

privacy-choices-title = 你的数据
privacy-choices-intro = 除了维持通讯服务之外，数据还用来做什么，由你决定。你写的内容从不会被读取。
privacy-choices-more = 原因、用到的数据和保存时间
# 应用自身为“及早发现有人渐行渐远”这一用途告知服务器的内容。
privacy-told-retention = 本应用会告知（每次只用固定清单中的一个词）：你打开了应用、使用了多久，以及何时有内容未能发送、无法读取、打开缓慢、没有找到、出错或被拒绝。
# 应用自身为“改进应用”这一用途告知服务器的内容。
privacy-told-product = 本应用会告知（每次只用固定清单中的一个词）：你使用了哪些部分，例如回复、表情回应或搜索，以及更改了哪些设置。
privacy-choices-copy = 下载关于我的所有数据
privacy-asked-title = 你的数据，由你决定
privacy-asked = 可以让社区从使用情况中学习吗？在你同意之前，不会统计任何东西。
privacy-asked-notice = 社区会从使用情况中学习。看看这意味着什么；你可以随时拒绝。
privacy-asked-button = 了解详情
