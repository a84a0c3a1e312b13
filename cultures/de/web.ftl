### The web app's frame: what every screen of it needs.

web-absent = Dies ist ein Server von { -product }. Er wurde ohne seine Web-App gebaut: `make run` baut sie mit ein. Anmelden kann man sich hier mit jedem Matrix-Client.

web-language = Sprache
web-starting = Deine Unterhaltungen werden geöffnet …
web-elsewhere-title = In einem anderen Fenster geöffnet
web-elsewhere = Deine Unterhaltungen sind in einem anderen Fenster dieses Browsers geöffnet. Das geht immer nur in einem Fenster zugleich.
web-elsewhere-button = Hier verwenden
web-broken-title = Deine Unterhaltungen konnten nicht geöffnet werden
web-broken = Was in diesem Browser gespeichert ist, ließ sich nicht lesen, oder der Server hat nicht geantwortet. Versuche es erneut; wenn das nicht hilft, melde dich ab und wieder an.
web-broken-button = Erneut versuchen

web-look = Aussehen
web-look-system = Wie das System
web-look-light = Hell
web-look-dark = Dunkel
web-look-contrast = Hoher Kontrast

web-update-title = Eine neue Version ist da
web-update = Lade neu, um sie zu verwenden. Was du gerade schreibst, bleibt.
web-update-button = Neu laden
