### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = Ereignisse eines anderen Produkts, bis sie gezählt sind: wer, wann, unter welchem Namen, für wen und wo. Solche, deren Bedeutung noch niemand festgelegt hat, werden 90 Tage aufbewahrt.
ingest-keeps-identities = Welche Kennungen eines anderen Produkts zu derselben Person gehören und wessen Ereignisse schneller kommen, als Menschen handeln.
