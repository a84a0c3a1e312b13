### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = تشغيل المراسلة
privacy-service-what = يُخزَّن حسابك وأجهزتك وغرفك وما ترسله، ويُنقل إلى من تكتب إليهم.
privacy-service-why = من دون ذلك لا وجود للمراسلة.
privacy-service-data = كل ما تحفظه الوحدات المدرجة في السجل: حسابك وملفك الشخصي، والأجهزة ومفاتيحها، والغرف، والرسائل، والملفات، وإيصالات القراءة، والإعدادات.
privacy-service-kept = إلى أن تحذفه أو ينتهي حسابك. وما كتبته في الغرف يبقى فيها للآخرين ما لم تحذفه.

privacy-security-name = حماية الحسابات والأشخاص
privacy-security-what = تُرصد عمليات تسجيل الدخول والمحاولات الفاشلة والعنوان الذي تتصل منه أجهزتك. وتصل البلاغات عن الرسائل والغرف والأشخاص إلى القائمين على الخادم.
privacy-security-why = كي لا يستولي أحد على حسابك، ويمكن إيقاف من يضايق الآخرين.
privacy-security-data = أوقات تسجيل الدخول، وآخر عنوان لكل جهاز، وعدد كلمات المرور الخاطئة، والبلاغات مع أسبابها.
privacy-security-kept = عنوان الجهاز إلى أن يُسجَّل خروجه، والبلاغات ما دام الخادم يعمل. ويُحفظ خبر إدخال كلمة مرور خاطئة إلى أن لا يبقى له مكان في قائمة أحداث الخادم.

privacy-retention-name = ملاحظة ابتعاد الأشخاص
privacy-retention-what = يُحصى متى تكون هنا وماذا تفعل: كم رسالة ترسل وتتلقى وفي أي نوع من الغرف، ومَن يرد على مَن، والدعوات والمكالمات والصعوبات التي تواجهها. ولا يُنظر أبدًا في ما تكتبه.
privacy-retention-why = كي يعرف القائمون على هذا المجتمع مبكرًا من يوشك على المغادرة ولماذا، ويصلحوا ما يُبعد الناس.
privacy-retention-data = أنواع الأفعال والأوقات والأعداد والأحجام التقريبية ومعرّفات الغرف والأشخاص. ولا تشمل أبدًا كلمات أو أسماء أو صورًا أو ملفات.
privacy-retention-kept = يبيّن السجل لكل مؤشر كم يومًا يُحفظ. ومنذ لحظة رفضك لا يُحصى شيء بعدها. وعند انتهاء حسابك يُحذف ما أُحصي.

privacy-product-name = تحسين التطبيق
privacy-product-what = يُحصى أي أجزاء التطبيق تستخدم، وأين يتعطّل، وكم تنتظره.
privacy-product-why = كي يُعثر على ما يعيقك ويُصلَح.
privacy-product-data = أسماء وظائف من قائمة ثابتة، وأنواع الأخطاء، وأوقات الانتظار، وإصدار التطبيق. ولا تشمل أبدًا ما تكتبه.
privacy-product-kept = يبيّن السجل لكل مؤشر كم يومًا يُحفظ. ومنذ لحظة رفضك لا يُحصى شيء بعدها. وعند انتهاء حسابك يُحذف ما أُحصي.

privacy-personal-name = مساعدتك في الوقت المناسب
privacy-personal-what = يُستخدم ما عُرف عنك، مثل أنك قد توشك على المغادرة، لمراسلتك أو عرض المساعدة عليك أو إظهار شيء لك.
privacy-personal-why = كي تحصل على المساعدة قبل فوات الأوان، ولا تُزعَج بلا داعٍ.
privacy-personal-data = ما عُرف عنك مع أسبابه، وما فُعل من أجلك، وما نتج عنه.
privacy-personal-kept = إلى أن ينتهي حسابك. ومنذ لحظة رفضك لا يُفعل شيء بناءً عليه.

## What makes a use of personal data lawful.

privacy-basis-contract = هو ضروري لما طلبت منا القيام به (عقد).
privacy-basis-interest = لدينا مصلحة مشروعة لا ترجح عليها مصلحتك.
privacy-basis-consent = القرار لك، ويمكنك تغيير رأيك في أي وقت (موافقة).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = متوقف إلى أن توافق.
privacy-default-notice = مفعّل منذ إبلاغك به وإلى أن ترفض. ويمكنك الرفض في أي وقت.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = ما وافقت عليه أو لم توافق ومتى، وأي نسخة من النص اطّلعت عليها وبأي لغة، والمنطقة التي ذكرتها. يُحذف ذلك عند انتهاء حسابك.

## The choices in the web app.

privacy-choices-title = بياناتك
privacy-choices-intro = أنت تقرر فيمَ تُستخدم إلى جانب تشغيل المراسلة. وما تكتبه لا يُقرأ أبدًا.
privacy-choices-more = لماذا، وبأي بيانات، وكم من الوقت
privacy-choices-copy = تنزيل ما يُحفظ عني
privacy-asked-title = بياناتك، قرارك
privacy-asked = هل يجوز لهذا المجتمع أن يتعلّم من طريقة استخدامه؟ لا يُحصى شيء قبل أن توافق.
privacy-asked-notice = يتعلّم هذا المجتمع من طريقة استخدامه. اطّلع على معنى ذلك؛ ويمكنك الرفض في أي وقت.
privacy-asked-button = معرفة المزيد
