### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Mesajlaşmayı çalıştırmak
privacy-service-what = Hesabın, cihazların, odaların ve gönderdiklerin saklanır ve yazdığın kişilere ulaştırılır.
privacy-service-why = Bu olmadan mesajlaşma olmazdı.
privacy-service-data = Sicilde listelenen modüllerin sakladığı her şey: hesabın ve profilin, cihazlar ve anahtarları, odalar, mesajlar, dosyalar, okundu bilgileri ve ayarlar.
privacy-service-kept = Sen silene veya hesabın sona erene kadar. Odalarda yazdıkların, sen kaldırmadıkça diğerleri için orada kalır.

privacy-security-name = Hesapları ve insanları güvende tutmak
privacy-security-what = Oturum açmalar, başarısız denemeler ve cihazlarının hangi adresten bağlandığı kaydedilir. Mesaj, oda ve kişi bildirimleri sunucuyu yönetenlere ulaşır.
privacy-security-why = Kimse hesabını ele geçirmesin ve başkalarını taciz edenler durdurulabilsin diye.
privacy-security-data = Oturum açma zamanları, her cihazın son adresi, yanlış parola sayısı, nedenleriyle birlikte bildirimler.
privacy-security-kept = Bir cihazın adresi, cihazın oturumu kapatılana kadar; bildirimler, sunucu çalıştığı sürece. Yanlış parola girildiği bilgisi, sunucunun olay listesinde yer kalmayana kadar saklanır.

privacy-retention-name = İnsanların uzaklaştığını fark etmek
privacy-retention-what = Ne zaman burada olduğun ve ne yaptığın sayılır: hangi tür odada kaç mesaj gönderip aldığın, kimin kime yanıt verdiği, davetler, aramalar ve karşılaştığın güçlükler. Yazdıklarına asla bakılmaz.
privacy-retention-why = Bu topluluğa emek verenler kimin neden ayrılmak üzere olduğunu erkenden öğrensin ve insanları uzaklaştıran şeyleri düzeltebilsin diye.
privacy-retention-data = Eylem türleri, zamanlar, sayılar, yaklaşık boyutlar, odaların ve kişilerin kimlikleri. Sözcükler, adlar, resimler veya dosyalar asla.
privacy-retention-kept = Sicilde her sinyalin kaç gün saklandığı yazar. Hayır dediğin andan itibaren başka hiçbir şey sayılmaz. Hesabın sona erdiğinde sayılanlar silinir.

privacy-product-name = Uygulamayı geliştirmek
privacy-product-what = Uygulamanın hangi bölümlerini kullandığın, nerede hata verdiği ve ne kadar beklediğin sayılır.
privacy-product-why = Önüne çıkan engeller bulunup düzeltilsin diye.
privacy-product-data = Sabit bir listedeki işlev adları, hata türleri, bekleme süreleri, uygulamanın sürümü. Yazdıkların asla.
privacy-product-kept = Sicilde her sinyalin kaç gün saklandığı yazar. Hayır dediğin andan itibaren başka hiçbir şey sayılmaz. Hesabın sona erdiğinde sayılanlar silinir.

privacy-personal-name = Senin için zamanında bir şey yapmak
privacy-personal-what = Senin hakkında öğrenilenler, örneğin ayrılmak üzere olabileceğin, sana yazmak, yardım önermek veya bir şey göstermek için kullanılır.
privacy-personal-why = Çok geç olmadan yardım alasın ve gerek yokken rahatsız edilmeyesin diye.
privacy-personal-data = Nedenleriyle birlikte senin hakkında öğrenilenler, senin için yapılanlar ve bunların sonucu.
privacy-personal-kept = Hesabın sona erene kadar. Hayır dediğin andan itibaren buna dayanarak başka hiçbir şey yapılmaz.

## What makes a use of personal data lawful.

privacy-basis-contract = Bizden istediğin şeyi yapmak için gerekli (sözleşme).
privacy-basis-interest = Senin çıkarının ağır basmadığı meşru bir çıkarımız var.
privacy-basis-consent = Kararı sen verirsin ve istediğin an değiştirebilirsin (açık rıza).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Sen kabul edene kadar kapalı.
privacy-default-notice = Sana bildirildikten sonra, hayır diyene kadar açık. İstediğin an hayır diyebilirsin.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions = Neyi ne zaman kabul edip etmediğin, metnin hangi sürümünü hangi dilde gördüğün ve belirttiğin bölge. Hesabın sona erdiğinde silinir.

## The choices in the web app.

privacy-choices-title = Verilerin
privacy-choices-intro = Mesajlaşmayı çalıştırmak dışında ne için kullanılacağına sen karar verirsin. Yazdıkların asla okunmaz.
privacy-choices-more = Neden, hangi verilerle, ne kadar süre
privacy-told-retention = Bu uygulama, her seferinde sabit bir listeden tek sözcükle şunları bildirir: onu açtığını, ne kadar kullandığını ve bir şeyin ne zaman gönderilemediğini, okunamadığını, yavaş kaldığını, bulunamadığını, ters gittiğini ya da reddedildiğini.
privacy-told-product = Bu uygulama, her seferinde sabit bir listeden tek sözcükle şunları bildirir: yanıtlar, tepkiler ya da arama gibi hangi bölümlerini kullandığını ve hangi ayarları değiştirdiğini.
privacy-choices-copy = Hakkımda saklananları indir
privacy-asked-title = Verilerin, seçimin
privacy-asked = Bu topluluk nasıl kullanıldığından öğrenebilir mi? Sen evet diyene kadar hiçbir şey sayılmaz.
privacy-asked-notice = Bu topluluk nasıl kullanıldığından öğreniyor. Bunun ne demek olduğuna bak; istediğin an hayır diyebilirsin.
privacy-asked-button = Ne olduğuna bak
