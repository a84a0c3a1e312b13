### Push: what a member is told of.

push-title = सूचनाएँ
push-words = उन संदेशों की जो आपका ध्यान चाहते हैं, जब ऐप पीछे खुला हो। आपके शांत समय में कभी नहीं।
push-here = इस डिवाइस पर दिखाएँ
push-refused = ब्राउज़र इसकी अनुमति नहीं देता। इस पेज के लिए ब्राउज़र की सेटिंग में इसे बदला जा सकता है।

## What is kept of members, for the register of privacy.

push-keeps-pushers = आपके किन डिवाइस को जगाया जा सकता है: ऐप, उसका नाम और वह कुंजी जो उसके विक्रेता ने दी।
