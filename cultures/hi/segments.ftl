### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = सदस्य किन समूहों में है, जैसे नए लोग या पहले से कम आने वाले लोग, उन सदस्यों के लिए जिन्होंने सीखे जाने की सहमति दी है, और हर समूह में कब से। आना-जाना 14 दिन रखा जाता है; सहमति वापस लेने या अकाउंट बंद होने पर डिलीट होता है।
