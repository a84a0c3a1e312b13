### The devices that a member is signed in on.

devices-title = Deine Geräte
devices-words = Wo du angemeldet bist.
devices-button = Anzeigen
devices-this = Dieses Gerät
devices-seen = Zuletzt verwendet: { $when }
devices-unverified = Nicht verifiziert. Wenn es nicht deins ist, melde es ab.
devices-long = Seit Monaten nicht verwendet. Melde es ab, wenn du es nicht mehr hast.
devices-name = Name des Geräts
devices-rename = Umbenennen
devices-verify = Verifizieren
devices-out = Abmelden
devices-out-others = Alle anderen abmelden
devices-out-words =
    { $count ->
        [one] Dieses Gerät wird sofort abgemeldet. Gib zur Bestätigung dein Passwort ein.
       *[other] Diese { $count } Geräte werden sofort abgemeldet. Gib zur Bestätigung dein Passwort ein.
    }
devices-add = Ein anderes Gerät anmelden
devices-add-words = Gib dein Passwort ein, damit das niemand sonst tun kann.
devices-add-show = Code anzeigen
devices-add-scan =
    { $minutes ->
        [one] Scanne das mit dem anderen Gerät. Es gilt einmal, eine Minute lang.
       *[other] Scanne das mit dem anderen Gerät. Es gilt einmal, { $minutes } Minuten lang.
    }
devices-add-over = Die Zeit für diesen Code ist um. Zeig einen neuen an.
devices-added = { $name } ist jetzt angemeldet.
