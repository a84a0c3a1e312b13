### Invitations by link: what they say, and what they lead to.

invites-leads-to = आपको यहाँ आमंत्रित किया गया है
invites-link = लिंक से आमंत्रित करें
invites-link-open = लिंक खोलने पर दिखता है कि यह रूम क्या है, और साइन इन करने या अकाउंट बनाने पर लोग इसमें शामिल हो जाते हैं।
invites-link-asking = लिंक खोलने पर दिखता है कि यह रूम क्या है, और लोग आने की अनुमति माँग सकते हैं।
invites-link-closed = इस रूम में सिर्फ़ आमंत्रित लोग आते हैं, इसलिए लिंक इस समुदाय तक ले जाता है। अकाउंट बन जाने पर उन्हें नाम से आमंत्रित करें।
invites-share = शेयर करें
invites-code-label = { $link } का QR कोड

## What it takes to make an account.

invites-closed = अभी यहाँ कोई ख़ुद अकाउंट नहीं बना सकता, इसलिए लिंक सिर्फ़ उनके काम का है जिनके पास अकाउंट है।
invites-token = यहाँ अकाउंट बनाने के लिए कोड चाहिए। यह सर्वर चलाने वाले लिंक में कोड डाल सकते हैं।
invites-token-make = लिंक में कोड डालें
invites-token-made = लिंक में कोड है: इससे { $days } दिनों में { $count } लोग अकाउंट बना सकते हैं।
