### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = Eventos de outro produto até serem contados: quem, quando, com que nome, para quem e onde. Aqueles cujo significado ninguém definiu são guardados por 90 dias.
ingest-keeps-identities = Quais identificadores de outro produto são da mesma pessoa e de quem chegam eventos mais rápido do que gente age.
