### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events =
    Events of another product until they are counted: who, when, under which name, for whom and where. Those whose meaning
    nobody has settled are kept for 90 days.
ingest-keeps-identities =
    Which ids of another product are one person’s, and whose events come faster than people act.
