### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Hangi cihazlarının uyandırılabileceği: uygulama, adı ve sağlayıcısının verdiği anahtar.
