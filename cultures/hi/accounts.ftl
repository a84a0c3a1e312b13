### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = एडमिन बनाएँ
accounts-setup-intro = आपका स्वागत है। आपका { -product } सर्वर { $server } चल रहा है और अपने पहले अकाउंट का इंतज़ार कर रहा है। वह अकाउंट एडमिन होगा, जो सर्वर और उसके लोगों की देखभाल करेगा।
accounts-setup-localhost = इस सर्वर का नाम “localhost” है, जो केवल आज़माने के लिए है: दूसरे लोग इस नाम से इस तक नहीं पहुँच सकते, और सर्वर का नाम बाद में बदला नहीं जा सकता।

accounts-setup-name-label = यूज़रनेम
accounts-setup-name-hint = केवल छोटे अंग्रेज़ी अक्षर, अंक और . _ = - / + का इस्तेमाल करें। दूसरे आपको इस तरह जानेंगे, जैसे { $example }। इसे बाद में बदला नहीं जा सकता।
accounts-setup-password-label = पासवर्ड
accounts-setup-password-hint =
    { $count ->
        [one] कम से कम { $count } अक्षर।
       *[other] कम से कम { $count } अक्षर।
    } कुछ बेतरतीब शब्द याद रखना आसान और भाँपना मुश्किल होता है।
accounts-setup-password-again-label = पासवर्ड दोबारा
accounts-setup-password-again-hint = वही पासवर्ड एक बार फिर, ताकि टाइपिंग की ग़लती पकड़ में आ जाए।
accounts-setup-button = अकाउंट बनाएँ

accounts-setup-error-name-invalid = यूज़रनेम डालें। केवल छोटे अंग्रेज़ी अक्षर, अंक और . _ = - / + का इस्तेमाल करें।
accounts-setup-error-name-taken = यह यूज़रनेम लिया जा चुका है। कोई और चुनें।
accounts-setup-error-passwords-differ = दोनों पासवर्ड एक जैसे नहीं हैं। दोनों फिर से डालें।
accounts-setup-error-password-too-short =
    { $count ->
        [one] पासवर्ड बहुत छोटा है। कम से कम { $count } अक्षर इस्तेमाल करें।
       *[other] पासवर्ड बहुत छोटा है। कम से कम { $count } अक्षर इस्तेमाल करें।
    }

accounts-setup-done-title = आपका सर्वर तैयार है
accounts-setup-done = { $user } अब एडमिन है। ब्राउज़र में { $address } खोलकर साइन इन करें, या किसी भी Matrix क्लाइंट में इसे होमसर्वर के रूप में चुनें।
accounts-setup-done-user-label = Matrix आईडी
accounts-setup-done-address-label = होमसर्वर

accounts-setup-refused-title = यह लिंक काम नहीं करता
accounts-setup-refused = इसका इस्तेमाल हो चुका है या यह अधूरा है। जब तक सर्वर का कोई एडमिन नहीं है, हर बार दोबारा चालू होने पर वह एक नया लिंक दिखाता है।

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = शामिल होने से पहले
# $server is the server's name, such as example.org.
accounts-terms-intro = { $server } पर अकाउंट के लिए आप इससे सहमत होते हैं:
accounts-terms-button = मैं सहमत हूँ
accounts-terms-done-title = धन्यवाद
accounts-terms-done = अपने ऐप पर लौटें, वह अपने आप आगे बढ़ेगा। यह विंडो बंद की जा सकती है।
accounts-terms-over-title = यह पेज अब मान्य नहीं है
accounts-terms-over = अपने ऐप में फिर से शुरू करें।

## What is kept of members, for the register of privacy.

accounts-keeps-account = आपकी Matrix आईडी, क्या वह एडमिन की है, अकाउंट कब बना, लॉक हुआ या समाप्त हुआ, और आप किन शर्तों पर सहमत हुए।
accounts-keeps-password = आपके पासवर्ड का हैश, पासवर्ड कभी नहीं।
accounts-keeps-profile = आपकी प्रोफ़ाइल: दिखने वाला नाम, तस्वीर और जो कुछ आप वहाँ डालते हैं।
accounts-keeps-devices = आपके डिवाइस: उनके नाम, उन पर साइन इन कब हुआ, और वे पिछली बार कब और किस पते से जुड़े।
accounts-keeps-data = सेटिंग और फ़िल्टर, जो आपके ऐप यहाँ सहेजते हैं।

## Signing in and up in the web app.

accounts-in-title = फिर से स्वागत है
accounts-in-intro = { $server } में साइन इन करें
accounts-in-button = साइन इन करें
accounts-in-other = यहाँ पहली बार?
accounts-in-other-link = अकाउंट बनाएँ
accounts-code-title = दूसरे डिवाइस से
accounts-code-words = जिस डिवाइस पर आप साइन इन हैं, उस पर सेटिंग खोलें, फिर अपने डिवाइस, और इस डिवाइस के लिए कोड दिखवाएँ।
accounts-code-scan = कोड स्कैन करें
accounts-code-enter = { $who } के रूप में साइन इन करें
accounts-code-over = यह कोड अब मान्य नहीं है। अपने दूसरे डिवाइस पर नया कोड दिखवाएँ।
accounts-code-camera-none = कोई कैमरा उपलब्ध नहीं है। अपने पासवर्ड से साइन इन करें।
accounts-up-title = अपना अकाउंट बनाएँ
accounts-up-intro = आप { $server } के सदस्य बनेंगे
accounts-up-button = अकाउंट बनाएँ
accounts-up-terms = अकाउंट बनाकर आप इनसे सहमत होते हैं:
accounts-up-other = पहले से सदस्य हैं?
accounts-up-other-link = साइन इन करें

accounts-name-label = यूज़रनेम
accounts-name-hint = दूसरे आपको इससे ढूँढते हैं: { $example }
accounts-password-label = पासवर्ड
accounts-password-hint =
    { $count ->
        [one] कम से कम { $count } अक्षर। कुछ बेतरतीब शब्द याद रखना आसान होता है।
       *[other] कम से कम { $count } अक्षर। कुछ बेतरतीब शब्द याद रखना आसान होता है।
    }
accounts-token-label = आमंत्रण कोड
accounts-token-hint = उस व्यक्ति या पेज से, जहाँ से आपको आमंत्रण मिला।

accounts-error-name-invalid = केवल छोटे अंग्रेज़ी अक्षर, अंक और . _ = - / + का इस्तेमाल करें।
accounts-error-name-taken = यह नाम लिया जा चुका है। कोई और चुनें।
accounts-error-password-short =
    { $count ->
        [one] कम से कम { $count } अक्षर इस्तेमाल करें।
       *[other] कम से कम { $count } अक्षर इस्तेमाल करें।
    }
accounts-error-token-missing = अपने आमंत्रण का कोड डालें।
accounts-error-token-wrong = यह कोड मान्य नहीं है, या अब नहीं रहा। नया कोड माँगें।
accounts-error-wrong = नाम या पासवर्ड ग़लत है। दोनों जाँचें और फिर कोशिश करें।
accounts-error-password = यह आपका पासवर्ड नहीं है।
accounts-error-closed = यहाँ कोई ख़ुद साइन अप नहीं कर सकता। इस सर्वर को चलाने वालों से अकाउंट माँगें।
accounts-error-ended = यह अकाउंट समाप्त हो चुका है।
accounts-error-locked = यह अकाउंट लॉक है। इस सर्वर को चलाने वालों से पूछें।
accounts-insecure = इस ऐप को सुरक्षित कनेक्शन चाहिए। इसे https:// से शुरू होने वाले पते पर या localhost पर खोलें।

accounts-device-name = { $system } पर { $browser } में Hearth
accounts-device-unknown = ब्राउज़र में Hearth

accounts-out = साइन आउट करें
accounts-out-title = साइन आउट करें?
accounts-out-keys = साइन आउट करने के बाद आपके एन्क्रिप्टेड मैसेज केवल किसी ऐसे दूसरे डिवाइस पर पढ़े जा सकेंगे, जिस पर वे पहले से मौजूद हैं। रिकवरी कुंजी से आप उन्हें वापस पा सकते हैं।
accounts-out-unsent =
    { $count ->
        [one] { $count } मैसेज या फ़ाइल अभी तक नहीं भेजी गई है और खो जाएगी।
       *[other] { $count } मैसेज या फ़ाइलें अभी तक नहीं भेजी गई हैं और खो जाएँगी।
    }

accounts-again-title = आपके सेशन की अवधि ख़त्म हो गई
accounts-again-intro = आगे बढ़ने के लिए { $user } का पासवर्ड डालें। आपके मैसेज अब भी इस डिवाइस पर हैं।

accounts-settings = सेटिंग
accounts-display-label = आपका नाम
accounts-display-hint = जो दूसरे देखते हैं। आपका पता { $user } ही रहेगा।
accounts-display-button = सेव करें
accounts-picture-label = आपकी तस्वीर
accounts-picture-hint = जो दूसरे आपके नाम के साथ देखते हैं। फ़ोटो कहाँ ली गई, यह नहीं भेजा जाता।

accounts-change = बदलें
accounts-change-title = अपना पासवर्ड बदलें
accounts-change-hint = इसे बदलने पर आपके दूसरे डिवाइस साइन आउट हो जाते हैं।
accounts-change-words = आपके दूसरे डिवाइस साइन आउट हो जाएँगे। आपकी रिकवरी कुंजी वैसी ही रहेगी।
accounts-change-new = नया पासवर्ड
accounts-change-now = मौजूदा पासवर्ड
accounts-change-button = पासवर्ड बदलें
accounts-change-done = आपका पासवर्ड बदल गया है। आपके दूसरे डिवाइस साइन आउट हो गए हैं।

accounts-end = बंद करें
accounts-end-title = अपना अकाउंट बंद करें
accounts-end-hint = हमेशा के लिए। इसे कोई वापस नहीं ला सकता।
accounts-end-words = आपका अकाउंट तुरंत और हमेशा के लिए बंद हो जाएगा:
accounts-end-rooms = हर रूम से आपकी सदस्यता ख़त्म हो जाएगी।
accounts-end-said = आपकी कही बातें, केवल आपके पते के साथ, उन्हीं लोगों के पास रहेंगी जिनसे कही गई थीं।
accounts-end-name = आपका नाम फिर किसी को नहीं मिलेगा, आपको भी नहीं।
accounts-end-button = मेरा अकाउंट बंद करें
accounts-ended = आपका अकाउंट बंद हो गया है।
accounts-elsewhere = किसी और डिवाइस से आपको साइन आउट किया गया, या वहाँ आपका पासवर्ड बदला गया। आगे बढ़ने के लिए फिर साइन इन करें।
