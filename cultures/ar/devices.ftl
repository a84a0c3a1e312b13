### The devices that a member is signed in on.

devices-title = أجهزتك
devices-words = الأجهزة التي سجّلت الدخول عليها.
devices-button = عرض
devices-this = هذا الجهاز
devices-seen = آخر استخدام: { $when }
devices-unverified = لم يتم التحقق منه. إن لم يكن لك فسجّل خروجه.
devices-long = لم يُستخدم منذ أشهر. سجّل خروجه إن لم يعد لديك.
devices-name = اسم الجهاز
devices-rename = إعادة تسمية
devices-verify = تحقّق
devices-out = تسجيل الخروج
devices-out-others = تسجيل خروج كل الأجهزة الأخرى
devices-out-words =
    { $count ->
        [zero] لا أجهزة لتسجيل خروجها.
        [one] سيُسجَّل خروج ذلك الجهاز فورًا. أدخل كلمة المرور للتأكيد.
        [two] سيُسجَّل خروج هذين الجهازين فورًا. أدخل كلمة المرور للتأكيد.
        [few] سيُسجَّل خروج هذه الأجهزة الـ{ $count } فورًا. أدخل كلمة المرور للتأكيد.
        [many] سيُسجَّل خروج { $count } جهازًا فورًا. أدخل كلمة المرور للتأكيد.
       *[other] سيُسجَّل خروج { $count } جهاز فورًا. أدخل كلمة المرور للتأكيد.
    }
