### Translating a message that is in another language, on request.

translate-button = ترجمة
translate-hide = إخفاء الترجمة
translate-busy = جارٍ الترجمة…
translate-by = ترجمة آلية من: { $from }
translate-by-unknown = ترجمة آلية
translate-same = هذا بلغتك أصلًا.
translate-failed = تعذّرت الترجمة الآن. حاول مجددًا لاحقًا.

## Asked before the text of an encrypted message is given away.

translate-ask-title = إخراج هذا النص من التشفير؟
translate-ask = هذه الرسالة مشفّرة من طرف إلى طرف. لترجمتها يخرج نصها من التشفير: يستطيع هذا الخادم و{ $provider } قراءته. ولا يحتفظ هذا الخادم بشيء منه.
translate-ask-once = ترجمة هذه الرسالة
translate-ask-room = الترجمة هنا دون سؤال

## In the settings, once that was allowed for whole rooms.

translate-allowed = ترجمة الرسائل المشفّرة
translate-allowed-words =
    { $count ->
        [zero] لا غرف تخرج فيها النصوص من التشفير لترجمتها دون سؤال.
        [one] في غرفة واحدة تخرج النصوص من التشفير لترجمتها دون سؤال.
        [two] في غرفتين تخرج النصوص من التشفير لترجمتها دون سؤال.
        [few] في { $count } غرف تخرج النصوص من التشفير لترجمتها دون سؤال.
        [many] في { $count } غرفة تخرج النصوص من التشفير لترجمتها دون سؤال.
       *[other] في { $count } غرفة تخرج النصوص من التشفير لترجمتها دون سؤال.
    }
translate-allowed-end = السؤال في كل مرة
