### Emoji: choosing one in the web app.

emoji-choose = رموز تعبيرية
emoji-find = البحث في الرموز التعبيرية
emoji-nothing = لا رمز مطابق.
emoji-offered = رموز تعبيرية يمكنك كتابتها
emoji-kinds = أنواع الرموز التعبيرية

## Kinds of emoji.

emoji-often = المستخدمة كثيرًا
emoji-faces = وجوه ومشاعر
emoji-people = أشخاص وجسم
emoji-nature = حيوانات وطبيعة
emoji-food = طعام وشراب
emoji-travel = سفر وأماكن
emoji-activities = أنشطة
emoji-objects = أشياء
emoji-symbols = رموز
emoji-flags = أعلام
