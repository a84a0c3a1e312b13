### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = إنشاء حساب المسؤول
accounts-setup-intro = مرحبًا! خادم { -product } الخاص بك { $server } يعمل وينتظر حسابه الأول. سيكون هذا الحساب هو المسؤول الذي يعتني بالخادم وبمن فيه.
accounts-setup-localhost = اسم هذا الخادم «localhost»، وهو للتجربة فقط: لا يستطيع الآخرون الوصول إليه بهذا الاسم، ولا يمكن للخادم تغيير اسمه لاحقًا.

accounts-setup-name-label = اسم المستخدم
accounts-setup-name-hint = استخدم الأحرف اللاتينية الصغيرة والأرقام والرموز . _ = - / + فقط. سيعرفك الآخرون مثلًا باسم { $example }. ولا يمكن تغييره لاحقًا.
accounts-setup-password-label = كلمة المرور
accounts-setup-password-hint =
    { $count ->
        [zero] { $count } حرف على الأقل.
        [one] حرف واحد على الأقل.
        [two] حرفان على الأقل.
        [few] { $count } أحرف على الأقل.
        [many] { $count } حرفًا على الأقل.
       *[other] { $count } حرف على الأقل.
    } بضع كلمات عشوائية سهلة التذكّر وصعبة التخمين.
accounts-setup-password-again-label = كلمة المرور مرة أخرى
accounts-setup-password-again-hint = الكلمة نفسها مرة أخرى، تحسّبًا لزلّة إصبع.
accounts-setup-button = إنشاء حساب

accounts-setup-error-name-invalid = أدخل اسم مستخدم. استخدم الأحرف اللاتينية الصغيرة والأرقام والرموز . _ = - / + فقط.
accounts-setup-error-name-taken = اسم المستخدم هذا محجوز. اختر اسمًا آخر.
accounts-setup-error-passwords-differ = كلمتا المرور غير متطابقتين. أدخلهما مرة أخرى.
accounts-setup-error-password-too-short =
    { $count ->
        [zero] كلمة المرور قصيرة جدًا. استخدم { $count } حرف على الأقل.
        [one] كلمة المرور قصيرة جدًا. استخدم حرفًا واحدًا على الأقل.
        [two] كلمة المرور قصيرة جدًا. استخدم حرفين على الأقل.
        [few] كلمة المرور قصيرة جدًا. استخدم { $count } أحرف على الأقل.
        [many] كلمة المرور قصيرة جدًا. استخدم { $count } حرفًا على الأقل.
       *[other] كلمة المرور قصيرة جدًا. استخدم { $count } حرف على الأقل.
    }

accounts-setup-done-title = خادمك جاهز
accounts-setup-done = أصبح { $user } هو المسؤول. افتح { $address } في متصفح وسجّل الدخول، أو اختره خادمًا رئيسيًا في أي عميل Matrix.
accounts-setup-done-user-label = معرّف Matrix
accounts-setup-done-address-label = الخادم الرئيسي

accounts-setup-refused-title = هذا الرابط لا يعمل
accounts-setup-refused = استُخدم من قبل أو أنه غير مكتمل. وما دام الخادم بلا مسؤول، فإنه يعرض رابطًا جديدًا عند كل إعادة تشغيل.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = قبل أن تنضم
# $server is the server's name, such as example.org.
accounts-terms-intro = للحصول على حساب على { $server } فإنك توافق على:
accounts-terms-button = أوافق
accounts-terms-done-title = شكرًا
accounts-terms-done = عد إلى تطبيقك، وسيتابع من تلقاء نفسه. يمكنك إغلاق هذه النافذة.
accounts-terms-over-title = لم تعد هذه الصفحة صالحة
accounts-terms-over = ابدأ من جديد في تطبيقك.

## What is kept of members, for the register of privacy.

accounts-keeps-account = معرّف Matrix الخاص بك، وهل هو لمسؤول، ومتى أُنشئ الحساب أو قُفل أو أُنهي، والشروط التي وافقت عليها.
accounts-keeps-password = قيمة تجزئة لكلمة مرورك، وليست كلمة المرور أبدًا.
accounts-keeps-profile = ملفك الشخصي: اسم العرض والصورة وكل ما تضيفه إليه.
accounts-keeps-devices = أجهزتك: أسماؤها، ومتى سُجّل الدخول عليها، ومتى ومن أي عنوان اتصلت آخر مرة.
accounts-keeps-data = الإعدادات وعوامل التصفية التي تخزّنها تطبيقاتك هنا.

## Signing in and up in the web app.

accounts-in-title = مرحبًا بعودتك
accounts-in-intro = تسجيل الدخول إلى { $server }
accounts-in-button = تسجيل الدخول
accounts-in-other = أول مرة هنا؟
accounts-in-other-link = إنشاء حساب
accounts-code-title = بجهاز آخر
accounts-code-words = على جهاز سجّلت الدخول عليه، افتح الإعدادات ثم أجهزتك، واجعله يعرض رمزًا لهذا الجهاز.
accounts-code-scan = مسح الرمز
accounts-code-enter = تسجيل الدخول باسم { $who }
accounts-code-over = لم يعد هذا الرمز صالحًا. اجعل جهازك الآخر يعرض رمزًا جديدًا.
accounts-code-camera-none = لا توجد كاميرا يمكن استخدامها. سجّل الدخول بكلمة المرور.
accounts-up-title = إنشاء حسابك
accounts-up-intro = ستكون عضوًا في { $server }
accounts-up-button = إنشاء حساب
accounts-up-terms = بإنشاء حساب فإنك توافق على:
accounts-up-other = عضو بالفعل؟
accounts-up-other-link = تسجيل الدخول

accounts-name-label = اسم المستخدم
accounts-name-hint = به يجدك الآخرون: { $example }
accounts-password-label = كلمة المرور
accounts-password-hint =
    { $count ->
        [zero] { $count } حرف على الأقل. بضع كلمات عشوائية سهلة التذكّر.
        [one] حرف واحد على الأقل. بضع كلمات عشوائية سهلة التذكّر.
        [two] حرفان على الأقل. بضع كلمات عشوائية سهلة التذكّر.
        [few] { $count } أحرف على الأقل. بضع كلمات عشوائية سهلة التذكّر.
        [many] { $count } حرفًا على الأقل. بضع كلمات عشوائية سهلة التذكّر.
       *[other] { $count } حرف على الأقل. بضع كلمات عشوائية سهلة التذكّر.
    }
accounts-token-label = رمز الدعوة
accounts-token-hint = من الشخص الذي دعاك أو الصفحة التي دعتك.

accounts-error-name-invalid = استخدم الأحرف اللاتينية الصغيرة والأرقام والرموز . _ = - / + فقط.
accounts-error-name-taken = هذا الاسم محجوز. اختر اسمًا آخر.
accounts-error-password-short =
    { $count ->
        [zero] استخدم { $count } حرف على الأقل.
        [one] استخدم حرفًا واحدًا على الأقل.
        [two] استخدم حرفين على الأقل.
        [few] استخدم { $count } أحرف على الأقل.
        [many] استخدم { $count } حرفًا على الأقل.
       *[other] استخدم { $count } حرف على الأقل.
    }
accounts-error-token-missing = أدخل رمز دعوتك.
accounts-error-token-wrong = هذا الرمز غير صالح أو لم يعد صالحًا. اطلب رمزًا جديدًا.
accounts-error-wrong = الاسم أو كلمة المرور غير صحيحة. تحقّق منهما وحاول مرة أخرى.
accounts-error-password = ليست هذه كلمة مرورك.
accounts-error-closed = لا يمكن لأحد التسجيل هنا بنفسه. اطلب حسابًا من القائمين على هذا الخادم.
accounts-error-ended = انتهى هذا الحساب.
accounts-error-locked = هذا الحساب مقفل. راجع القائمين على هذا الخادم.
accounts-insecure = يحتاج هذا التطبيق إلى اتصال آمن. افتحه من عنوان يبدأ بـ https:// أو من localhost.

accounts-device-name = Hearth في { $browser } على { $system }
accounts-device-unknown = Hearth في متصفح

accounts-out = تسجيل الخروج
accounts-out-title = تسجيل الخروج؟
accounts-out-keys = بعد تسجيل الخروج، لن يمكن قراءة رسائلك المشفّرة إلا على جهاز آخر تتوفر عليه بالفعل. ومع مفتاح الاسترداد يمكنك استعادتها.
accounts-out-unsent =
    { $count ->
        [zero] لا رسائل ولا ملفات بانتظار الإرسال.
        [one] لم يُرسل بعد عنصر واحد من الرسائل والملفات، وسيضيع.
        [two] لم يُرسل بعد عنصران من الرسائل والملفات، وسيضيعان.
        [few] لم تُرسل بعد { $count } عناصر من الرسائل والملفات، وستضيع.
        [many] لم يُرسل بعد { $count } عنصرًا من الرسائل والملفات، وستضيع.
       *[other] لم يُرسل بعد { $count } عنصر من الرسائل والملفات، وستضيع.
    }

accounts-again-title = انتهت جلستك
accounts-again-intro = أدخل كلمة مرور { $user } للمتابعة. ما زالت رسائلك على هذا الجهاز.

accounts-settings = الإعدادات
accounts-display-label = اسمك
accounts-display-hint = ما يراه الآخرون. ويبقى عنوانك { $user }.
accounts-display-button = حفظ
accounts-picture-label = صورتك
accounts-picture-hint = ما يراه الآخرون بجانب اسمك. ولا يُرسل معها مكان التقاط الصورة.

accounts-change = تغيير
accounts-change-title = تغيير كلمة المرور
accounts-change-hint = تغييرها يسجّل خروج أجهزتك الأخرى.
accounts-change-words = سيُسجَّل خروج أجهزتك الأخرى. ويبقى مفتاح الاسترداد كما هو.
accounts-change-new = كلمة المرور الجديدة
accounts-change-now = كلمة المرور الحالية
accounts-change-button = تغيير كلمة المرور
accounts-change-done = تم تغيير كلمة مرورك وتسجيل خروج أجهزتك الأخرى.

accounts-end = إنهاء
accounts-end-title = إنهاء حسابك
accounts-end-hint = إلى الأبد. لا يمكن لأحد استعادته.
accounts-end-words = ينتهي حسابك فورًا وإلى الأبد:
accounts-end-rooms = ستغادر كل الغرف.
accounts-end-said = ما قلته يبقى لدى من قلته لهم، تحت عنوانك وحده.
accounts-end-name = لن يحصل أحد على اسمك مجددًا، ولا حتى أنت.
accounts-end-button = إنهاء حسابي
accounts-ended = تم إنهاء حسابك.
accounts-elsewhere = أُنهيت جلستك من جهاز آخر، أو تغيّرت كلمة المرور منه. سجّل الدخول من جديد للمتابعة.
