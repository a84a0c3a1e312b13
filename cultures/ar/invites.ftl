### Invitations by link: what they say, and what they lead to.

invites-leads-to = أنت مدعوّ إلى
invites-link = دعوة برابط
invites-link-open = من يفتح الرابط يرى ما هذه الغرفة، وينضم إليها بعد تسجيل الدخول أو إنشاء حساب.
invites-link-asking = من يفتح الرابط يرى ما هذه الغرفة، ويمكنه طلب الدخول.
invites-link-closed = الدخول إلى هذه الغرفة للمدعوّين فقط، لذلك يؤدي الرابط إلى هذا المجتمع. وبعد إنشاء الحساب يمكنك دعوتهم بالاسم.
invites-link-community = من يفتح الرابط يرى ما هذا المجتمع، ويمكنه إنشاء حساب.
invites-share = مشاركة
invites-code-label = رمز QR للرابط { $link }

## What it takes to make an account.

invites-closed = لا يمكن لأحد حاليًا إنشاء حساب هنا بنفسه، لذلك لا يفيد الرابط إلا من لديه حساب.
invites-closed-community = لا يمكن لأحد حاليًا إنشاء حساب هنا بنفسه. يمكن لمديري هذا الخادم السماح بذلك.
invites-token = يتطلب إنشاء حساب هنا رمزًا. يمكن لمديري هذا الخادم وضع رمز في الرابط.
invites-token-make = وضع رمز في الرابط
invites-token-made = يحتوي الرابط على رمز لإنشاء الحسابات. عدد الأشخاص: { $count }، المدة بالأيام: { $days }.
