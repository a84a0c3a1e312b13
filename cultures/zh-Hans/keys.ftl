### 端到端加密的密钥。

## 保存成员的哪些数据，供隐私登记册使用。

keys-keeps-public = 你和你的设备的公钥，以及对它们的签名。
keys-keeps-waiting = 你的设备尚未取走的消息，通常已由发送者加密。
keys-keeps-backups = 聊天室密钥的备份，用只有你持有的密钥加密。
keys-keeps-dehydrated = 为你保留的脱水设备，同样经过加密。
