### The web app's frame: what every screen of it needs.

web-absent = यह एक { -product } सर्वर है। इसे वेब ऐप के बिना बनाया गया है: `make run` उसे साथ में बनाता है। कोई भी Matrix क्लाइंट यहाँ साइन इन कर सकता है।

web-language = भाषा
web-starting = आपकी बातचीत खुल रही हैं…
web-elsewhere-title = दूसरी विंडो में खुला है
web-elsewhere = आपकी बातचीत इस ब्राउज़र की दूसरी विंडो में खुली हैं। वे एक बार में एक ही विंडो में खुल सकती हैं।
web-elsewhere-button = यहाँ इस्तेमाल करें
web-broken-title = आपकी बातचीत नहीं खुल सकीं
web-broken = इस ब्राउज़र में सहेजा गया डेटा पढ़ा नहीं जा सका, या सर्वर ने जवाब नहीं दिया। फिर कोशिश करें; इससे काम न बने तो साइन आउट करके दोबारा साइन इन करें।
web-broken-button = फिर कोशिश करें

web-look = रंग-रूप
web-look-system = सिस्टम जैसा
web-look-light = हल्का
web-look-dark = गहरा
web-look-contrast = ज़्यादा कंट्रास्ट

web-update-title = नया संस्करण आ गया है
web-update = इसे इस्तेमाल करने के लिए फिर से लोड करें। आपका लिखा हुआ बना रहेगा।
web-update-button = फिर से लोड करें
