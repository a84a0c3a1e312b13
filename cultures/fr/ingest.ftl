### Events of other products.

## What is kept of people, for the register of privacy.

ingest-keeps-events = Les évènements d’un autre produit jusqu’à ce qu’ils soient comptés : qui, quand, sous quel nom, pour qui et où. Ceux dont personne n’a encore fixé le sens sont conservés 90 jours.
ingest-keeps-identities = Quels identifiants d’un autre produit désignent une même personne, et qui produit des évènements plus vite qu’un être humain n’agit.
