### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = Los eventos de otro producto hasta que se cuentan: quién, cuándo, con qué nombre, para quién y dónde. Aquellos cuyo significado nadie ha fijado se conservan 90 días.
ingest-keeps-identities = Qué identificadores de otro producto son de una misma persona y de quién llegan eventos más rápido de lo que actúa la gente.
