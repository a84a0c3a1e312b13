### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = आपकी अपलोड की हुई फ़ाइलें: सामग्री, नाम, प्रकार, साइज़ और समय।

## Files in a conversation of the web app.

media-attach = फ़ाइलें जोड़ें
media-drop = जोड़ने के लिए यहाँ छोड़ें
media-chosen = भेजी जाने वाली फ़ाइलें
media-caption = कैप्शन जोड़ें
media-remove = { $name } न भेजें
media-smaller = बड़ी तस्वीरें छोटी करके भेजें
media-large = { $name } बहुत बड़ी है। यहाँ फ़ाइलें { $size } तक हो सकती हैं।
media-empty = { $name } ख़ाली है या फ़ोल्डर है।
media-unreadable = { $name } पढ़ी नहीं जा सकी। इसे हटाकर फिर से चुनें।
media-many = एक बार में सिर्फ़ { $count } फ़ाइलें भेजी जा सकती हैं। पहले इन्हें भेजें।
media-sending = { $name } भेजी जा रही है
media-open-picture = तस्वीर { $name } खोलें
media-play = { $name } चलाएँ
media-play-voice = वॉइस मैसेज चलाएँ
media-download = { $name } डाउनलोड करें
media-keep = डाउनलोड करें
media-record = वॉइस मैसेज रिकॉर्ड करें
media-recording = रिकॉर्डिंग
media-microphone = माइक्रोफ़ोन इस्तेमाल नहीं हो सकता। ब्राउज़र में इस पेज को अनुमति दें, फिर दोबारा कोशिश करें।
media-voice = वॉइस मैसेज
media-unreached = फ़ाइल नहीं लाई जा सकी। फिर से कोशिश करें।
media-gone = फ़ाइल अब सर्वर पर नहीं है।
media-damaged = फ़ाइल रास्ते में बदल गई, इसलिए इसे नहीं खोला गया।
media-unshowable = फ़ाइल यहाँ नहीं दिखाई जा सकती। इसे डाउनलोड किया जा सकता है।
media-no-picture = यह ऐसी तस्वीर नहीं है जिसे दिखाया जा सके। PNG, JPEG, GIF या WebP चुनें।
media-opening = तस्वीर खोली जा रही है
media-actual = असली आकार
media-previous = पिछली तस्वीर
media-next = अगली तस्वीर
media-from = { $name }, { $time }
