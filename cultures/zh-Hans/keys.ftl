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
keys-offer = 加密消息只能在这台设备上打开。万一设备丢失，可以用恢复密钥在另一台设备上打开。
keys-offer-button = 创建恢复密钥
keys-make = 它可以在另一台设备上打开你的加密消息。除你之外没有人拥有它，服务器的管理者也没有。请保存在自己找得到的地方：密码管理器里，或写在纸上。
keys-make-button = 立即创建
keys-made = 这是你的恢复密钥，只显示这一次。
keys-copy = 复制
keys-copied = 已复制
keys-kept = 我已保存
keys-asked-title = 查看更早的消息
keys-asked = 你在其他设备上的消息，可以用那台设备或恢复密钥在这里打开。
keys-asked-button = 取回消息
keys-enter-hint = 十二组，每组四个字母或数字。
keys-enter-button = 打开我的消息
keys-enter-wrong = 这不是你的恢复密钥。请逐个核对字符，注意大小写。
keys-change = 更换
keys-change-words = 你会得到一个新的恢复密钥，现有的将不再有效。你的消息不受影响。
keys-bring = 你的恢复密钥可以在这里打开你的消息，能读取消息的另一台设备也可以。
keys-bring-alone = 你的恢复密钥可以在这里打开你的消息。
keys-bring-without = 能读取你消息的设备可以把消息传给这台设备。你没有恢复密钥。
keys-bring-device = 使用另一台设备
keys-bring-neither = 我两样都没有
keys-reset-title = 重新开始
keys-reset = 如果没有任何设备，也没有恢复密钥，就没有人能打开你以前的消息。你会得到新的密钥：
keys-reset-lost = 今天之前的加密消息将永远无法打开。
keys-reset-devices = 你的其他设备需要重新验证。
keys-reset-people = 验证过你的人会收到密钥已变化的提示。
keys-reset-button = 放弃以前的消息，重新开始

## 消息无法查看的原因，以及可以怎么做。

keys-unreadable-elsewhere = 这台设备还没有你的密钥。
keys-unreadable-coming = 这条消息的密钥正在传送中，送达后消息会自动打开。
keys-unreadable-lost = 这条消息是在你登录这台设备之前发送的，密钥不在你的备份中。你以前用过的设备可以查看它。
keys-unreadable-joining = 这条消息是在你加入之前发送的，因此无法查看。
keys-unreadable-withheld = 发送者的应用不向它不认识的设备透露这条消息。
keys-unreadable-broken = 这条消息无法解密。
keys-unreadable-look = 再找一次
keys-unreadable-ask = 请 { $name } 重新发送
keys-unreadable-asked = 我无法查看这条消息，能再发一次吗？
