### One room: what it is, who is in it, and what may be changed.

about-title = इस रूम के बारे में
about-back = वापस
about-ways = इस रूम के बारे में और
about-encrypted = एंड-टू-एंड एन्क्रिप्टेड: यहाँ की बातें सिर्फ़ रूम के लोग पढ़ सकते हैं।
about-not-encrypted = एन्क्रिप्टेड नहीं: सर्वर चलाने वाले भी इसे पढ़ सकते हैं।
about-entry-anybody = यहाँ का हर कोई इसे खोज सकता है और अंदर आ सकता है।
about-entry-asking = कोई भी अंदर आने का अनुरोध कर सकता है।
about-entry-members-of = इसके समुदाय के सदस्य अंदर आ सकते हैं।
about-entry-invited = सिर्फ़ आमंत्रित लोग अंदर आ सकते हैं।
about-history-world = कोई भी इसे पढ़ सकता है, बिना शामिल हुए भी।
about-history-beginning = शामिल होने वाले लोग पहले कही गई बातें पढ़ सकते हैं।
about-history-invitation = शामिल होने वाले लोग आमंत्रण के बाद कही गई बातें पढ़ सकते हैं।
about-history-joining = शामिल होने वाले लोग सिर्फ़ शामिल होने के बाद कही गई बातें पढ़ सकते हैं।

about-calls = मुझे सूचित करें
about-calls-all = सभी मैसेज
about-calls-mentions = सिर्फ़ मेंशन
about-calls-none = कुछ नहीं

## The people in a room.

about-members = सदस्य
about-members-search = सदस्य खोजें
about-members-here = रूम में
about-members-invited = आमंत्रित
about-members-asking = अंदर आने के अनुरोध
about-members-banned = प्रतिबंधित

about-here = इस रूम में
about-role = भूमिका
about-role-owner = मालिक
about-role-admin = एडमिन
about-role-moderator = मॉडरेटर
about-role-member = सदस्य
about-role-custom = स्तर { $level }
about-role-own = ख़ुद को छोटी भूमिका देने पर पुरानी भूमिका सिर्फ़ कोई और ही लौटा सकता है।
about-banned = प्रतिबंधित

about-let-in = आने दें
about-remove = हटाएँ
about-remove-title = { $name } को हटाएँ?
about-remove-words = { $name } को रूम से हटाया जाएगा और कारण बताया जाएगा। रूम खुला होने पर या किसी के आमंत्रित करने पर वापसी हो सकती है।
about-ban = प्रतिबंध लगाएँ
about-ban-title = { $name } पर प्रतिबंध लगाएँ?
about-ban-words = { $name } को रूम से हटाया जाएगा और प्रतिबंध हटने तक आमंत्रण से भी वापसी नहीं हो सकेगी। कही गई बातें बनी रहेंगी।
about-unban = प्रतिबंध हटाएँ

about-refused-level = यहाँ इसके लिए यह भूमिका चाहिए: { $role }।
about-refused-rank = { $name } की भूमिका आपके बराबर या उससे बड़ी है, इसलिए उन्हें हटाना आपके लिए मुमकिन नहीं।
about-error-forbidden = इस रूम में आपकी भूमिका इसकी अनुमति नहीं देती। हो सकता है कि वह अभी बदली गई हो।

## The settings of a room.

about-settings = रूम की सेटिंग
about-save = सेव करें
about-topic = विषय
about-topic-hint = रूम किसलिए है, एक वाक्य में।
about-picture = तस्वीर चुनें
about-entry-invited-hint = किसे आना चाहिए, उसे सदस्य आमंत्रित करते हैं।
about-entry-asking-label = अनुरोध करने वाले, जिन्हें मंज़ूरी मिले
about-entry-asking-hint = कोई भी अनुरोध कर सकता है; आमंत्रित करने का अधिकार रखने वाले सदस्य तय करते हैं।
about-entry-anybody-hint = रूम सूची में दिखता है और यहाँ का हर कोई बिना अनुरोध के अंदर आ सकता है।
about-history = पहले कही गई बातें कौन पढ़ सकता है?
about-history-beginning-label = सदस्य, शुरुआत से
about-history-beginning-hint = नए लोग पूरी बातचीत देखते हैं। एन्क्रिप्टेड मैसेज में से वे अब से भेजे गए मैसेज देखते हैं।
about-history-invitation-label = सदस्य, आमंत्रण के बाद से
about-history-joining-label = सदस्य, शामिल होने के बाद से
about-history-later-hint = पहले कही गई बातें नए लोगों से छिपी रहती हैं।
about-history-world-label = कोई भी
about-history-world-hint = जो लोग शामिल नहीं हुए हैं, वे भी इसे पढ़ सकते हैं।

about-addresses = पते
about-addresses-remove = { $address } हटाएँ
about-addresses-new = नया पता
about-addresses-hint = बिना ख़ाली जगह वाला एक छोटा शब्द, जैसे garden। इससे बने लिंक यहाँ लाते हैं।
about-addresses-add = पता जोड़ें

about-deeds = कौन क्या कर सकता है
about-deeds-words = जिनके पास यह भूमिका या इससे बड़ी भूमिका है।
about-deed-say = मैसेज लिखना
about-deed-invite = लोगों को आमंत्रित करना
about-deed-delete = दूसरों के मैसेज डिलीट करना
about-deed-remove = लोगों को हटाना
about-deed-ban = लोगों पर प्रतिबंध लगाना
about-deed-name = नाम बदलना
about-deed-topic = विषय बदलना
about-deed-picture = तस्वीर बदलना
about-deed-rooms = रूम जोड़ना और निकालना
about-deed-roles = भूमिकाएँ देना
