### Accounts: making them, signing in, signing out.

## The page that makes the first administrator from a one-time link.

accounts-setup-title = Create the administrator
# $server is the server's name, such as example.org.
accounts-setup-intro =
    Welcome. Your { -product } server { $server } is running and waits for its first account.
    That account will be the administrator, who looks after the server and its people.
accounts-setup-localhost =
    This server is named “localhost”, which is for trying things out only: others cannot reach
    it by that name, and a server cannot change its name later.

accounts-setup-name-label = User name
# $example is a full Matrix ID on this server, such as @ada:example.org.
accounts-setup-name-hint =
    Use lower-case letters, digits and . _ = - / + only.
    Others will know you as, for example, { $example }. It cannot be changed later.
accounts-setup-password-label = Password
# $count is the smallest number of characters.
accounts-setup-password-hint =
    { $count ->
        [one] At least { $count } character.
       *[other] At least { $count } characters.
    } A few random words are easy to keep in mind and hard to guess.
accounts-setup-password-again-label = Password again
accounts-setup-password-again-hint = The same once more, to catch a slip of the finger.
accounts-setup-button = Create account

accounts-setup-error-name-invalid =
    Enter a user name. Use lower-case letters, digits and . _ = - / + only.
accounts-setup-error-name-taken = This user name is taken. Choose another one.
accounts-setup-error-passwords-differ = The two passwords are not the same. Enter both again.
# $count is the smallest number of characters.
accounts-setup-error-password-too-short =
    { $count ->
        [one] The password is too short. Use at least { $count } character.
       *[other] The password is too short. Use at least { $count } characters.
    }

accounts-setup-done-title = Your server is ready
# $user is the new account's Matrix ID, $address the server's web address.
accounts-setup-done =
    { $user } is now the administrator. Open { $address } in a browser and sign in, or choose it as the
    homeserver in any Matrix client.
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = Homeserver

accounts-setup-refused-title = This link does not work
accounts-setup-refused =
    It has been used already, or it is not complete. As long as the server has no
    administrator, it prints a new link each time it is restarted.

## The page that asks for agreement to the terms, for apps that cannot show them.

accounts-terms-title = Before you join
# $server is the server's name, such as example.org.
accounts-terms-intro = To have an account on { $server }, you agree to:
accounts-terms-button = I agree
accounts-terms-done-title = Thank you
accounts-terms-done = Go back to your app, which goes on by itself. This window can be closed.
accounts-terms-over-title = This page is no longer good
accounts-terms-over = Begin again in your app.

## What is kept of members, for the register of privacy.

accounts-keeps-account =
    Your Matrix ID, whether it is an administrator’s, when it was made, locked or ended, and which terms you agreed to.
accounts-keeps-password = A hash of your password, never the password.
accounts-keeps-profile = Your profile: display name, picture and what else you put there.
accounts-keeps-devices =
    Your devices: their names, when they signed in, and when and from which address they called last.
accounts-keeps-data = Settings and filters that your apps store here.

## Signing in and up in the web app.

accounts-in-title = Welcome back
# $server is the server's name, such as example.org.
accounts-in-intro = Sign in to { $server }
accounts-in-button = Sign in
accounts-in-other = New here?
accounts-in-other-link = Create an account
# By a code that another device of the member shows.
accounts-code-title = With another device
accounts-code-words = On a device where you are signed in, open the settings, then your devices, and have it show a code for this one.
accounts-code-scan = Scan the code
accounts-code-enter = Sign in as { $who }
accounts-code-over = This code is no longer good. Have your other device show a new one.
accounts-code-camera-none = There is no camera that may be used. Sign in with your password.
accounts-up-title = Create your account
# $server is the server's name, such as example.org.
accounts-up-intro = You will be a member of { $server }
accounts-up-button = Create account
# The names of the texts follow, each a link.
accounts-up-terms = By creating an account you agree to:
accounts-up-other = Already a member?
accounts-up-other-link = Sign in

accounts-name-label = User name
# $example is a full Matrix ID on this server, such as @ada:example.org.
accounts-name-hint = Others find you by it: { $example }
accounts-password-label = Password
# $count is the smallest number of characters.
accounts-password-hint =
    { $count ->
        [one] At least { $count } character. A few random words are easy to remember.
       *[other] At least { $count } characters. A few random words are easy to remember.
    }
accounts-token-label = Invitation code
accounts-token-hint = From the person or the page that invited you.

accounts-error-name-invalid = Use lower-case letters, digits and . _ = - / + only.
accounts-error-name-taken = This name is taken. Choose another one.
# $count is the smallest number of characters.
accounts-error-password-short =
    { $count ->
        [one] Use at least { $count } character.
       *[other] Use at least { $count } characters.
    }
accounts-error-token-missing = Enter the code of your invitation.
accounts-error-token-wrong = This code is not valid, or not any more. Ask for a new one.
accounts-error-wrong = Name or password is wrong. Check both and try again.
accounts-error-password = This is not your password.
accounts-error-closed = Nobody can sign up here by themselves. Ask the people who run this server for an account.
accounts-error-ended = This account has ended.
accounts-error-locked = This account is locked. Ask the people who run this server.
# Stands in place of the form where the page came over plain http.
accounts-insecure = This app needs a secure connection. Open it at an address that begins with https://, or at localhost.

# What this device is called in the list of devices. $browser and $system are names, such as Firefox and Linux.
accounts-device-name = Hearth in { $browser } on { $system }
accounts-device-unknown = Hearth in a browser

accounts-out = Sign out
accounts-out-title = Sign out?
accounts-out-keys =
    Once you sign out, your encrypted messages can be read again only on another device that has them already. With a
    recovery key you can come back to them.
# $count is the number of messages and files that have not been sent.
accounts-out-unsent =
    { $count ->
        [one] { $count } message or file has not been sent yet, and would be lost.
       *[other] { $count } messages or files have not been sent yet, and would be lost.
    }

accounts-again-title = Your session has run out
# $user is the member's Matrix ID.
accounts-again-intro = Enter the password of { $user } to go on. Your messages are still on this device.

accounts-settings = Settings
accounts-display-label = Your name
# $user is the member's Matrix ID, which stays as it is.
accounts-display-hint = What others see. Your address stays { $user }.
accounts-display-button = Save
accounts-picture-label = Your picture
accounts-picture-hint = What others see beside your name. Where a photograph was taken is not sent along.

accounts-change = Change
accounts-change-title = Change your password
accounts-change-hint = Changing it signs out your other devices.
accounts-change-words = Your other devices are signed out. Your recovery key stays as it is.
accounts-change-new = New password
accounts-change-now = Current password
accounts-change-button = Change password
accounts-change-done = Your password is changed. Your other devices are signed out.

accounts-end = End it
accounts-end-title = End your account
accounts-end-hint = For good. Nobody can bring it back.
accounts-end-words = Your account ends at once and for good:
accounts-end-rooms = You leave every room.
accounts-end-said = What you said stays with those you said it to, under your address alone.
accounts-end-name = Nobody gets your name again, not even you.
accounts-end-button = End my account
accounts-ended = Your account has ended.
accounts-elsewhere = You were signed out from another device, or your password was changed there. Sign in again to go on.
