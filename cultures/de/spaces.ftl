### Communities: groups of rooms, with members of their own. The protocol calls them spaces.

spaces-rail = Deine Communitys
spaces-all = Alle Unterhaltungen
spaces-found = Community · { $members }

## Making one.

spaces-new = Community erstellen
spaces-new-button = Community erstellen
spaces-new-words = Eine Community hält Räume, die zusammengehören, an einem Ort.
spaces-name = Name der Community
spaces-topic-hint = Wofür sie da ist, in einem Satz.
spaces-public-hint = Für alle Mitglieder dieses Servers aufgelistet.

## Its page, and its rooms.

spaces-about = Info
spaces-settings = Community-Einstellungen
spaces-leave = In den Räumen der Community, denen du beigetreten bist, bleibst du. Um zur Community zurückzukommen, brauchst du vielleicht eine neue Einladung.
spaces-empty = Es sind noch keine Räume darin.
spaces-add = Räume hinzufügen
spaces-add-to = Räume zu { $space } hinzufügen
spaces-add-search = Deine Räume durchsuchen
spaces-add-nothing = Du bist in keinem Raum, der hinzugefügt werden könnte.
spaces-add-words = Wer einem Raum beitreten darf, bleibt, wie es ist.
spaces-added = Hinzugefügt: { $rooms }
spaces-take-room = { $room } herausnehmen
spaces-take-title = { $room } aus { $space } herausnehmen?
spaces-take-words = Der Raum bleibt, wie er ist, mit seinen Mitgliedern, dem Gesagten und wer beitreten darf. Er ist nur nicht mehr in dieser Community zu finden.
spaces-take = Herausnehmen
spaces-reach = Mitglieder von { $space }
spaces-reach-hint = Alle in der Community können beitreten. Nicht verschlüsselt, damit Neue lesen können, was vorher gesagt wurde.
