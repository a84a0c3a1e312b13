### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = En qué grupos está un miembro, como quienes acaban de llegar o quienes vienen menos que antes, de los miembros que aceptaron que se aprenda de su uso, y desde cuándo. Las entradas y salidas se conservan 14 días; todo se elimina al retirar el consentimiento o al cerrarse la cuenta.
