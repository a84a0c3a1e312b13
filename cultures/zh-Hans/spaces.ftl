### 社区：一组房间及其成员。协议中称为空间。

spaces-rail = 你的社区
spaces-all = 全部会话
spaces-found = 社区 · { $members }

## 创建社区。

spaces-new = 创建社区
spaces-new-button = 创建社区
spaces-new-words = 社区把相关的房间放在一起。
spaces-name = 社区名称
spaces-topic-hint = 用一句话说明它的用途。
spaces-public-hint = 这个服务器的所有成员都能找到。

## 社区主页及其房间。

spaces-about = 关于
spaces-settings = 社区设置
spaces-leave = 你仍会留在已加入的社区房间中。要再回到社区，可能需要新的邀请。
spaces-empty = 里面还没有房间。
spaces-add = 添加房间
spaces-add-to = 向 { $space } 添加房间
spaces-add-search = 搜索你的房间
spaces-add-nothing = 你所在的房间中没有可以添加的。
spaces-add-words = 谁可以加入房间，保持不变。
spaces-added = 已添加：{ $rooms }
spaces-take-room = 移出 { $room }
spaces-take-title = 将 { $room } 移出 { $space }？
spaces-take-words = 房间保持原样：成员、说过的话以及谁可以加入都不变，只是不再出现在这个社区里。
spaces-take = 移出
spaces-reach = { $space } 的成员
spaces-reach-hint = 社区里的所有人都能加入。不加密，新成员可以看到之前的消息。
