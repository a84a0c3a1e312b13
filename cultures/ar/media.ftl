### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = الملفات التي رفعتها: المحتوى والاسم والنوع والحجم والوقت.

## Files in a conversation of the web app.

media-attach = إرفاق ملفات
media-drop = أفلت الملفات هنا لإرفاقها
media-chosen = ملفات للإرسال
media-caption = إضافة تعليق
media-remove = عدم إرسال { $name }
media-smaller = إرسال الصور الكبيرة بحجم أصغر
media-large = الملف { $name } كبير جدًا. الحد الأقصى للملفات هنا { $size }.
media-empty = { $name } فارغ، أو أنه مجلد.
media-unreadable = تعذّرت قراءة { $name }. أزِل الملف ثم اختره مجددًا.
media-many = الحد الأقصى للملفات المرسلة دفعة واحدة: { $count }. أرسل هذه أولًا.
media-sending = جارٍ إرسال { $name }
media-open-picture = فتح الصورة { $name }
media-play = تشغيل { $name }
media-play-voice = تشغيل الرسالة الصوتية
media-download = تنزيل { $name }
media-keep = تنزيل
media-record = تسجيل رسالة صوتية
media-recording = جارٍ التسجيل
media-microphone = لا يمكن استخدام الميكروفون. اسمح به لهذه الصفحة في متصفحك ثم حاول مجددًا.
media-voice = رسالة صوتية
media-unreached = تعذّر جلب الملف. حاول مجددًا.
media-gone = لم يعد الملف على الخادم.
media-damaged = تغيّر الملف في الطريق، لذلك لا يُفتح.
media-unshowable = لا يمكن عرض الملف هنا. يمكنك تنزيله.
media-no-picture = هذه ليست صورة يمكن عرضها. اختر PNG أو JPEG أو GIF أو WebP.
media-opening = جارٍ فتح الصورة
media-actual = الحجم الفعلي
media-previous = الصورة السابقة
media-next = الصورة التالية
media-from = { $name }، { $time }
