### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = الرسائل وكل ما أرسلته إلى الغرف.
rooms-keeps-memberships = الغرف التي أنت فيها أو كنت فيها أو دُعيت إليها.
rooms-keeps-forgotten = الغرف التي نسيتها.
rooms-keeps-receipts = إلى أين وصلت في القراءة.
rooms-keeps-reports = البلاغات التي قدّمتها مع أسبابها.

## The list of rooms in the web app.

rooms-list = محادثاتك
rooms-filter = تصفية المحادثات
rooms-filter-unread = غير مقروءة
rooms-filter-nothing = لا شيء يطابق هذه التصفية.
rooms-list-empty = لا محادثات بعد.
rooms-section-invites = الدعوات
rooms-section-favourites = المفضلة
rooms-section-people = الأشخاص
rooms-section-rooms = الغرف
rooms-unread =
    { $count ->
        [zero] لا رسائل غير مقروءة
        [one] رسالة واحدة غير مقروءة
        [two] رسالتان غير مقروءتين
        [few] { $count } رسائل غير مقروءة
        [many] { $count } رسالة غير مقروءة
       *[other] { $count } رسالة غير مقروءة
    }
rooms-last = { $name }: { $body }
rooms-last-own = أنت: { $body }
rooms-last-nothing = لا رسائل بعد
rooms-last-unreadable = رسالة مشفّرة
rooms-invited-by = دعوة من { $name }
rooms-offline = لا يوجد اتصال. سيُرسل ما تكتبه لاحقًا.
rooms-account = حسابك { $user }

## Beginning a conversation.

rooms-new = جديد
rooms-new-person = مراسلة شخص
rooms-new-room = إنشاء غرفة
rooms-new-room-button = إنشاء غرفة
rooms-find = البحث عن غرفة
rooms-find-words = البحث في الغرف المفتوحة
rooms-find-people = اسم أو @عنوان
rooms-find-people-hint = ابحث عن شخص باسمه، أو أدخل عنوانًا كاملًا.
rooms-find-nothing = لا نتائج.
rooms-room-name = اسم الغرفة
rooms-reach = من يمكنه الانضمام؟
rooms-reach-private = المدعوون فقط
rooms-reach-private-hint = مشفّرة من طرف إلى طرف: لا يستطيع أحد غيركم قراءتها، ولا حتى الخادم.
rooms-reach-public = الجميع هنا
rooms-reach-public-hint = تظهر لجميع الأعضاء. غير مشفّرة، ليتمكن القادمون الجدد من قراءة ما قيل من قبل.
rooms-invite = دعوة أشخاص
rooms-invite-to = الدعوة إلى { $room }
rooms-invited = تمت دعوة: { $names }
rooms-invitation = دعوة من { $name } إلى هذه الغرفة.
rooms-invitation-direct = دعوة من { $name } إلى التحدث.
rooms-accept = انضمام
rooms-decline = رفض
rooms-decline-ignore = رفض وتجاهل

rooms-none-title = ألقِ التحية
rooms-none = لقد دخلت. اكتب إلى شخص تعرفه، أو اطّلع على ما يجري في الغرف المفتوحة.
rooms-none-first = لقد دخلت. لا توجد غرف مفتوحة بعد: أنشئ الغرفة الأولى، أو ادعُ أشخاصًا.
rooms-none-open-title = تابع من حيث توقفت
rooms-none-open = اختر محادثة أو ابدأ محادثة جديدة.
rooms-unknown-title = لست في هذه الغرفة
rooms-unknown = يؤدي الرابط إلى غرفة غادرتها أو لم تُدعَ إليها.
rooms-removed = أُزلت من هذه الغرفة بواسطة { $who }.
rooms-removed-banned = حُظرت من هذه الغرفة بواسطة { $who }.
rooms-removed-why = السبب: { $reason }
rooms-banned = لا يمكنك الدخول إلى أن يُرفع الحظر.
rooms-ask = طلب الدخول
rooms-asked = أُرسل طلب دخولك. ستظهر الدعوة بين غرفك حالما يُسمح لك بالدخول.

rooms-error-forbidden = لا يُسمح لك بذلك. اطلب من أحد في الغرفة أن يدعوك.
rooms-error-not-found = لا وجود لهذا الشخص أو هذه الغرفة. تحقّق من العنوان.
rooms-error-often = هذا كثير دفعة واحدة. انتظر لحظة ثم حاول مرة أخرى.
rooms-error-address-taken = هذا العنوان يؤدي إلى غرفة أخرى. اختر عنوانًا آخر.

## One conversation.

rooms-back = العودة إلى القائمة
rooms-more = المزيد عن هذه الغرفة
rooms-about = حول هذه الغرفة
rooms-encrypted = مشفّرة من طرف إلى طرف
rooms-encrypted-verified = مشفّرة من طرف إلى طرف، ومتحقَّق منها
rooms-members =
    { $count ->
        [zero] لا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $count } أعضاء
        [many] { $count } عضوًا
       *[other] { $count } عضو
    }
rooms-favourite = إضافة إلى المفضلة
rooms-favourite-no = إزالة من المفضلة
rooms-leave = مغادرة
rooms-leave-title = مغادرة { $room }؟
rooms-leave-open = يمكنك العودة متى شئت.
rooms-leave-closed = للعودة تحتاج إلى دعوة جديدة. وسيُمحى ما قيل هنا من أجهزتك.
rooms-messages = الرسائل
rooms-heard = رسائل جديدة
rooms-older = جارٍ جلب الرسائل الأقدم…
rooms-to-end = إلى الأحدث
rooms-to-new =
    { $count ->
        [zero] لا رسائل جديدة
        [one] رسالة جديدة واحدة
        [two] رسالتان جديدتان
        [few] { $count } رسائل جديدة
        [many] { $count } رسالة جديدة
       *[other] { $count } رسالة جديدة
    }
rooms-link-unknown = لا يمكن عرض هذه الرسالة: إما أنها غير موجودة أو أُرسلت قبل انضمامك.
rooms-link-offline = لا يمكن جلب هذه الرسالة دون اتصال.
rooms-new-from-here = جديد
rooms-message = { $name }، { $time }
rooms-message-more = المزيد عن هذه الرسالة
rooms-write = رسالة إلى { $room }
rooms-write-thread = رد في هذا الموضوع الجانبي
rooms-too-long = هذا أطول مما تتسع له رسالة واحدة. أرسله على أجزاء أو في ملف.
rooms-quiet = الكتابة هنا لبعض الأشخاص فقط. يمكنك متابعة ما يُكتب.
rooms-moved = تستمر هذه المحادثة في غرفة أخرى.
rooms-moved-button = الانتقال إليها
rooms-send = إرسال
rooms-mention = أشخاص يمكنك الإشارة إليهم
rooms-typing =
    { $count ->
        [zero] { $names } يكتب…
        [one] { $names } يكتب…
        [two] { $names } يكتبان…
        [few] { $names } يكتبون…
        [many] { $names } يكتبون…
       *[other] { $names } يكتبون…
    }
rooms-reply = رد
rooms-reply-in-thread = رد في موضوع جانبي
rooms-thread =
    { $count ->
        [zero] لا ردود
        [one] رد واحد
        [two] ردّان
        [few] { $count } ردود
        [many] { $count } ردًا
       *[other] { $count } رد
    }
rooms-threads =
    { $count ->
        [0] المواضيع الجانبية
        [one] المواضيع الجانبية، واحد غير مقروء
        [two] المواضيع الجانبية، اثنان غير مقروءين
        [few] المواضيع الجانبية، { $count } غير مقروءة
        [many] المواضيع الجانبية، { $count } غير مقروء
       *[other] المواضيع الجانبية، { $count } غير مقروء
    }
rooms-replying = رد على { $name }: { $body }
rooms-edit = تعديل
rooms-editing = تعديل رسالتك
rooms-edited = (معدَّلة)
rooms-unfold = عرض الكل
rooms-fold = عرض أقل
rooms-copy = نسخ النص
rooms-copy-link = نسخ الرابط
rooms-delete = حذف لدى الجميع
rooms-deleted = حُذفت
rooms-deleted-by = حُذفت بواسطة { $name }
rooms-deleted-why = حُذفت بواسطة { $name }: { $reason }
rooms-quote-unknown = رسالة سابقة
rooms-quote-nothing = …
rooms-react = تفاعل
rooms-reactions = التفاعلات
rooms-reaction = من { $names }
rooms-sending = جارٍ الإرسال…
rooms-waiting = بانتظار الاتصال
rooms-failed = لم تُرسل.
rooms-retry = إعادة المحاولة
rooms-discard = تجاهل
rooms-read-by = قرأها { $names }

rooms-notice-created = إنشاء الغرفة بواسطة { $who }
rooms-notice-joined = انضمام { $whom } إلى الغرفة
rooms-notice-invited = دعوة { $whom } من { $who }
rooms-notice-declined = رفض الدعوة من { $whom }
rooms-notice-withdrawn = سحب دعوة { $whom } بواسطة { $who }
rooms-notice-knocked = طلب دخول من { $whom }
rooms-notice-left = مغادرة { $whom } للغرفة
rooms-notice-removed = إزالة { $whom } بواسطة { $who }
rooms-notice-banned = حظر { $whom } بواسطة { $who }
rooms-notice-unbanned = رفع الحظر عن { $whom } بواسطة { $who }
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = تغيير اسم { $whom } إلى { $name }
rooms-notice-described = تحديد الموضوع بواسطة { $who }: { $name }
rooms-notice-undescribed = إزالة الموضوع بواسطة { $who }
rooms-notice-pictured = تغيير صورة الغرفة بواسطة { $who }
rooms-notice-opened = تغيير من يمكنه الدخول بواسطة { $who }
rooms-notice-history = تغيير من يمكنه قراءة ما قيل من قبل بواسطة { $who }
rooms-notice-pinned = تغيير المثبّتات بواسطة { $who }
rooms-notice-promoted = تغيير دور { $whom } بواسطة { $who }
rooms-notice-ruled = تغيير الصلاحيات هنا بواسطة { $who }
rooms-notice-replaced = نقل هذه المحادثة إلى غرفة جديدة بواسطة { $who }
rooms-notice-named = تسمية الغرفة { $name } بواسطة { $who }
rooms-notice-encrypted = الرسائل من هنا فصاعدًا مشفّرة من طرف إلى طرف
rooms-notice-more =
    { $count ->
        [zero] { $count } أخرى
        [one] واحدة أخرى
        [two] اثنتان أخريان
        [few] { $count } أخرى
        [many] { $count } أخرى
       *[other] { $count } أخرى
    }
