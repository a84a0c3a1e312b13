### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = पिछली बार आने के बाद के दिन
churn-feature-recency-by-median-gap = आम अंतराल की तुलना में चुप्पी
churn-feature-recency-by-mean-gap = औसत अंतराल की तुलना में चुप्पी
churn-feature-recency-by-longest-gap = सबसे लंबे अंतराल की तुलना में चुप्पी
churn-feature-pause-survival = पिछले अंतरालों में से कम से कम इतने लंबे अंतरालों का हिस्सा
churn-feature-gap-mean = सक्रिय दिनों के बीच औसत दिन
churn-feature-gap-median = सक्रिय दिनों के बीच आम तौर पर दिन
churn-feature-gap-deviation = अंतराल कितने अनियमित हैं
churn-feature-gap-longest = सबसे लंबा अंतराल, दिनों में
churn-feature-gap-p90 = वह अंतराल जिसे दस में से नौ पार नहीं करते, दिनों में
churn-feature-tenure = आने के बाद के दिन
churn-feature-recency-by-tenure = यहाँ बिताए समय में चुप्पी का हिस्सा
churn-feature-traces = कुल गतिविधि
churn-feature-traces-1d = पिछले दिन की गतिविधि
churn-feature-traces-3d = पिछले 3 दिनों की गतिविधि
churn-feature-traces-7d = पिछले 7 दिनों की गतिविधि
churn-feature-traces-14d = पिछले 14 दिनों की गतिविधि
churn-feature-traces-30d = पिछले 30 दिनों की गतिविधि
churn-feature-traces-90d = पिछले 90 दिनों की गतिविधि
churn-feature-days = कुल सक्रिय दिन
churn-feature-days-3d = पिछले 3 दिनों में सक्रिय दिन
churn-feature-days-7d = पिछले 7 दिनों में सक्रिय दिन
churn-feature-days-14d = पिछले 14 दिनों में सक्रिय दिन
churn-feature-days-30d = पिछले 30 दिनों में सक्रिय दिन
churn-feature-days-90d = पिछले 90 दिनों में सक्रिय दिन
churn-feature-days-by-tenure = गतिविधि वाले दिनों का हिस्सा
churn-feature-traces-by-day = एक सक्रिय दिन की गतिविधि
churn-feature-faded-1d = गतिविधि, 1 दिन में मंद पड़ती हुई
churn-feature-faded-3d = गतिविधि, 3 दिन में मंद पड़ती हुई
churn-feature-faded-7d = गतिविधि, 7 दिन में मंद पड़ती हुई
churn-feature-faded-14d = गतिविधि, 14 दिन में मंद पड़ती हुई
churn-feature-faded-30d = गतिविधि, 30 दिन में मंद पड़ती हुई
churn-feature-faded-90d = गतिविधि, 90 दिन में मंद पड़ती हुई
churn-feature-trend-3d-14d = दो हफ़्तों की तुलना में इन दिनों की गतिविधि
churn-feature-trend-7d-30d = महीने की तुलना में इस हफ़्ते की गतिविधि
churn-feature-trend-14d-90d = तिमाही की तुलना में दो हफ़्तों की गतिविधि
churn-feature-days-this-week-by-last = पिछले हफ़्ते की तुलना में इस हफ़्ते के सक्रिय दिन
churn-feature-days-fortnight-by-last = उससे पहले के दो हफ़्तों की तुलना में इन दो हफ़्तों के सक्रिय दिन
churn-feature-days-last-week = उससे पिछले हफ़्ते के सक्रिय दिन
churn-feature-usual-weeks-missed = आने के सामान्य दिन जो छूट गए, हफ़्तों में
churn-feature-streak = लगातार पिछले सक्रिय दिन
churn-feature-weeks-active = हाल के हफ़्तों में गतिविधि वाले हफ़्तों का हिस्सा
churn-feature-sessions = कुल विज़िट
churn-feature-session-length = एक विज़िट की गतिविधि
churn-feature-session-last = पिछली विज़िट की गतिविधि
churn-feature-weekend-share = सप्ताहांत की गतिविधि का हिस्सा (UTC)
churn-feature-day-evenness = दिन भर में गतिविधि कितनी समान रूप से फैली है
churn-feature-quarter-1 = 0 से 6 बजे की गतिविधि का हिस्सा (UTC)
churn-feature-quarter-2 = 6 से 12 बजे की गतिविधि का हिस्सा (UTC)
churn-feature-quarter-3 = 12 से 18 बजे की गतिविधि का हिस्सा (UTC)
churn-feature-quarter-4 = 18 से 24 बजे की गतिविधि का हिस्सा (UTC)
churn-feature-hours-drift = हाल के घंटे आम घंटों से कितने अलग हैं (UTC)
churn-feature-weekdays-drift = हाल के वार आम वारों से कितने अलग हैं (UTC)
churn-feature-kinds = कामों के प्रकार
churn-feature-kind-evenness = काम प्रकारों में कितने समान रूप से बँटे हैं
churn-feature-main-kind-share = सबसे ज़्यादा किए जाने वाले काम का हिस्सा
churn-feature-directed-share = किसी के लिए की गई गतिविधि का हिस्सा
churn-feature-rooms = रूम जिनमें सदस्य रहा
churn-feature-main-room-share = मुख्य रूम में गतिविधि का हिस्सा
churn-feature-main-room-traffic = मुख्य रूम में कितनी हलचल है
churn-feature-main-room-trend = मुख्य रूम, पहले की तुलना में इन दिनों
churn-feature-main-room-silence = मुख्य रूम में चुप्पी के दिन
churn-feature-peers = लोग जिनसे सदस्य ने बात की
churn-feature-sent-3d = दूसरों को भेजा गया, 3 दिन में मंद पड़ता हुआ
churn-feature-sent-10d = दूसरों को भेजा गया, 10 दिन में मंद पड़ता हुआ
churn-feature-sent-40d = दूसरों को भेजा गया, 40 दिन में मंद पड़ता हुआ
churn-feature-received = दूसरों से कुल मिला
churn-feature-received-3d = मिला, 3 दिन में मंद पड़ता हुआ
churn-feature-received-10d = मिला, 10 दिन में मंद पड़ता हुआ
churn-feature-received-40d = मिला, 40 दिन में मंद पड़ता हुआ
churn-feature-received-trend = पहले की तुलना में इन दिनों मिला
churn-feature-received-by-sent = भेजे गए की तुलना में मिला
churn-feature-received-since = पिछली बार आने के बाद मिला
churn-feature-received-ago = पिछली बार कुछ मिलने के बाद के दिन
churn-feature-answered-10d = मिले जवाब, 10 दिन में मंद पड़ते हुए
churn-feature-answered-share = भेजे गए में से जिनका जवाब मिला, उनका हिस्सा
churn-feature-my-latency = जवाब देने में कितना समय लगता है
churn-feature-their-latency = जवाबों का कितना इंतज़ार करना पड़ता है
churn-feature-answers-given = दिए गए जवाब
churn-feature-answers-got = मिले जवाब
churn-feature-begun = ख़ुद शुरू की गई बातचीत
churn-feature-met = दूसरों की शुरू की गई बातचीत
churn-feature-begun-share = दूसरों की शुरू की गई बातचीत की तुलना में ख़ुद शुरू की गई
churn-feature-contacts-mutual = संपर्क जिनसे दोनों ओर से बात होती है
churn-feature-contacts-unanswered = संपर्क जिन्होंने जवाब नहीं दिया
churn-feature-contacts-waiting = संपर्क जो जवाब का इंतज़ार कर रहे हैं
churn-feature-contacts-concentration = मुख्य संपर्क का हिस्सा
churn-feature-contacts-here-7d = संपर्क जो 7 दिनों में आए
churn-feature-contacts-silence = संपर्क कितने समय से चुप हैं
churn-feature-contacts-traces = संपर्क कितने सक्रिय हैं
churn-feature-contacts-recent = पिछले 7 दिनों के संपर्क
churn-feature-contacts-gone-share = 14 दिन या ज़्यादा से चुप संपर्कों का हिस्सा
churn-feature-contacts-gone-lately = संपर्क जो 2 से 6 हफ़्ते पहले चुप हुए
churn-feature-contacts-risk = संपर्कों की चुप्पी कितनी असामान्य है
churn-feature-friction-10d = सामने आई नाकामियाँ, 10 दिन में मंद पड़ती हुई
churn-feature-rooms-joined-40d = जिन रूम में प्रवेश हुआ, 40 दिन में मंद पड़ते हुए
churn-feature-rooms-left-40d = जिन रूम को छोड़ा गया, 40 दिन में मंद पड़ते हुए
churn-feature-moderated-40d = मॉडरेटर की कार्रवाइयाँ, 40 दिन में मंद पड़ती हुई
churn-feature-expected-days = आने के ढर्रे से अपेक्षित सक्रिय दिन
churn-feature-alive = आने के ढर्रे से, अब भी यहाँ होने की संभावना

## Reasons.

churn-reason-silence = लंबे समय से चुप्पी
churn-reason-little-activity = कम गतिविधि
churn-reason-fading = पहले से कम गतिविधि
churn-reason-broken-rhythm = आम से ज़्यादा समय से ग़ैर-मौजूदगी
churn-reason-changed-hours = रुकने वालों से अलग समय पर आना
churn-reason-changed-use = रुकने वालों से अलग तरह से इस्तेमाल
churn-reason-rooms = ऐसे रूम में कम लोग रुकते हैं
churn-reason-few-answers = दूसरों से कम जवाब मिलते हैं
churn-reason-contacts = संपर्क कम हैं, या अब यहाँ नहीं हैं
churn-reason-new-here = इतने समय से यहाँ रहने वालों में से कम लोग रुकते हैं
churn-reason-friction = नाकामियाँ सामने आईं
churn-reason-moderation = दूसरों या मॉडरेटर ने कार्रवाई की

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [one] { $number } दिन
       *[other] { $number } दिन
    }
churn-value-hours =
    { $number ->
        [one] { $number } घंटा
       *[other] { $number } घंटे
    }
churn-value-minutes =
    { $number ->
        [one] { $number } मिनट
       *[other] { $number } मिनट
    }
churn-value-seconds =
    { $number ->
        [one] { $number } सेकंड
       *[other] { $number } सेकंड
    }
churn-value-percent = { $number }%
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = ख़राब अनुभव
churn-cause-trust = निजता और सुरक्षा की चिंताएँ
churn-cause-product = कमज़ोर या पुराना पड़ चुका प्रोडक्ट
churn-cause-elsewhere = जिसके लिए वे आए थे, वह अब कहीं और है

## The page of `hearth churn report`.

churn-report-title = कौन जाने वाला है
churn-report-about = हर अनुमान ऐसे मॉडल ने लगाया जो केवल उससे पहले की बातें जानता था। छोटे अंकों में वह 95% आता है जो सदस्यों के दूसरे नमूनों से मिलता।
churn-report-judged =
    जाना { $days } दिन की चुप्पी को माना जाता है। { $members ->
        [one] { $members } सदस्य
       *[other] { $members } सदस्यों
    } के बारे में { $moments ->
        [one] { $moments } समय
       *[other] { $moments } अलग-अलग समय
    } पर { $rows ->
        [one] लगाया गया { $rows } अनुमान जाँचा गया
       *[other] लगाए गए { $rows } अनुमान जाँचे गए
    }; इनमें से { $left } जाने वालों के बारे में थे।
churn-report-figures = आँकड़े
churn-report-gain = कितने लोग मिल जाते हैं
churn-report-calibration = क्या संभावनाएँ सच निकलती हैं?
churn-report-survival = अनुमान के अनुसार कौन रुकता है
churn-report-pauses = जाना किसे माना जाता है
churn-report-reasons = कारण
churn-report-time = क्या अनुमान था और क्या हुआ
churn-report-drift = क्या खिसका है
churn-report-gain-about = सबसे अधिक संभावना वालों से शुरू करके सदस्यों के दिए गए हिस्से के बारे में चेताने पर, रेखा दिखाती है कि जाने वालों का कितना हिस्सा उनमें है। जितनी ऊँची, उतना अच्छा।
churn-report-gain-x = सदस्यों का हिस्सा
churn-report-gain-y = जाने वालों का हिस्सा
churn-report-calibration-about = बराबर आकार के पंद्रह समूह: औसत अनुमान और कितने गए। सीधी रेखा पर दोनों बराबर हैं।
churn-report-calibration-x = अनुमान
churn-report-calibration-y = गए
churn-report-survival-about = सबसे कम, मध्यम और सबसे ज़्यादा जोखिम वाले तिहाई हिस्सों में इतने दिनों बाद न जाने वालों का हिस्सा (कापलान-मायर)।
churn-report-survival-x = दिन
churn-report-survival-y = अब भी यहाँ
churn-report-pauses-about = सक्रिय दिनों के बीच के अंतरालों में से ज़्यादा से ज़्यादा इतने लंबे अंतरालों का हिस्सा। जाना वह चुप्पी है जिसे दस में से नौ अंतराल पार नहीं करते, या, अगर लॉग इसके लिए छोटा है, तो वह सबसे लंबी चुप्पी जो वह बता सकता है।
churn-report-pauses-x = दिन
churn-report-pauses-y = अंतरालों का हिस्सा
churn-report-pauses-line = अंतराल
churn-report-covered = दस में से नौ
churn-report-horizon = जाना माना जाता है
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = केवल चुप्पी
churn-report-right = बिल्कुल सही
churn-report-said = अनुमान
churn-report-came = हुआ
churn-report-low = सबसे कम जोखिम
churn-report-middle = मध्यम
churn-report-high = सबसे ज़्यादा जोखिम
churn-report-time-about = हर जाँचे गए समय पर अनुमानों का औसत और गए हुए लोगों का हिस्सा।
churn-report-time-x = पहले समय के बाद के दिन
churn-report-time-y = हिस्सा
churn-report-drift-about = पहले जाँचे गए समय से आख़िरी जाँचे गए समय तक विशेषताएँ कितनी खिसकी हैं (पॉपुलेशन स्टेबिलिटी इंडेक्स): 0.1 से कम पर बिल्कुल नहीं, 0.25 से ऊपर बहुत। जैसे-जैसे समुदाय पुराना होता है, वह अपने आप खिसकता है; मॉडल हर जाँचे गए समय पर नए सिरे से सीखता है।
churn-report-figure-auc-within = एक समय के भीतर AUC
churn-report-figure-auc = AUC, कुल मिलाकर
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = सबसे ऊपर के दसवें हिस्से की लिफ़्ट
churn-report-figure-log-loss = लॉग लॉस
churn-report-figure-brier = ब्रायर स्कोर
churn-report-figure-calibration-error = कैलिब्रेशन की त्रुटि
churn-report-reasons-about = हर कारण कितनी बार पहला रहा, और ऐसे कितने लोग गए। कारण वह है जिससे किसी के जाने की संभावना समुदाय के आम सदस्य से ज़्यादा हो जाती है, भले ही उसके जाने की संभावना कम हो। दस से कम बार आए कारण नहीं बताए जाते।
churn-report-reasons-reason = पहला कारण
churn-report-reasons-cause = मूल वजह
churn-report-reasons-members = अनुमान
churn-report-reasons-left = गए
