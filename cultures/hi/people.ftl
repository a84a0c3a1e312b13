### One person: who they are, and what one can do.

people-title = प्रोफ़ाइल
people-message = मैसेज भेजें
people-met = साझा रूम
people-unknown = इस पते पर कोई नहीं है।
people-ignore = अनदेखा करें
people-ignore-no = अनदेखा करना बंद करें
people-ignore-words = आपको उनका लिखा अब नहीं दिखेगा और वे आपको आमंत्रित नहीं कर सकते। उन्हें यह नहीं बताया जाता।
people-ignored = { $name } को आपने अनदेखा किया है।
people-ignored-title = जिन लोगों को आप अनदेखा करते हैं

## Telling those who run the server of something.

people-report = शिकायत करें
people-report-message = इस मैसेज की शिकायत करें
people-report-room = इस रूम की शिकायत करें
people-report-space = इस समुदाय की शिकायत करें
people-report-person = इस व्यक्ति की शिकायत करें
people-report-words = यह सर्वर चलाने वाले आपकी शिकायत पढ़ते हैं। दूसरों को इसके बारे में नहीं बताया जाता।
people-reported = धन्यवाद। आपकी शिकायत भेज दी गई है।
people-reason = क्या समस्या है?
people-reason-optional = कारण (वैकल्पिक)

## Deleting what was said.

people-delete-title = { $name } का मैसेज डिलीट करें?
people-delete-words = यह सबके लिए हट जाएगा और वापस नहीं लाया जा सकता। यह दिखता रहेगा कि मैसेज यहाँ था और आपने उसे डिलीट किया।
people-delete-own-title = अपना मैसेज डिलीट करें?
