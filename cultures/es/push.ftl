### Push: what a member is told of.

push-title = Notificaciones
push-words = De mensajes que te conciernen, mientras la aplicación está abierta en segundo plano. Nunca en tus horas de silencio.
push-here = Mostrar en este dispositivo
push-refused = El navegador no lo permite. Puedes cambiarlo en sus ajustes para esta página.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Cuáles de tus dispositivos se pueden despertar: la aplicación, su nombre y la clave que le dio su fabricante.
