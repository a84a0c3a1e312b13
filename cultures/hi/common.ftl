### Words that every page may need.

# Address: आप. Verbs that would name a gender are avoided where they can be (“ने” forms, nouns). Words: रूम, मैसेज, डिवाइस, अकाउंट, रिकवरी कुंजी, एंड-टू-एंड एन्क्रिप्टेड, मेंशन, आमंत्रण, होमसर्वर, साइन इन, साइन आउट.

-product = Hearth

common-form-error-title = कोई समस्या है

## What went wrong, wherever it did.

common-error-unreached = सर्वर से संपर्क नहीं हो पा रहा है। अपना कनेक्शन जाँचें और फिर कोशिश करें।
common-error-often =
    { $seconds ->
        [one] बहुत ज़्यादा कोशिशें हुईं। { $seconds } सेकंड रुकें और फिर कोशिश करें।
       *[other] बहुत ज़्यादा कोशिशें हुईं। { $seconds } सेकंड रुकें और फिर कोशिश करें।
    }
common-error-unknown = सर्वर पर कुछ गड़बड़ हो गई। थोड़ी देर में फिर कोशिश करें।

common-close = बंद करें
common-cancel = रद्द करें
common-copy-failed = कॉपी नहीं हो सका। कॉपी करने के लिए टेक्स्ट चुनें।
