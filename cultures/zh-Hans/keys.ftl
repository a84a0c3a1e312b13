### 端到端加密的密钥。

## 保存成员的哪些数据，供隐私登记册使用。

keys-keeps-public = 你和你的设备的公钥，以及对它们的签名。
keys-keeps-waiting = 你的设备尚未取走的消息，通常已由发送者加密。
keys-keeps-backups = 聊天室密钥的备份，用只有你持有的密钥加密。
keys-keeps-dehydrated = 为你保留的脱水设备，同样经过加密。

## 网页应用中的恢复密钥。

keys-recovery = 恢复密钥
keys-state-safe = 已创建。可以在任何设备上找回你的消息。
keys-state-here = 你的密钥只保存在这台设备上。
keys-state-elsewhere = 输入后即可在此设备上查看更早的消息。
keys-offer-title = 保护好你的消息
keys-offer = 你的加密消息只能在这台设备上读取。有了恢复密钥，设备丢失后也能找回。
keys-offer-button = 创建恢复密钥
keys-make = 它可以在另一台设备上打开你的加密消息。除你之外没有人拥有它，服务器的管理者也没有。请保存在自己找得到的地方：密码管理器里，或写在纸上。
keys-make-button = 立即创建
keys-made = 这是你的恢复密钥，只显示这一次。
keys-copy = 复制
keys-copied = 已复制
keys-kept = 我已保存
keys-asked-title = 查看更早的消息
keys-asked = 输入恢复密钥，就能在这里看到你在其他设备上的消息。
keys-asked-button = 输入恢复密钥
keys-enter-hint = 十二组，每组四个字母或数字。
keys-enter-button = 打开我的消息
keys-enter-wrong = 这不是你的恢复密钥。请逐个核对字符，注意大小写。
