### The web app's frame: what every screen of it needs.

web-absent =
    This is a { -product } server. It was built without its web app: `make run` builds one in. Any Matrix client can
    sign in here.

web-language = Language
web-starting = Opening your conversations…
web-elsewhere-title = Open in another window
web-elsewhere = Your conversations are open in another window of this browser. They can be in one at a time.
web-elsewhere-button = Use it here
web-broken-title = Your conversations could not be opened
web-broken =
    What is stored in this browser could not be read, or the server did not answer. Try again; if that does not help, sign
    out and in again.
web-broken-button = Try again

# How the app looks.
web-look = Look
web-look-system = As the system
web-look-light = Light
web-look-dark = Dark
web-look-contrast = High contrast

# A newer version of this app is on the server.
web-update-title = A new version is here
web-update = Reload to use it. What you are writing stays.
web-update-button = Reload
