### Who is about to leave, in this server.

scores-too-few = Son zamanlarda { $active } üye buradaydı. { $least } üyeden az olduğunda tahminler bilinebilecek olandan fazlasını söyler, bu yüzden yalnızca var olan anlatılır.
scores-too-young = Öğrenmek için henüz çok az şey oldu: ayrılan, yani { $days } gün sessiz kalan üyeler ve kalan üyeler gerekir. O zamana kadar yalnızca var olan anlatılır.
scores-none-yet = Henüz sonuç yok. Puanlar günde bir kez, UTC gece yarısında, üyelerin kabul ettiği bilgilerden hesaplanır.
scores-alarm-drift = Model öğrendiğinden beri topluluk değişti: üyelerin olasılıkları bütün olarak kaydı. Yeniden öğrenene kadar tek tek olasılıklar yanlış olabilir.
scores-alarm-calibration = Bir süre önce verilen olasılıklar gerçekleşenle uyuşmadı. Sonraki modele kadar tek tek olasılıklara göre hareket etme; sıralama, kimin ayrılma olasılığının daha yüksek olduğunu hâlâ gösterir.

## What is kept of people, for the register of privacy.

scores-keeps-scores = Kendilerinden öğrenilmesini kabul eden üyelerin gelmeyi bırakma olasılığı, nedenleri ve günüyle birlikte. 400 gün saklanır; onay geri çekildiğinde veya hesap sona erdiğinde silinir.
