### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = आपके समुदाय
spaces-all = सभी बातचीत
spaces-found = समुदाय · { $members }

## Making one.

spaces-new = समुदाय बनाएँ
spaces-new-button = समुदाय बनाएँ
spaces-new-words = समुदाय आपस में जुड़े रूम एक जगह रखता है।
spaces-name = समुदाय का नाम
spaces-topic-hint = यह किसलिए है, एक वाक्य में।
spaces-public-hint = इस सर्वर के सभी सदस्यों की सूची में दिखता है।

## Its page, and its rooms.

spaces-about = परिचय
spaces-settings = समुदाय की सेटिंग
spaces-leave = समुदाय के जिन रूम में आप शामिल हैं, उनमें आप बने रहेंगे। समुदाय में वापस आने के लिए आपको नया आमंत्रण चाहिए हो सकता है।
spaces-empty = इसमें अभी कोई रूम नहीं है।
spaces-add = रूम जोड़ें
spaces-add-to = { $space } में रूम जोड़ें
spaces-add-search = अपने रूम खोजें
spaces-add-nothing = आप ऐसे किसी रूम में नहीं हैं जिसे जोड़ा जा सके।
spaces-add-words = रूम में कौन शामिल हो सकता है, यह नहीं बदलता।
spaces-added = जोड़ा गया: { $rooms }
spaces-take-room = { $room } को समुदाय से निकालें
spaces-take-title = { $room } को { $space } से निकालें?
spaces-take-words = रूम वैसा ही रहता है: उसके सदस्य, कही गई बातें और कौन शामिल हो सकता है। वह बस इस समुदाय में नहीं दिखेगा।
spaces-take = निकालें
spaces-reach = { $space } के सदस्य
spaces-reach-hint = समुदाय का हर कोई अंदर आ सकता है। एन्क्रिप्टेड नहीं है, इसलिए नए लोग पहले कही गई बातें पढ़ सकते हैं।
