### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = İleti dizileri
threads-one = İleti dizisi
threads-all = Tüm ileti dizileri
threads-close = İleti dizilerini kapat
threads-fetching = Getiriliyor…
threads-more = Daha eski ileti dizileri
threads-none = Henüz ileti dizisi yok. Bir mesajdaki “İleti dizisinde yanıtla” yeni bir dizi başlatır, böylece yan konular odayı doldurmaz.
threads-failed = İleti dizileri getirilemedi.
threads-missing = Bu ileti dizisi gösterilemiyor: ilk mesajı yok, sen katılmadan önce gönderilmiş ya da sunucuya ulaşılamıyor.
