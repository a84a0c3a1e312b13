### Emoji: choosing one in the web app.

emoji-choose = इमोजी
emoji-find = इमोजी खोजें
emoji-nothing = कोई इमोजी मेल नहीं खाता।
emoji-offered = लिखने के लिए इमोजी
emoji-kinds = इमोजी के प्रकार

## Kinds of emoji.

emoji-often = अक्सर इस्तेमाल होने वाले
emoji-faces = स्माइली और भावनाएँ
emoji-people = लोग और शरीर
emoji-nature = जानवर और प्रकृति
emoji-food = खाना और पीना
emoji-travel = यात्रा और जगहें
emoji-activities = गतिविधियाँ
emoji-objects = चीज़ें
emoji-symbols = चिह्न
emoji-flags = झंडे
