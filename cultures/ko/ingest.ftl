### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = 집계되기 전까지의 다른 제품 이벤트: 누가, 언제, 어떤 이름으로, 누구에게, 어디서. 의미가 정해지지 않은 이벤트는 90일 동안 보관해요.
ingest-keeps-identities = 다른 제품의 어떤 ID가 같은 사람의 것인지, 누구의 이벤트가 사람의 행동보다 빠르게 들어오는지.
