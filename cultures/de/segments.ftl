### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = In welchen Gruppen ein Mitglied ist, etwa bei den Neuen oder denen, die seltener kommen als früher, bei Mitgliedern, die dem Lernen zugestimmt haben, und seit wann. Wer kam und ging, wird 14 Tage aufbewahrt; gelöscht, wenn die Einwilligung widerrufen wird oder das Konto endet.
