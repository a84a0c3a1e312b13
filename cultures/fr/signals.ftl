### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = Les signaux des membres qui ont accepté que l’on apprenne d’eux : quel genre d’action, quand, dans quel salon et, si l’autre membre a aussi accepté, pour qui. Jamais ce qui a été dit. Ils sont supprimés à la fermeture du compte.
signals-keeps-imported = La même chose pour les personnes dont l’historique a été importé par quelqu’un qui a indiqué pourquoi il est licite d’en apprendre.
