### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = 你的社群
spaces-all = 所有對話
spaces-found = 社群 · { $members }

## Making one.

spaces-new = 建立社群
spaces-new-button = 建立社群
spaces-new-words = 社群把相關的聊天室集中在一起。
spaces-name = 社群名稱
spaces-topic-hint = 用一句話說明它的用途。
spaces-public-hint = 會列給這台伺服器的所有成員。

## Its page, and its rooms.

spaces-about = 關於
spaces-settings = 社群設定
spaces-leave = 你仍會留在已加入的社群聊天室中。要再回到社群，可能需要新的邀請。
spaces-empty = 裡面還沒有聊天室。
spaces-add = 新增聊天室
spaces-add-to = 新增聊天室至 { $space }
spaces-add-search = 搜尋你的聊天室
spaces-add-nothing = 你沒有可以新增的聊天室。
spaces-add-words = 誰可以加入聊天室維持不變。
spaces-added = 已新增：{ $rooms }
spaces-take-room = 移出 { $room }
spaces-take-title = 要將 { $room } 移出 { $space } 嗎？
spaces-take-words = 聊天室維持原樣：成員、說過的話以及誰可以加入都不變，只是不再出現在這個社群裡。
spaces-take = 移出
spaces-reach = { $space } 的成員
spaces-reach-hint = 社群中的所有人都能加入。不加密，新成員可以看到之前的訊息。
