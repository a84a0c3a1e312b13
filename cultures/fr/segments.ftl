### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members = Les groupes dont un membre fait partie, comme les personnes nouvelles ou celles qui viennent moins qu’avant, pour les membres qui acceptent que l’on apprenne de leur usage, et depuis quand. Les entrées et sorties sont conservées 14 jours ; le tout est supprimé quand le consentement est retiré ou que le compte prend fin.
