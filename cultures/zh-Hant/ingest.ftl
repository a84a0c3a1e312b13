### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = 其他產品傳來、尚未計入的事件：何人、何時、事件名稱、對象與地點。意義尚未認定的事件會保留 90 天。
ingest-keeps-identities = 其他產品的哪些識別碼屬於同一個人，以及誰的事件頻率超出常人。
