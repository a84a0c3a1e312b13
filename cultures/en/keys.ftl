### Keys for end-to-end encryption.

## What is kept of members, for the register of privacy.

keys-keeps-public = The public keys of your devices and of yourself, and signatures on them.
keys-keeps-waiting = Messages to your devices that they have not fetched yet, as a rule encrypted by their senders.
keys-keeps-backups = Backups of room keys, encrypted with a key that only you have.
keys-keeps-dehydrated = A device kept for you to come back to, encrypted likewise.

## The recovery key in the web app.

keys-recovery = Recovery key
# These four are about the recovery key, under its name.
keys-state-safe = You have one. It brings your messages back on any device.
keys-state-here = Your keys are on this device alone.
keys-state-elsewhere = Enter it to read older messages on this device.
keys-offer-title = Keep your messages safe
keys-offer = Your encrypted messages can be read on this device alone. With a recovery key you get them back if you lose it.
keys-offer-button = Make a recovery key
keys-make =
    It opens your encrypted messages on another device. Nobody else has it, not even the people who run this server, so
    keep it where you will find it: a password manager, or on paper.
keys-make-button = Make it now
keys-made = This is your recovery key. It is shown only once.
keys-copy = Copy
keys-copied = Copied
keys-kept = I have kept it
keys-asked-title = Read your older messages
keys-asked = What you said and heard on another device opens here with your recovery key.
keys-asked-button = Enter the recovery key
keys-enter-hint = Twelve groups of four letters and digits.
keys-enter-button = Open my messages
keys-enter-wrong = This is not your recovery key. Check every letter; capitals count.
