### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = किस बिना एन्क्रिप्ट किए मैसेज, नाम या विषय में कौन-से शब्द हैं और उन्हें किसने लिखा। सामग्री हटाए जाने पर ये भी हट जाते हैं।
search-keeps-names = आपके नामों के हिस्से, जब तक अकाउंट है।
