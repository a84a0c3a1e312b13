### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = المواضيع الجانبية
threads-one = موضوع جانبي
threads-all = كل المواضيع الجانبية
threads-close = إغلاق المواضيع الجانبية
threads-fetching = جارٍ الجلب…
threads-more = مواضيع جانبية أقدم
threads-none = لا مواضيع جانبية بعد. زر «رد في موضوع جانبي» على أي رسالة يبدأ واحدًا، كي لا يملأ حديث فرعي الغرفة.
threads-failed = تعذّر جلب المواضيع الجانبية.
threads-missing = لا يمكن عرض هذا الموضوع الجانبي: رسالته الأولى غير موجودة، أو أُرسلت قبل انضمامك، أو تعذّر الوصول إلى الخادم.
