### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = आपकी अपलोड की हुई फ़ाइलें: सामग्री, नाम, प्रकार, साइज़ और समय।
