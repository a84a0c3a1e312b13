### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = 学習に同意したメンバーのシグナル：どの種類の行動を、いつ、どのルームで行ったか。相手も同意している場合は、誰に対してかも含みます。話した内容は決して含みません。アカウントが終了すると削除されます。
signals-keeps-imported = 学習が適法である理由を示した人が移行した記録に含まれる人について、同じもの。
