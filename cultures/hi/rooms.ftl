### Rooms: what is said in them, and who is there.

## What is kept of members, for the register of privacy.

rooms-keeps-events = मैसेज और बाक़ी सब जो आपने रूम में भेजा।
rooms-keeps-memberships = आप किन रूम में हैं, थे, या किनमें आपको बुलाया गया।
rooms-keeps-forgotten = किन रूम को आपने भुला दिया है।
rooms-keeps-receipts = आपने कहाँ तक पढ़ा है।
rooms-keeps-reports = आपकी की हुई शिकायतें, उनके कारणों के साथ।

## The list of rooms in the web app.

rooms-list = आपकी बातचीत
rooms-filter = बातचीत फ़िल्टर करें
rooms-filter-unread = अपठित
rooms-filter-nothing = इस फ़िल्टर से कुछ मेल नहीं खाता।
rooms-list-empty = अभी कोई बातचीत नहीं है।
rooms-section-invites = आमंत्रण
rooms-section-favourites = पसंदीदा
rooms-section-people = लोग
rooms-section-rooms = रूम
rooms-unread =
    { $count ->
        [one] { $count } अपठित मैसेज
       *[other] { $count } अपठित मैसेज
    }
rooms-last = { $name }: { $body }
rooms-last-own = आप: { $body }
rooms-last-nothing = अभी कोई मैसेज नहीं
rooms-last-unreadable = एन्क्रिप्टेड मैसेज
rooms-invited-by = { $name } की ओर से आमंत्रण
rooms-offline = कनेक्शन नहीं है। आपका लिखा हुआ बाद में भेजा जाएगा।
rooms-account = आपका अकाउंट { $user }

## Beginning a conversation.

rooms-new = नया
rooms-new-person = किसी को मैसेज करें
rooms-new-room = रूम बनाएँ
rooms-new-room-button = रूम बनाएँ
rooms-find = रूम ढूँढें
rooms-find-words = खुले रूम खोजें
rooms-find-people = नाम या @पता
rooms-find-people-hint = किसी को नाम से खोजें, या पूरा पता डालें।
rooms-find-nothing = कुछ नहीं मिला।
rooms-room-name = रूम का नाम
rooms-reach = कौन शामिल हो सकता है?
rooms-reach-private = केवल आमंत्रित लोग
rooms-reach-private-hint = एंड-टू-एंड एन्क्रिप्टेड: कोई और इसे नहीं पढ़ सकता, सर्वर भी नहीं।
rooms-reach-public = यहाँ के सभी लोग
rooms-reach-public-hint = सभी सदस्यों की सूची में दिखता है। एन्क्रिप्टेड नहीं है, इसलिए नए लोग पहले कही गई बातें पढ़ सकते हैं।
rooms-invite = लोगों को आमंत्रित करें
rooms-invite-to = { $room } में आमंत्रित करें
rooms-invited = आमंत्रित किया: { $names }
rooms-invitation = { $name } ने आपको इस रूम में आमंत्रित किया है।
rooms-invitation-direct = { $name } को आपसे बात करनी है।
rooms-accept = शामिल हों
rooms-decline = मना करें
rooms-decline-ignore = मना करें और अनदेखा करें

rooms-none-title = नमस्ते कहें
rooms-none = आपका स्वागत है। किसी जान-पहचान वाले को लिखें, या देखें कि खुले रूम में क्या चल रहा है।
rooms-none-first = आपका स्वागत है। अभी कोई खुला रूम नहीं है: पहला रूम बनाएँ, या लोगों को आमंत्रित करें।
rooms-none-open-title = जहाँ छोड़ा था, वहीं से शुरू करें
rooms-none-open = कोई बातचीत चुनें, या नई शुरू करें।
rooms-unknown-title = आप इस रूम में नहीं हैं
rooms-unknown = यह लिंक ऐसे रूम का है जिसे आपने छोड़ दिया है या जिसमें आपको नहीं बुलाया गया।
rooms-removed = { $who } ने आपको इस रूम से हटाया।
rooms-removed-banned = { $who } ने आप पर इस रूम में रोक लगाई।
rooms-removed-why = कारण: { $reason }
rooms-banned = प्रतिबंध हटने तक आप इस रूम में नहीं आ सकते।
rooms-ask = आने की अनुमति माँगें
rooms-asked = आपने आने की अनुमति माँगी है। अनुमति मिलते ही आमंत्रण आपके रूम में दिखेगा।

rooms-error-forbidden = आपको इसकी अनुमति नहीं है। रूम में किसी से आपको आमंत्रित करने को कहें।
rooms-error-not-found = ऐसा कोई व्यक्ति या रूम नहीं है। पता जाँचें।
rooms-error-often = एक साथ बहुत ज़्यादा हो गया। थोड़ा रुकें और फिर कोशिश करें।
rooms-error-address-taken = यह पता किसी दूसरे रूम का है। कोई और चुनें।

## One conversation.

rooms-back = सूची पर वापस जाएँ
rooms-more = इस रूम के बारे में और
rooms-about = इस रूम के बारे में
rooms-encrypted = एंड-टू-एंड एन्क्रिप्टेड
rooms-encrypted-verified = एंड-टू-एंड एन्क्रिप्टेड, सत्यापित
rooms-members =
    { $count ->
        [one] { $count } सदस्य
       *[other] { $count } सदस्य
    }
rooms-favourite = पसंदीदा में जोड़ें
rooms-favourite-no = पसंदीदा से हटाएँ
rooms-leave = छोड़ें
rooms-leave-title = { $room } छोड़ें?
rooms-leave-open = आप जब चाहें वापस आ सकते हैं।
rooms-leave-closed = वापस आने के लिए आपको नया आमंत्रण चाहिए होगा। यहाँ कही गई बातें आपके डिवाइस से हट जाएँगी।
rooms-messages = मैसेज
rooms-heard = नए मैसेज
rooms-older = पुराने मैसेज लाए जा रहे हैं…
rooms-to-end = सबसे नए पर जाएँ
rooms-to-new =
    { $count ->
        [one] { $count } नया मैसेज
       *[other] { $count } नए मैसेज
    }
rooms-link-unknown = यह मैसेज नहीं दिखाया जा सकता: यह मौजूद नहीं है या आपके शामिल होने से पहले भेजा गया था।
rooms-link-offline = यह मैसेज बिना कनेक्शन के नहीं लाया जा सकता।
rooms-new-from-here = नए
rooms-message = { $name }, { $time }
rooms-message-more = इस मैसेज के बारे में और
rooms-write = { $room } में मैसेज लिखें
rooms-write-thread = इस थ्रेड में जवाब दें
rooms-too-long = यह एक मैसेज की सीमा से ज़्यादा लंबा है। इसे हिस्सों में या फ़ाइल के रूप में भेजें।
rooms-quiet = यहाँ केवल कुछ लोग लिख सकते हैं। आप पढ़ सकते हैं।
rooms-moved = यह बातचीत दूसरे रूम में जारी है।
rooms-moved-button = वहाँ जाएँ
rooms-send = भेजें
rooms-mention = जिन लोगों को आप मेंशन कर सकते हैं
rooms-typing =
    { $count ->
        [one] { $names } टाइप कर रहे हैं…
       *[other] { $names } टाइप कर रहे हैं…
    }
rooms-reply = जवाब दें
rooms-reply-in-thread = थ्रेड में जवाब दें
rooms-thread =
    { $count ->
        [one] { $count } जवाब
       *[other] { $count } जवाब
    }
rooms-threads =
    { $count ->
        [0] थ्रेड
        [one] थ्रेड, { $count } नहीं पढ़ा गया
       *[other] थ्रेड, { $count } नहीं पढ़े गए
    }
rooms-replying = { $name } को जवाब: { $body }
rooms-edit = एडिट करें
rooms-editing = आपका मैसेज एडिट हो रहा है
rooms-edited = (एडिट किया गया)
rooms-unfold = पूरा दिखाएँ
rooms-fold = कम दिखाएँ
rooms-copy = टेक्स्ट कॉपी करें
rooms-copy-link = लिंक कॉपी करें
rooms-delete = सभी के लिए डिलीट करें
rooms-deleted = डिलीट किया गया
rooms-deleted-by = { $name } ने डिलीट किया
rooms-deleted-why = { $name } ने डिलीट किया: { $reason }
rooms-quote-unknown = पहले का मैसेज
rooms-quote-nothing = …
rooms-react = रिएक्शन दें
rooms-reactions = रिएक्शन
rooms-reaction = { $names } की ओर से
rooms-sending = भेजा जा रहा है…
rooms-waiting = कनेक्शन का इंतज़ार है
rooms-failed = नहीं भेजा गया।
rooms-retry = फिर कोशिश करें
rooms-discard = हटा दें
rooms-read-by = { $names } ने पढ़ा

rooms-notice-created = { $who } ने रूम बनाया
rooms-notice-joined = { $whom } ने रूम जॉइन किया
rooms-notice-invited = { $who } ने { $whom } को आमंत्रित किया
rooms-notice-declined = { $whom } ने आमंत्रण ठुकराया
rooms-notice-withdrawn = { $who } ने { $whom } का आमंत्रण वापस लिया
rooms-notice-knocked = { $whom } ने अंदर आने का अनुरोध किया
rooms-notice-left = { $whom } ने रूम छोड़ा
rooms-notice-removed = { $who } ने { $whom } को हटाया
rooms-notice-banned = { $who } ने { $whom } पर रोक लगाई
rooms-notice-unbanned = { $who } ने { $whom } का प्रतिबंध हटाया
rooms-notice-why = { $told }: { $reason }
rooms-notice-renamed = { $whom } का नाम अब { $name } है
rooms-notice-described = { $who } ने विषय तय किया: { $name }
rooms-notice-undescribed = { $who } ने विषय हटाया
rooms-notice-pictured = { $who } ने रूम की तस्वीर बदली
rooms-notice-opened = { $who } ने बदला कि कौन अंदर आ सकता है
rooms-notice-history = { $who } ने बदला कि पहले कही गई बातें कौन पढ़ सकता है
rooms-notice-pinned = { $who } ने पिन की गई चीज़ें बदलीं
rooms-notice-promoted = { $who } ने { $whom } की भूमिका बदली
rooms-notice-ruled = { $who } ने बदला कि यहाँ कौन क्या कर सकता है
rooms-notice-replaced = { $who } ने इस बातचीत को नए रूम में पहुँचाया
rooms-notice-named = { $who } ने रूम को { $name } नाम दिया
rooms-notice-encrypted = यहाँ से आगे के मैसेज एंड-टू-एंड एन्क्रिप्टेड हैं
rooms-notice-more =
    { $count ->
        [one] { $count } और
       *[other] { $count } और
    }
