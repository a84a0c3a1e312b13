### Cultures: the customs of a language, and what a member wants otherwise.

cultures-region = भाषा और क्षेत्र
cultures-usual = प्रचलित: { $what }
cultures-calendar = कैलेंडर
cultures-numerals = अंक
cultures-week = हफ़्ते का पहला दिन
cultures-weekend = सप्ताहांत
cultures-hours = समय का प्रारूप
cultures-names = नाम का क्रम
cultures-names-given = पहले दिया गया नाम
cultures-names-family = पहले उपनाम
cultures-density = फ़ासला
cultures-density-compact = कम
cultures-density-roomy = ज़्यादा
cultures-quiet = शांत समय
cultures-quiet-hint = सूचनाएँ कब रुकें। सप्ताहांत और छुट्टियों का अपना समाप्ति समय होता है।
cultures-quiet-from = से
cultures-quiet-to = तक
cultures-quiet-to-free = तक, छुट्टी के दिन
cultures-greetings = त्योहारों पर शुभकामनाएँ
cultures-festivals = चंद्र कैलेंडर के त्योहार
cultures-example = अब ऐसे दिखता है
cultures-given = दिया गया नाम
cultures-family = उपनाम
cultures-person = आपके नाम के दोनों हिस्से
cultures-person-hint = दोनों भरने पर हर पढ़ने वाले को वे उसकी अपनी भाषा के क्रम में दिखते हैं।

cultures-minimum-age =
    { $age ->
        [one] शामिल होने के लिए आपकी उम्र कम से कम { $age } साल होनी चाहिए।
       *[other] शामिल होने के लिए आपकी उम्र कम से कम { $age } साल होनी चाहिए।
    }
