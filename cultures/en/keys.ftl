### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = The public keys of your devices and of yourself, and signatures on them.
keys-keeps-waiting = Messages to your devices that they have not fetched yet, as a rule encrypted by their senders.
keys-keeps-backups = Backups of room keys, encrypted with a key that only you have.
keys-keeps-dehydrated = A device kept for you to come back to, encrypted likewise.
