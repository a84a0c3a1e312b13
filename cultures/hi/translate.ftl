### Translating a message that is in another language, on request.

translate-button = अनुवाद करें
translate-hide = अनुवाद छिपाएँ
translate-busy = अनुवाद हो रहा है…
translate-by = { $from } से मशीनी अनुवाद
translate-by-unknown = मशीनी अनुवाद
translate-same = यह पहले से आपकी भाषा में है।
translate-failed = अभी अनुवाद नहीं हो सका। बाद में फिर कोशिश करें।

## Asked before the text of an encrypted message is given away.

translate-ask-title = इस टेक्स्ट को एन्क्रिप्शन से बाहर भेजें?
translate-ask = यह मैसेज एंड-टू-एंड एन्क्रिप्टेड है। अनुवाद के लिए इसका टेक्स्ट एन्क्रिप्शन से बाहर जाता है: यह सर्वर और { $provider } उसे पढ़ सकते हैं। यह सर्वर उसका कुछ भी नहीं रखता।
translate-ask-once = इस मैसेज का अनुवाद करें
translate-ask-room = यहाँ बिना पूछे अनुवाद करें

## In the settings, once that was allowed for whole rooms.

translate-allowed = एन्क्रिप्टेड मैसेज का अनुवाद
translate-allowed-words =
    { $count ->
        [one] { $count } रूम में टेक्स्ट बिना पूछे अनुवाद के लिए एन्क्रिप्शन से बाहर जाते हैं।
       *[other] { $count } रूम में टेक्स्ट बिना पूछे अनुवाद के लिए एन्क्रिप्शन से बाहर जाते हैं।
    }
translate-allowed-end = फिर से पूछें
