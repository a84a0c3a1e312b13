### What is learnt from.

## What is kept of people, for the register of privacy.

signals-keeps-agreed = Signale von Mitgliedern, die zugestimmt haben, dass daraus gelernt wird: was für eine Handlung es war, wann, in welchem Raum und, falls auch dieses Mitglied zugestimmt hat, für wen. Niemals, was gesagt wurde. Endet das Konto, werden sie gelöscht.
signals-keeps-imported = Dasselbe von Personen, deren Protokoll jemand übernommen und dabei angegeben hat, warum es rechtmäßig ist, daraus zu lernen.
