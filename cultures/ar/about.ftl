### One room: what it is, who is in it, and what may be changed.

about-title = حول هذه الغرفة
about-back = رجوع
about-ways = المزيد عن هذه الغرفة
about-encrypted = مشفّرة من طرف إلى طرف: لا يقرأ ما يُقال إلا من هم فيها.
about-not-encrypted = غير مشفّرة: يمكن لمن يدير الخادم قراءتها أيضًا.
about-entry-anybody = يمكن لكل من هنا العثور عليها والدخول.
about-entry-asking = يمكن لأي شخص طلب الدخول.
about-entry-members-of = يمكن لأعضاء مجتمعها الدخول.
about-entry-invited = الدخول للمدعوّين فقط.
about-history-world = يمكن لأي شخص قراءتها، حتى دون انضمام.
about-history-beginning = يمكن للمنضمّين قراءة ما قيل من قبل.
about-history-invitation = يمكن للمنضمّين قراءة ما قيل منذ دعوتهم.
about-history-joining = لا يقرأ المنضمّون إلا ما يُقال منذ انضمامهم.

about-calls = إشعاري عند
about-calls-all = كل الرسائل
about-calls-mentions = الإشارات فقط
about-calls-none = لا شيء

## The people in a room.

about-members = الأعضاء
about-members-search = البحث عن أعضاء
about-members-here = في الغرفة
about-members-invited = مدعوّون
about-members-asking = يطلبون الدخول
about-members-banned = محظورون

about-here = في هذه الغرفة
about-role = الدور
about-role-owner = مالك
about-role-admin = مسؤول
about-role-moderator = مشرف
about-role-member = عضو
about-role-custom = المستوى { $level }
about-role-own = إذا خفّضت دورك فلن يعيده إليك إلا شخص آخر.
about-banned = حظر سارٍ

about-let-in = السماح بالدخول
about-remove = إزالة
about-remove-title = إزالة { $name }؟
about-remove-words = سيغادر { $name } الغرفة مع إبلاغه بالسبب. العودة ممكنة إذا كانت الغرفة مفتوحة أو بدعوة من أحد الأعضاء.
about-ban = حظر
about-ban-title = حظر { $name }؟
about-ban-words = سيغادر { $name } الغرفة بلا إمكانية للعودة، ولو بدعوة، إلى أن يُرفع الحظر. وتبقى الرسائل السابقة.
about-unban = رفع الحظر

about-refused-level = تحتاج هنا إلى هذا الدور: { $role }.
about-refused-rank = دور { $name } مساوٍ لدورك أو أعلى منه، فلا يمكنك الإزالة.
about-error-forbidden = دورك في هذه الغرفة لا يسمح بذلك. ربما تغيّر للتو.

## The settings of a room.

about-settings = إعدادات الغرفة
about-save = حفظ
about-topic = الموضوع
about-topic-hint = الغرض من الغرفة، في جملة واحدة.
about-picture = اختيار صورة
about-entry-invited-hint = يدعو الأعضاء من ينبغي أن يدخل.
about-entry-asking-label = من يطلب الدخول ويُقبل طلبه
about-entry-asking-hint = يمكن لأي شخص أن يطلب؛ والقرار للأعضاء الذين يحق لهم الدعوة.
about-entry-anybody-hint = الغرفة مدرجة في القائمة، ويمكن لكل من هنا الدخول دون طلب.
about-history = من يمكنه قراءة ما قيل من قبل؟
about-history-beginning-label = الأعضاء، منذ البداية
about-history-beginning-hint = يرى القادمون الجدد المحادثة كاملة. ومن الرسائل المشفّرة يرون ما يُرسل من الآن فصاعدًا.
about-history-invitation-label = الأعضاء، منذ دعوتهم
about-history-joining-label = الأعضاء، منذ انضمامهم
about-history-later-hint = ما قيل من قبل يبقى مخفيًا عن القادمين الجدد.
about-history-world-label = أي شخص
about-history-world-hint = حتى من لم ينضم يمكنه قراءتها.

about-addresses = العناوين
about-addresses-remove = إزالة { $address }
about-addresses-new = عنوان جديد
about-addresses-hint = كلمة قصيرة بلا مسافات، مثل garden. الروابط التي تحملها تؤدي إلى هنا.
about-addresses-add = إضافة عنوان

about-deeds = الصلاحيات
about-deeds-words = لمن لديه هذا الدور أو دور أعلى.
about-deed-say = كتابة الرسائل
about-deed-invite = دعوة أشخاص
about-deed-delete = حذف رسائل الآخرين
about-deed-remove = إزالة أشخاص
about-deed-ban = حظر أشخاص
about-deed-name = تغيير الاسم
about-deed-topic = تغيير الموضوع
about-deed-picture = تغيير الصورة
about-deed-rooms = إضافة الغرف وإخراجها
about-deed-roles = منح الأدوار
