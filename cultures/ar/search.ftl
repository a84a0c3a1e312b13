### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = الكلمات الواردة في كل رسالة أو اسم أو موضوع غير مشفّر، ومَن كتبها. وتزول عند حذف المحتوى.
search-keeps-names = أجزاء أسمائك ما دام الحساب قائمًا.

## Looking for messages in the web app.

search-title = البحث في الرسائل
search-close = إغلاق البحث
search-words = كلمات وردت في الرسائل
search-here = هذه الغرفة
search-everywhere = كل الغرف
search-searching = جارٍ البحث…
search-count =
    { $count ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $count } رسائل
        [many] { $count } رسالة
       *[other] { $count } رسالة
    }
search-secret-all = الرسائل هنا مشفّرة، فلا يستطيع الخادم البحث فيها. يبحث هذا الجهاز في ما حمّله منها.
search-secret-some = لا يشمل البحث من الرسائل المشفّرة إلا ما حمّله هذا الجهاز.
search-more = رسائل أخرى
search-further = البحث في الأقدم
search-nothing = لا نتائج لـ«{ $words }».
search-nothing-try = يجب أن ترد كل الكلمات في الرسالة. جرّب كلمات أقل، أو بداية كلمة.
search-failed = تعذّر البحث. تحقّق من اتصالك.
search-for = البحث في الرسائل عن «{ $words }»
