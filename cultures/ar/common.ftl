### Words that every page may need.

# Address: masculine singular imperative, as apps do, or verbal nouns; events of a room are verbal nouns so that they name no gender. Words: غرفة، رسالة، جهاز، حساب، مفتاح الاسترداد، تشفير من طرف إلى طرف، إشارة، الخادم الرئيسي. Digits in running text are Western.

-product = Hearth

common-form-error-title = هناك مشكلة

## What went wrong, wherever it did.

common-error-unreached = تعذّر الوصول إلى الخادم. تحقّق من اتصالك وحاول مرة أخرى.
common-error-often =
    { $seconds ->
        [zero] محاولات كثيرة جدًا. انتظر { $seconds } ثانية ثم حاول مرة أخرى.
        [one] محاولات كثيرة جدًا. انتظر ثانية واحدة ثم حاول مرة أخرى.
        [two] محاولات كثيرة جدًا. انتظر ثانيتين ثم حاول مرة أخرى.
        [few] محاولات كثيرة جدًا. انتظر { $seconds } ثوانٍ ثم حاول مرة أخرى.
        [many] محاولات كثيرة جدًا. انتظر { $seconds } ثانية ثم حاول مرة أخرى.
       *[other] محاولات كثيرة جدًا. انتظر { $seconds } ثانية ثم حاول مرة أخرى.
    }
common-error-unknown = حدث خطأ ما في الخادم. حاول مرة أخرى بعد قليل.

common-close = إغلاق
common-cancel = إلغاء
common-copy-failed = تعذّر النسخ. يمكن تحديد النص لنسخه.
