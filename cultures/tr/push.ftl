### Push: what a member is told of.

push-title = Bildirimler
push-words = Uygulama arka planda açıkken, seni ilgilendiren mesajlar için. Sessiz saatlerinde asla gösterilmez.
push-here = Bu cihazda göster
push-refused = Tarayıcı buna izin vermiyor. Tarayıcının bu sayfaya ilişkin ayarlarından değiştirilebilir.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Hangi cihazlarının uyandırılabileceği: uygulama, adı ve sağlayıcısının verdiği anahtar.
