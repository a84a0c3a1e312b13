### Words that every page may need.

# Address: “sen”, as consumer apps do. Names and numbers stand so that no suffix hangs on them. Words: oda, mesaj, cihaz, hesap, kurtarma anahtarı, uçtan uca şifreli, bahsetme, davet, ana sunucu, oturum aç, oturumu kapat.

-product = Hearth

common-form-error-title = Bir sorun var

## What went wrong, wherever it did.

common-error-unreached = Sunucuya ulaşılamıyor. Bağlantını kontrol edip yeniden dene.
common-error-often = Çok fazla deneme yapıldı. { $seconds } saniye bekleyip yeniden dene.
common-error-unknown = Sunucuda bir şeyler ters gitti. Birazdan yeniden dene.

common-close = Kapat
common-cancel = İptal
common-copy-failed = Kopyalanamadı. Kopyalamak için metni seç.
