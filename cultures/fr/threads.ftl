### Threads: what was said about a message, apart from the conversation that it is in.

threads-title = Fils
threads-one = Fil
threads-all = Tous les fils
threads-close = Fermer les fils
threads-fetching = Chargement…
threads-more = Fils plus anciens
threads-none = Aucun fil pour l’instant. « Répondre dans un fil » sur un message en ouvre un, pour qu’un sujet annexe n’envahisse pas le salon.
threads-failed = Les fils n’ont pas pu être chargés.
threads-missing = Ce fil ne peut pas être affiché : son premier message n’existe pas, il date d’avant votre arrivée, ou le serveur est injoignable.
