### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = الأيام منذ آخر حضور
churn-feature-recency-by-median-gap = الصمت مقارنةً بالانقطاع المعتاد
churn-feature-recency-by-mean-gap = الصمت مقارنةً بمتوسط الانقطاع
churn-feature-recency-by-longest-gap = الصمت مقارنةً بأطول انقطاع
churn-feature-pause-survival = نسبة الانقطاعات السابقة التي لم تقل مدتها عن الحالي
churn-feature-gap-mean = متوسط الأيام بين أيام النشاط
churn-feature-gap-median = الأيام المعتادة بين أيام النشاط
churn-feature-gap-deviation = مدى عدم انتظام الانقطاعات
churn-feature-gap-longest = أطول انقطاع، بالأيام
churn-feature-gap-p90 = الانقطاع الذي لا تتجاوزه تسعة من عشرة، بالأيام
churn-feature-tenure = الأيام منذ القدوم
churn-feature-recency-by-tenure = الصمت كنسبة من مدة العضوية
churn-feature-traces = كل النشاط
churn-feature-traces-1d = نشاط اليوم الأخير
churn-feature-traces-3d = نشاط آخر 3 أيام
churn-feature-traces-7d = نشاط آخر 7 أيام
churn-feature-traces-14d = نشاط آخر 14 يومًا
churn-feature-traces-30d = نشاط آخر 30 يومًا
churn-feature-traces-90d = نشاط آخر 90 يومًا
churn-feature-days = مجموع أيام النشاط
churn-feature-days-3d = أيام النشاط في آخر 3 أيام
churn-feature-days-7d = أيام النشاط في آخر 7 أيام
churn-feature-days-14d = أيام النشاط في آخر 14 يومًا
churn-feature-days-30d = أيام النشاط في آخر 30 يومًا
churn-feature-days-90d = أيام النشاط في آخر 90 يومًا
churn-feature-days-by-tenure = نسبة الأيام التي كان فيها نشاط
churn-feature-traces-by-day = النشاط في يوم النشاط
churn-feature-faded-1d = النشاط، متلاشيًا خلال يوم واحد
churn-feature-faded-3d = النشاط، متلاشيًا خلال 3 أيام
churn-feature-faded-7d = النشاط، متلاشيًا خلال 7 أيام
churn-feature-faded-14d = النشاط، متلاشيًا خلال 14 يومًا
churn-feature-faded-30d = النشاط، متلاشيًا خلال 30 يومًا
churn-feature-faded-90d = النشاط، متلاشيًا خلال 90 يومًا
churn-feature-trend-3d-14d = نشاط هذه الأيام مقارنةً بأسبوعين
churn-feature-trend-7d-30d = نشاط هذا الأسبوع مقارنةً بشهر
churn-feature-trend-14d-90d = نشاط أسبوعين مقارنةً بثلاثة أشهر
churn-feature-days-this-week-by-last = أيام النشاط هذا الأسبوع مقارنةً بالأسبوع الماضي
churn-feature-days-fortnight-by-last = أيام النشاط في آخر أسبوعين مقارنةً بالأسبوعين قبلهما
churn-feature-days-last-week = أيام النشاط في الأسبوع السابق
churn-feature-usual-weeks-missed = الأيام المعتادة التي غاب فيها العضو، محسوبةً بالأسابيع
churn-feature-streak = آخر أيام النشاط المتتالية
churn-feature-weeks-active = نسبة الأسابيع الأخيرة التي فيها نشاط
churn-feature-sessions = مجموع الزيارات
churn-feature-session-length = النشاط في الزيارة
churn-feature-session-last = النشاط في الزيارة الأخيرة
churn-feature-weekend-share = نسبة النشاط في عطلة نهاية الأسبوع (UTC)
churn-feature-day-evenness = مدى توزّع النشاط بالتساوي على اليوم
churn-feature-quarter-1 = نسبة النشاط من الساعة 0 إلى 6 (UTC)
churn-feature-quarter-2 = نسبة النشاط من الساعة 6 إلى 12 (UTC)
churn-feature-quarter-3 = نسبة النشاط من الساعة 12 إلى 18 (UTC)
churn-feature-quarter-4 = نسبة النشاط من الساعة 18 إلى 24 (UTC)
churn-feature-hours-drift = مدى اختلاف ساعات الحضور الأخيرة عن المعتادة (UTC)
churn-feature-weekdays-drift = مدى اختلاف أيام الأسبوع الأخيرة عن المعتادة (UTC)
churn-feature-kinds = أنواع الأفعال
churn-feature-kind-evenness = مدى توزّع الأفعال بالتساوي على الأنواع
churn-feature-main-kind-share = نسبة أكثر الأفعال تكرارًا
churn-feature-directed-share = نسبة النشاط الموجّه إلى شخص ما
churn-feature-rooms = الغرف التي كان فيها العضو
churn-feature-main-room-share = نسبة النشاط في الغرفة الرئيسية
churn-feature-main-room-traffic = مقدار الحركة في الغرفة الرئيسية
churn-feature-main-room-trend = الغرفة الرئيسية، هذه الأيام مقارنةً بما قبل
churn-feature-main-room-silence = أيام الصمت في الغرفة الرئيسية
churn-feature-peers = الأشخاص الذين توجّه إليهم العضو
churn-feature-sent-3d = المرسَل إلى الآخرين، متلاشيًا خلال 3 أيام
churn-feature-sent-10d = المرسَل إلى الآخرين، متلاشيًا خلال 10 أيام
churn-feature-sent-40d = المرسَل إلى الآخرين، متلاشيًا خلال 40 يومًا
churn-feature-received = مجموع المستلَم من الآخرين
churn-feature-received-3d = المستلَم، متلاشيًا خلال 3 أيام
churn-feature-received-10d = المستلَم، متلاشيًا خلال 10 أيام
churn-feature-received-40d = المستلَم، متلاشيًا خلال 40 يومًا
churn-feature-received-trend = المستلَم هذه الأيام مقارنةً بما قبل
churn-feature-received-by-sent = المستلَم مقارنةً بالمرسَل
churn-feature-received-since = المستلَم منذ آخر حضور
churn-feature-received-ago = الأيام منذ آخر شيء استُلم
churn-feature-answered-10d = الردود المستلَمة، متلاشيةً خلال 10 أيام
churn-feature-answered-share = نسبة المرسَل الذي لقي ردًا
churn-feature-my-latency = المدة التي يستغرقها العضو في الرد
churn-feature-their-latency = المدة التي ينتظرها العضو للحصول على رد
churn-feature-answers-given = الردود المقدَّمة
churn-feature-answers-got = الردود المستلَمة
churn-feature-begun = المحادثات التي بدأها العضو
churn-feature-met = المحادثات التي بدأها آخرون
churn-feature-begun-share = المحادثات التي بدأها العضو مقارنةً بالتي بدأها آخرون
churn-feature-contacts-mutual = جهات الاتصال ذات المراسلة المتبادلة
churn-feature-contacts-unanswered = جهات الاتصال التي لم ترد
churn-feature-contacts-waiting = جهات الاتصال التي تنتظر ردًا
churn-feature-contacts-concentration = نسبة جهة الاتصال الرئيسية
churn-feature-contacts-here-7d = جهات الاتصال التي حضرت خلال 7 أيام
churn-feature-contacts-silence = مدة صمت جهات الاتصال
churn-feature-contacts-traces = مدى نشاط جهات الاتصال
churn-feature-contacts-recent = جهات الاتصال في آخر 7 أيام
churn-feature-contacts-gone-share = نسبة جهات الاتصال الصامتة منذ 14 يومًا أو أكثر
churn-feature-contacts-gone-lately = جهات الاتصال التي صمتت قبل أسبوعين إلى 6 أسابيع
churn-feature-contacts-risk = مدى غرابة طول صمت جهات الاتصال
churn-feature-friction-10d = ما تعطّل لدى العضو، متلاشيًا خلال 10 أيام
churn-feature-rooms-joined-40d = الغرف التي دخلها العضو، متلاشيةً خلال 40 يومًا
churn-feature-rooms-left-40d = الغرف التي غادرها العضو، متلاشيةً خلال 40 يومًا
churn-feature-moderated-40d = إجراءات المشرفين تجاه العضو، متلاشيةً خلال 40 يومًا
churn-feature-expected-days = أيام النشاط المتوقعة وفق نمط الحضور
churn-feature-alive = احتمال البقاء حتى الآن وفق نمط الحضور

## Reasons.

churn-reason-silence = صمت طويل
churn-reason-little-activity = نشاط قليل
churn-reason-fading = نشاط أقل من السابق
churn-reason-broken-rhythm = غياب أطول من المعتاد
churn-reason-changed-hours = حضور في ساعات تختلف عن ساعات الباقين
churn-reason-changed-use = استخدام يختلف عن استخدام الباقين
churn-reason-rooms = يبقى عدد أقل في غرف كهذه
churn-reason-few-answers = ردود قليلة من الآخرين
churn-reason-contacts = جهات اتصال قليلة أو لم تعد هنا
churn-reason-new-here = يبقى عدد أقل ممن لهم المدة نفسها هنا
churn-reason-friction = تعرّض لأعطال
churn-reason-moderation = إجراءات من آخرين أو من المشرفين

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [zero] { $number } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $number } أيام
        [many] { $number } يومًا
       *[other] { $number } يوم
    }
churn-value-hours =
    { $number ->
        [zero] { $number } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $number } ساعات
        [many] { $number } ساعة
       *[other] { $number } ساعة
    }
churn-value-minutes =
    { $number ->
        [zero] { $number } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $number } دقائق
        [many] { $number } دقيقة
       *[other] { $number } دقيقة
    }
churn-value-seconds =
    { $number ->
        [zero] { $number } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $number } ثوانٍ
        [many] { $number } ثانية
       *[other] { $number } ثانية
    }
churn-value-percent = { $number }٪
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = تجربة سيئة
churn-cause-trust = مخاوف على الخصوصية والأمان
churn-cause-product = منتج محدود أو راكد
churn-cause-elsewhere = ما كانوا يبحثون عنه صار في مكان آخر

## The page of `hearth churn report`.

churn-report-title = من يوشك على المغادرة
churn-report-about = كل توقّع أعدّه نموذج لم يعرف إلا ما سبقه. وتشمل الأرقام الصغيرة 95٪ مما كانت ستعطيه عيّنات أخرى من الأعضاء.
churn-report-judged =
    المغادرة صمت يدوم { $days ->
        [zero] { $days } يوم
        [one] يومًا واحدًا
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }. جرى تقييم { $rows ->
        [zero] { $rows } توقّع
        [one] توقّع واحد
        [two] توقّعين
        [few] { $rows } توقّعات
        [many] { $rows } توقّعًا
       *[other] { $rows } توقّع
    } عن { $members ->
        [zero] { $members } عضو
        [one] عضو واحد
        [two] عضوين
        [few] { $members } أعضاء
        [many] { $members } عضوًا
       *[other] { $members } عضو
    } في { $moments ->
        [zero] { $moments } لحظة
        [one] لحظة واحدة
        [two] لحظتين
        [few] { $moments } لحظات
        [many] { $moments } لحظة
       *[other] { $moments } لحظة
    }، وكان { $left } منها عن أعضاء غادروا.
churn-report-figures = الأرقام
churn-report-gain = كم منهم يُكتشف
churn-report-calibration = هل تعني الاحتمالات ما تقوله؟
churn-report-survival = من يبقى، بحسب التوقّع
churn-report-pauses = ما يُعدّ مغادرة
churn-report-reasons = الأسباب
churn-report-time = ما تُوقّع وما حدث
churn-report-drift = ما الذي تحرّك
churn-report-gain-about = عند التنبيه إلى النسبة المبيّنة من الأعضاء، بدءًا بالأكثر احتمالًا، يبيّن الخط نسبة المغادرين بينهم. وكلما ارتفع كان أفضل.
churn-report-gain-x = نسبة الأعضاء
churn-report-gain-y = نسبة المغادرين
churn-report-calibration-about = خمس عشرة مجموعة متساوية: متوسط ما تُوقّع وعدد من غادر. على الخط المستقيم يتساوى الاثنان.
churn-report-calibration-x = المتوقَّع
churn-report-calibration-y = غادروا
churn-report-survival-about = نسبة من لم يغادر بعد هذا العدد من الأيام، لأثلاث الخطر الأدنى والأوسط والأعلى (كابلان وماير).
churn-report-survival-x = الأيام
churn-report-survival-y = ما زالوا هنا
churn-report-pauses-about = نسبة الانقطاعات بين أيام النشاط التي لا تزيد على هذه المدة. المغادرة صمت لا تتجاوزه تسعة من كل عشرة انقطاعات، أو، إن كان السجل أقصر من ذلك، أطول صمت يمكنه الدلالة عليه.
churn-report-pauses-x = الأيام
churn-report-pauses-y = نسبة الانقطاعات
churn-report-pauses-line = الانقطاعات
churn-report-covered = تسعة من عشرة
churn-report-horizon = يُعدّ مغادرة
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = الصمت وحده
churn-report-right = صحيح تمامًا
churn-report-said = المتوقَّع
churn-report-came = الواقع
churn-report-low = أدنى خطر
churn-report-middle = خطر متوسط
churn-report-high = أعلى خطر
churn-report-time-about = متوسط ما تُوقّع ونسبة من غادر، في كل لحظة جرى تقييمها.
churn-report-time-x = الأيام منذ اللحظة الأولى
churn-report-time-y = النسبة
churn-report-drift-about = مدى تحرّك السمات من أول لحظة جرى تقييمها إلى آخر لحظة (مؤشر استقرار المجتمع الإحصائي): دون 0.1 لم تتحرّك، وفوق 0.25 تحرّكت كثيرًا. والمجتمع الذي يتقدّم به العمر يتحرّك من تلقاء نفسه؛ أما النموذج فيتعلّم من جديد في كل لحظة جرى تقييمها.
churn-report-figure-auc-within = AUC ضمن لحظة واحدة
churn-report-figure-auc = AUC، مجمّعة
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = رفع العُشر الأعلى
churn-report-figure-log-loss = الخسارة اللوغاريتمية
churn-report-figure-brier = مقياس براير
churn-report-figure-calibration-error = خطأ المعايرة
churn-report-reasons-about = كم مرة جاء كل سبب أولًا، وكم عضوًا غادر في تلك الحالات. السبب هو ما يجعل احتمال مغادرة العضو أكبر من احتمال مغادرة العضو المتوسط في المجتمع، حتى إن لم تكن مغادرته مرجّحة. ولا يُذكر ما جاء أقل من عشر مرات.
churn-report-reasons-reason = السبب الأول
churn-report-reasons-cause = أصل السبب
churn-report-reasons-members = التوقّعات
churn-report-reasons-left = غادروا
