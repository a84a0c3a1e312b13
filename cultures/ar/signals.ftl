### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = مؤشرات سلوك الأعضاء الذين وافقوا على التعلّم منهم: نوع ما فعلوه، ومتى، وفي أي غرفة، ولمن إن وافق ذلك العضو أيضًا. ولا يشمل ذلك أبدًا ما قيل. وتُحذف عند إنهاء الحساب.
signals-keeps-imported = الأمر نفسه عن أشخاص نقل سجلَّهم شخصٌ بيّن سبب قانونية التعلّم منه.
