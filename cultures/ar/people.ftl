### One person: who they are, and what one can do.

people-title = الملف الشخصي
people-message = إرسال رسالة
people-met = الغرف المشتركة
people-unknown = لا أحد بهذا العنوان.
people-ignore = تجاهل
people-ignore-no = إلغاء التجاهل
people-ignore-words = لن ترى رسائل هذا الشخص بعد الآن، ولن يمكنه دعوتك. ولن يُبلَّغ بذلك.
people-ignored = أنت تتجاهل { $name }.
people-ignored-title = أشخاص تتجاهلهم

## Telling those who run the server of something.

people-report = إبلاغ
people-report-message = الإبلاغ عن هذه الرسالة
people-report-room = الإبلاغ عن هذه الغرفة
people-report-space = الإبلاغ عن هذا المجتمع
people-report-person = الإبلاغ عن هذا الشخص
people-report-words = يقرأ مديرو هذا الخادم بلاغك. ولا يُخبَر به غيرهم.
people-reported = شكرًا لك. أُرسل بلاغك.
people-reason = ما المشكلة؟
people-reason-optional = السبب (اختياري)

## Deleting what was said.

people-delete-title = حذف رسالة { $name }؟
people-delete-words = ستختفي لدى الجميع ولا يمكن استعادتها. ويبقى ظاهرًا أنها كانت هنا وأنك حذفتها.
people-delete-own-title = حذف رسالتك؟
