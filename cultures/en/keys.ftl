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
keys-offer = Encrypted messages open on this device alone. A recovery key opens them on another, should you lose this one.
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
keys-asked = What you said and heard on another device opens here, with that device or your recovery key.
keys-asked-button = Bring them here
keys-enter-hint = Twelve groups of four letters and digits.
keys-enter-button = Open my messages
keys-enter-wrong = This is not your recovery key. Check every letter; capitals count.
keys-change = Change it
keys-change-words = You get a new recovery key, and the one you have no longer works. Your messages stay as they are.
keys-bring = Your recovery key brings your messages here, and so does a device that can read them.
keys-bring-alone = Your recovery key brings your messages here.
keys-bring-without = A device that can read your messages passes them to this one. You have no recovery key.
keys-bring-device = Use another device
keys-bring-neither = I have neither
keys-reset-title = Begin anew
keys-reset = Where no device and no recovery key is left, nobody can open your older messages. You get new keys:
keys-reset-lost = Encrypted messages from before today stay closed, for good.
keys-reset-devices = Your other devices have to be verified again.
keys-reset-people = People who verified you are told that your keys have changed.
keys-reset-button = Give up my old messages and begin anew

## Why a message cannot be read, and what can be done.

keys-unreadable-elsewhere = This device does not have your keys yet.
keys-unreadable-coming = The key for this message is on its way. The message opens by itself when the key is here.
keys-unreadable-lost =
    This was sent before you signed in on this device, and its key is not in your backup. A device that you used before
    can show it.
keys-unreadable-joining = This was sent before you joined, so it is not for your eyes.
keys-unreadable-withheld = The sender’s app keeps this from devices that it does not know.
keys-unreadable-broken = This message cannot be decrypted.
keys-unreadable-look = Look again
# $name is who sent it.
keys-unreadable-ask = Ask { $name } to send it again
# Put into the reply that asks for it.
keys-unreadable-asked = I cannot read this message. Could you send it again?
