### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = مفاتيحك العامة ومفاتيح أجهزتك العامة، والتوقيعات عليها.
keys-keeps-waiting = رسائل إلى أجهزتك لم تجلبها بعد، وتكون عادةً مشفّرة من مرسليها.
keys-keeps-backups = نسخ احتياطية من مفاتيح الغرف، مشفّرة بمفتاح لا يملكه سواك.
keys-keeps-dehydrated = جهاز محفوظ لحين عودتك، مشفّر بالطريقة نفسها.

## The recovery key in the web app.

keys-recovery = مفتاح الاسترداد
keys-state-safe = لديك مفتاح. يعيد رسائلك على أي جهاز.
keys-state-here = مفاتيحك على هذا الجهاز وحده.
keys-state-elsewhere = أدخله لقراءة الرسائل الأقدم على هذا الجهاز.
keys-offer-title = حافظ على رسائلك
keys-offer = لا تُفتح الرسائل المشفّرة إلا على هذا الجهاز. وإذا فقدته، فمفتاح الاسترداد يفتحها على جهاز آخر.
keys-offer-button = إنشاء مفتاح استرداد
keys-make = يفتح رسائلك المشفّرة على جهاز آخر. لا يملكه أحد سواك، ولا حتى القائمون على هذا الخادم، فاحفظه حيث تجده: في مدير كلمات مرور أو على ورق.
keys-make-button = إنشاؤه الآن
keys-made = هذا مفتاح الاسترداد الخاص بك. لا يُعرض إلا مرة واحدة.
keys-copy = نسخ
keys-copied = تم النسخ
keys-kept = لقد حفظته
keys-asked-title = اقرأ رسائلك الأقدم
keys-asked = ما كتبته وقرأته على جهاز آخر يُفتح هنا بذلك الجهاز أو بمفتاح الاسترداد.
keys-asked-button = جلبها إلى هنا
keys-enter-hint = اثنتا عشرة مجموعة، في كل منها أربعة أحرف وأرقام.
keys-enter-button = فتح رسائلي
keys-enter-wrong = ليس هذا مفتاح الاسترداد الخاص بك. تحقّق من كل حرف؛ حالة الأحرف مهمة.
keys-change = تغييره
keys-change-words = ستحصل على مفتاح استرداد جديد، ولن يعمل المفتاح الحالي بعد ذلك. تبقى رسائلك كما هي.
keys-bring = يجلب مفتاح الاسترداد رسائلك إلى هنا، وكذلك أي جهاز يستطيع قراءتها.
keys-bring-alone = يجلب مفتاح الاسترداد رسائلك إلى هنا.
keys-bring-without = أي جهاز يستطيع قراءة رسائلك ينقلها إلى هذا الجهاز. ليس لديك مفتاح استرداد.
keys-bring-device = استخدام جهاز آخر
keys-bring-neither = ليس لدي أي منهما
keys-reset-title = البدء من جديد
keys-reset = إذا لم يبقَ أي جهاز ولا مفتاح استرداد، فلن يستطيع أحد فتح رسائلك القديمة. ستحصل على مفاتيح جديدة:
keys-reset-lost = تبقى الرسائل المشفّرة السابقة لليوم مغلقة إلى الأبد.
keys-reset-devices = يجب التحقق من أجهزتك الأخرى من جديد.
keys-reset-people = سيُبلَّغ من تحققوا منك بأن مفاتيحك تغيّرت.
keys-reset-button = التخلّي عن رسائلي القديمة والبدء من جديد

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = ليست مفاتيحك على هذا الجهاز بعد.
keys-unreadable-coming = مفتاح هذه الرسالة في الطريق. ستُفتح الرسالة تلقائيًا عند وصوله.
keys-unreadable-lost = أُرسلت قبل تسجيل دخولك على هذا الجهاز، ومفتاحها ليس في نسختك الاحتياطية. يمكن لجهاز استخدمته من قبل عرضها.
keys-unreadable-joining = أُرسلت قبل انضمامك، فلا يمكنك قراءتها.
keys-unreadable-withheld = تطبيق المرسل يحجب هذه الرسالة عن الأجهزة التي لا يعرفها.
keys-unreadable-broken = لا يمكن فك تشفير هذه الرسالة.
keys-unreadable-look = تحقّق مجددًا
keys-unreadable-ask = اطلب من { $name } إرسالها مجددًا
keys-unreadable-asked = لا أستطيع قراءة هذه الرسالة. هل يمكن إرسالها مجددًا؟
