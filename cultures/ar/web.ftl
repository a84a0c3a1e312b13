### The web app's frame: what every screen of it needs.

web-absent = هذا خادم { -product }. بُني من دون تطبيق الويب الخاص به: الأمر `make run` يبنيه معه. ويمكن لأي عميل Matrix تسجيل الدخول هنا.

web-language = اللغة
web-starting = جارٍ فتح محادثاتك…
web-elsewhere-title = مفتوح في نافذة أخرى
web-elsewhere = محادثاتك مفتوحة في نافذة أخرى من هذا المتصفح. ولا يمكن فتحها إلا في نافذة واحدة في كل مرة.
web-elsewhere-button = الاستخدام هنا
web-broken-title = تعذّر فتح محادثاتك
web-broken = تعذّرت قراءة ما هو مخزّن في هذا المتصفح، أو لم يستجب الخادم. حاول مرة أخرى؛ وإن لم ينفع ذلك فسجّل الخروج ثم الدخول من جديد.
web-broken-button = إعادة المحاولة

web-look = المظهر
web-look-system = حسب النظام
web-look-light = فاتح
web-look-dark = داكن
web-look-contrast = تباين عالٍ

web-update-title = يوجد إصدار جديد
web-update = أعد التحميل لاستخدامه. ما تكتبه الآن يبقى.
web-update-button = إعادة التحميل
