### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = किस बिना एन्क्रिप्ट किए मैसेज, नाम या विषय में कौन-से शब्द हैं और उन्हें किसने लिखा। सामग्री हटाए जाने पर ये भी हट जाते हैं।
search-keeps-names = आपके नामों के हिस्से, जब तक अकाउंट है।

## Looking for messages in the web app.

search-title = मैसेज खोजें
search-close = खोज बंद करें
search-words = मैसेज के शब्द
search-here = यह रूम
search-everywhere = सभी रूम
search-searching = खोजा जा रहा है…
search-count =
    { $count ->
        [one] { $count } मैसेज
       *[other] { $count } मैसेज
    }
search-secret-all = यहाँ के मैसेज एन्क्रिप्टेड हैं, इसलिए सर्वर उनमें नहीं खोज सकता। यह डिवाइस उन मैसेज में खोजता है जो इसने लोड किए हैं।
search-secret-some = एन्क्रिप्टेड मैसेज वहीं तक खोजे जाते हैं, जहाँ तक इस डिवाइस ने उन्हें लोड किया है।
search-more = और मैसेज
search-further = और पीछे तक खोजें
search-nothing = “{ $words }” के लिए कुछ नहीं मिला।
search-nothing-try = मैसेज में सभी शब्द होने चाहिए। कम शब्द या किसी शब्द की शुरुआत आज़माएँ।
search-failed = खोज नहीं हो सकी। अपना कनेक्शन जाँचें।
search-for = मैसेज में “{ $words }” खोजें
