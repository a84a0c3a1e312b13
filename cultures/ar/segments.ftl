### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = المجموعات التي ينتمي إليها العضو، مثل القادمين الجدد أو من قلّ حضورهم، للأعضاء الذين وافقوا على التعلّم من استخدامهم، ومتى دخل كلًا منها. يُحفظ الدخول والخروج 14 يومًا؛ ويُحذف عند سحب الموافقة أو انتهاء الحساب.
