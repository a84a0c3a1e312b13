### Invitations by link: what they say, and what they lead to.

invites-leads-to = Tienes una invitación a
invites-link = Invitar con un enlace
invites-link-open = Quien abra el enlace verá qué es esta sala, y estará en ella al iniciar sesión o crear una cuenta.
invites-link-asking = Quien abra el enlace verá qué es esta sala y podrá pedir entrar.
invites-link-closed = En esta sala solo se entra con invitación, así que el enlace lleva a esta comunidad. Cuando alguien tenga cuenta, envíale una invitación por su nombre.
invites-link-community = Quien abra el enlace verá qué es esta comunidad y podrá crear una cuenta.
invites-share = Compartir
invites-code-label = Código QR de { $link }

## What it takes to make an account.

invites-closed = Ahora nadie puede crear aquí una cuenta por su cuenta, así que el enlace solo sirve a quienes ya tienen una.
invites-closed-community = Ahora nadie puede crear aquí una cuenta por su cuenta. Quienes administran este servidor pueden permitirlo.
invites-token = Para crear una cuenta aquí hace falta un código. Quienes administran este servidor pueden poner uno en el enlace.
invites-token-make = Poner un código en el enlace
invites-token-made = El enlace lleva un código: con él, { $count } personas pueden crear una cuenta en un plazo de { $days } días.
