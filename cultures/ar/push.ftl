### Push: what a member is told of.

push-title = الإشعارات
push-words = للرسائل التي تستدعي انتباهك، ما دام التطبيق مفتوحًا في الخلفية. لا تظهر أبدًا في ساعات هدوئك.
push-here = إظهارها على هذا الجهاز
push-refused = المتصفح لا يسمح بذلك. يمكن تغييره في إعدادات المتصفح لهذه الصفحة.

## What is kept of members, for the register of privacy.

push-keeps-pushers = أيّ أجهزتك يمكن تنبيهه: التطبيق واسمه والمفتاح الذي منحه إياه المزوّد.
