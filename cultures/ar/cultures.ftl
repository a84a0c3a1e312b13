### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = اللغة والمنطقة
cultures-usual = المعتاد: { $what }
cultures-calendar = التقويم
cultures-numerals = الأرقام
cultures-week = أول أيام الأسبوع
cultures-weekend = عطلة نهاية الأسبوع
cultures-hours = صيغة الوقت
cultures-names = ترتيب الأسماء
cultures-names-given = الاسم الأول أولًا
cultures-names-family = اسم العائلة أولًا
cultures-density = التباعد
cultures-density-compact = متراص
cultures-density-roomy = واسع
cultures-quiet = ساعات الهدوء
cultures-quiet-hint = متى ينبغي أن تنتظر الإشعارات. لعطلات نهاية الأسبوع والأعياد وقت انتهاء خاص بها.
cultures-quiet-from = من
cultures-quiet-to = إلى
cultures-quiet-to-free = إلى، في أيام العطل
cultures-greetings = التهاني في الأعياد
cultures-festivals = أعياد التقويم القمري
cultures-example = تظهر الآن هكذا
cultures-given = الاسم الأول
cultures-family = اسم العائلة
cultures-person = جزءا اسمك
cultures-person-hint = إذا ملأت الجزأين فسيراهما كل قارئ بترتيب لغته.

cultures-minimum-age =
    { $age ->
        [zero] لا حد أدنى للعمر.
        [one] يجب أن يكون عمرك سنة واحدة على الأقل للانضمام.
        [two] يجب أن يكون عمرك سنتين على الأقل للانضمام.
        [few] يجب أن يكون عمرك { $age } سنوات على الأقل للانضمام.
        [many] يجب أن يكون عمرك { $age } سنة على الأقل للانضمام.
       *[other] يجب أن يكون عمرك { $age } سنة على الأقل للانضمام.
    }
