### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = थ्रेड
threads-one = थ्रेड
threads-all = सभी थ्रेड
threads-close = थ्रेड बंद करें
threads-fetching = लाया जा रहा है…
threads-more = पुराने थ्रेड
threads-none = अभी कोई थ्रेड नहीं है। किसी मैसेज पर “थ्रेड में जवाब दें” से थ्रेड शुरू होता है, ताकि दूसरी बातों से रूम न भर जाए।
threads-failed = थ्रेड नहीं लाए जा सके।
threads-missing = यह थ्रेड नहीं दिखाया जा सकता: इसका पहला मैसेज मौजूद नहीं है, आपके शामिल होने से पहले भेजा गया था, या सर्वर से संपर्क नहीं हो पा रहा।
