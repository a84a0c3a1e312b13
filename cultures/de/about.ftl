### One room: what it is, who is in it, and what may be changed.

about-title = Über diesen Raum
about-back = Zurück
about-ways = Mehr über diesen Raum
about-encrypted = Ende-zu-Ende-verschlüsselt: Nur wer im Raum ist, kann lesen, was gesagt wird.
about-not-encrypted = Nicht verschlüsselt: Wer den Server betreibt, könnte mitlesen.
about-entry-anybody = Alle hier können ihn finden und beitreten.
about-entry-asking = Alle können um Einlass bitten.
about-entry-members-of = Mitglieder seiner Community können beitreten.
about-entry-invited = Nur wer eingeladen ist, kann beitreten.
about-history-world = Alle können ihn lesen, auch ohne beizutreten.
about-history-beginning = Wer beitritt, kann auch lesen, was vorher gesagt wurde.
about-history-invitation = Wer beitritt, kann lesen, was seit der Einladung gesagt wurde.
about-history-joining = Wer beitritt, kann nur lesen, was von da an gesagt wird.

about-calls = Benachrichtigen bei
about-calls-all = Allen Nachrichten
about-calls-mentions = Nur Erwähnungen
about-calls-none = Nichts

## The people in a room.

about-members = Mitglieder
about-members-search = Mitglieder suchen
about-members-here = Hier
about-members-invited = Eingeladen
about-members-asking = Bitten um Einlass
about-members-banned = Gesperrt

about-here = In diesem Raum
about-role = Rolle
about-role-owner = Leitung
about-role-admin = Admin
about-role-moderator = Moderation
about-role-member = Mitglied
about-role-custom = Stufe { $level }
about-role-own = Wenn du dir selbst eine niedrigere Rolle gibst, kann nur jemand anderes sie dir zurückgeben.
about-banned = Gesperrt

about-let-in = Einlassen
about-remove = Entfernen
about-remove-title = { $name } entfernen?
about-remove-words = { $name } verlässt den Raum und erfährt den Grund. Eine Rückkehr ist möglich, wenn der Raum offen ist oder jemand einlädt.
about-ban = Sperren
about-ban-title = { $name } sperren?
about-ban-words = { $name } verlässt den Raum und kann nicht zurückkehren, auch nicht mit Einladung, bis die Sperre aufgehoben wird. Das Gesagte bleibt.
about-unban = Sperre aufheben

about-refused-level = Dafür brauchst du hier diese Rolle: { $role }.
about-refused-rank = { $name } hat dieselbe Rolle wie du oder eine höhere, deshalb kannst du diese Person nicht entfernen.
about-error-forbidden = Deine Rolle in diesem Raum erlaubt das nicht. Vielleicht wurde sie gerade geändert.

## The settings of a room.

about-settings = Raumeinstellungen
about-save = Speichern
about-topic = Thema
about-topic-hint = Wofür der Raum da ist, in einem Satz.
about-picture = Bild auswählen
about-entry-invited-hint = Mitglieder laden ein, wer dazukommen soll.
about-entry-asking-label = Wer anfragt und eingelassen wird
about-entry-asking-hint = Alle können anfragen; Mitglieder, die einladen dürfen, entscheiden.
about-entry-anybody-hint = Der Raum wird aufgelistet, und alle hier können ohne Anfrage beitreten.
about-history = Wer kann lesen, was vorher gesagt wurde?
about-history-beginning-label = Mitglieder, von Anfang an
about-history-beginning-hint = Neue sehen die ganze Unterhaltung. Von verschlüsselten Nachrichten sehen sie, was ab jetzt gesendet wird.
about-history-invitation-label = Mitglieder, ab ihrer Einladung
about-history-joining-label = Mitglieder, ab ihrem Beitritt
about-history-later-hint = Was vorher gesagt wurde, bleibt Neuen verborgen.
about-history-world-label = Alle
about-history-world-hint = Auch wer nicht beigetreten ist, kann mitlesen.

about-addresses = Adressen
about-addresses-remove = { $address } entfernen
about-addresses-new = Neue Adresse
about-addresses-hint = Ein kurzes Wort ohne Leerzeichen, etwa garten. Links damit führen hierher.
about-addresses-add = Adresse hinzufügen

about-deeds = Wer was darf
about-deeds-words = Alle mit dieser oder einer höheren Rolle.
about-deed-say = Nachrichten schreiben
about-deed-invite = Personen einladen
about-deed-delete = Nachrichten anderer löschen
about-deed-remove = Personen entfernen
about-deed-ban = Personen sperren
about-deed-name = Den Namen ändern
about-deed-topic = Das Thema ändern
about-deed-picture = Das Bild ändern
about-deed-rooms = Räume hinzufügen und herausnehmen
about-deed-roles = Rollen vergeben
