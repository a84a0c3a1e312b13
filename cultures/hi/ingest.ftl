### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = किसी दूसरे प्रोडक्ट के इवेंट, जब तक उनकी गिनती न हो जाए: किसने, कब, किस नाम से, किसके लिए और कहाँ। जिनका मतलब किसी ने तय नहीं किया है, वे 90 दिन तक रखे जाते हैं।
ingest-keeps-identities = किसी दूसरे प्रोडक्ट की कौन-सी आईडी एक ही व्यक्ति की हैं, और किसके इवेंट इंसानी रफ़्तार से तेज़ आते हैं।
