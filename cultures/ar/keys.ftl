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
keys-state-elsewhere = رسائل أقدم على هذا الجهاز تنتظره.
keys-offer-title = حافظ على رسائلك
keys-offer = لا يمكن قراءة رسائلك المشفّرة إلا على هذا الجهاز. ومع مفتاح الاسترداد تستعيدها إذا فقدته.
keys-offer-button = إنشاء مفتاح استرداد
keys-make = يفتح رسائلك المشفّرة على جهاز آخر. لا يملكه أحد سواك، ولا حتى القائمون على هذا الخادم، فاحفظه حيث تجده: في مدير كلمات مرور أو على ورق.
keys-make-button = إنشاؤه الآن
keys-made = هذا مفتاح الاسترداد الخاص بك. لا يُعرض إلا مرة واحدة.
keys-copy = نسخ
keys-copied = تم النسخ
keys-kept = لقد حفظته
keys-asked-title = اقرأ رسائلك الأقدم
keys-asked = ما قلته وقرأته على جهاز آخر يُفتح هنا بمفتاح الاسترداد.
keys-asked-button = إدخال مفتاح الاسترداد
keys-enter-hint = اثنتا عشرة مجموعة، في كل منها أربعة أحرف وأرقام.
keys-enter-button = فتح رسائلي
keys-enter-wrong = ليس هذا مفتاح الاسترداد الخاص بك. تحقّق من كل حرف؛ حالة الأحرف مهمة.
