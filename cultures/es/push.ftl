### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Cuáles de tus dispositivos se pueden despertar: la aplicación, su nombre y la clave que le dio su fabricante.
