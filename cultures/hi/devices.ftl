### The devices that a member is signed in on.

devices-title = आपके डिवाइस
devices-words = जहाँ आप साइन इन हैं।
devices-button = दिखाएँ
devices-this = यह डिवाइस
devices-seen = पिछली बार इस्तेमाल: { $when }
devices-unverified = सत्यापित नहीं है। अगर यह आपका नहीं है, तो इसे साइन आउट करें।
devices-long = महीनों से इस्तेमाल नहीं हुआ। अगर यह अब आपके पास नहीं है, तो इसे साइन आउट करें।
devices-name = डिवाइस का नाम
devices-rename = नाम बदलें
devices-verify = सत्यापित करें
devices-out = साइन आउट करें
devices-out-others = बाकी सभी को साइन आउट करें
devices-out-words =
    { $count ->
        [one] वह डिवाइस तुरंत साइन आउट हो जाएगा। पुष्टि के लिए अपना पासवर्ड डालें।
       *[other] ये { $count } डिवाइस तुरंत साइन आउट हो जाएँगे। पुष्टि के लिए अपना पासवर्ड डालें।
    }
devices-add = दूसरे डिवाइस पर साइन इन करें
devices-add-words = अपना पासवर्ड डालें, ताकि कोई और ऐसा न कर सके।
devices-add-show = कोड दिखाएँ
devices-add-scan = इसे दूसरे डिवाइस से स्कैन करें। यह एक बार, { $minutes } मिनट तक मान्य है।
devices-add-over = इस कोड का समय समाप्त हो गया। दूसरा कोड दिखाएँ।
devices-added = { $name } पर अब साइन इन हो गया है।
