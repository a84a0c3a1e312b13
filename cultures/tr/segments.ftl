### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = Kendisinden öğrenilmesine izin veren üyelerin hangi gruplarda olduğu, örneğin yeni gelenler ya da eskisinden az gelenler, ve her birine ne zaman girdiği. Giriş çıkışlar 14 gün saklanır; izin geri alınınca ya da hesap sona erince silinir.
