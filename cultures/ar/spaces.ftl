### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = مجتمعاتك
spaces-all = كل المحادثات
spaces-found = مجتمع · { $members }

## Making one.

spaces-new = إنشاء مجتمع
spaces-new-button = إنشاء المجتمع
spaces-new-words = يجمع المجتمع الغرف المترابطة في مكان واحد.
spaces-name = اسم المجتمع
spaces-topic-hint = الغرض منه، في جملة واحدة.
spaces-public-hint = يظهر لجميع أعضاء هذا الخادم.

## Its page, and its rooms.

spaces-about = حول
spaces-settings = إعدادات المجتمع
spaces-leave = ستبقى في غرف المجتمع التي انضممت إليها. وللعودة إلى المجتمع قد تحتاج إلى دعوة جديدة.
spaces-empty = لا غرف فيه بعد.
spaces-add = إضافة غرف
spaces-add-to = إضافة غرف إلى { $space }
spaces-add-search = البحث في غرفك
spaces-add-nothing = لست في أي غرفة يمكن إضافتها.
spaces-add-words = لا يتغيّر من يمكنه الانضمام إلى الغرفة.
spaces-added = تمت إضافة: { $rooms }
spaces-take-room = إخراج { $room }
spaces-take-title = إخراج { $room } من { $space }؟
spaces-take-words = تبقى الغرفة كما هي: أعضاؤها وما قيل فيها ومن يمكنه الانضمام إليها. لكنها لن تظهر في هذا المجتمع بعد الآن.
spaces-take = إخراج
spaces-reach = أعضاء { $space }
spaces-reach-hint = يمكن لكل من في المجتمع الدخول. غير مشفّرة، ليتمكن القادمون الجدد من قراءة ما قيل من قبل.
