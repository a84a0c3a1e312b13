### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = أحداث منتج آخر إلى أن تُحتسب: مَن، ومتى، وبأي اسم، ولمن، وأين. وما لم يحدّد أحد معناه منها يُحفظ 90 يومًا.
ingest-keeps-identities = أيّ معرّفات منتج آخر تعود إلى شخص واحد، ومَن تأتي أحداثه أسرع مما يتصرّف البشر.
