### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = Başka bir ürünün olayları, sayılana kadar: kim, ne zaman, hangi adla, kimin için ve nerede. Anlamını kimsenin belirlemediği olaylar 90 gün saklanır.
ingest-keeps-identities = Başka bir ürünün hangi kimliklerinin aynı kişiye ait olduğu ve kimin olaylarının insanların davranabileceğinden hızlı geldiği.
