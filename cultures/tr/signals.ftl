### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = Kendilerinden öğrenilmesini kabul eden üyelerin sinyalleri: ne tür bir şey yaptıkları, ne zaman, hangi odada ve o üye de kabul ettiyse kimin için. Ne söylendiği asla. Hesap sona erdiğinde silinir.
signals-keeps-imported = Kaydını, ondan öğrenmenin neden hukuka uygun olduğunu belirten birinin taşıdığı kişilere ait aynı bilgiler.
