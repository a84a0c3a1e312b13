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
    { $user } is now the administrator. Open any Matrix client, choose the homeserver
    { $address } and sign in.
accounts-setup-done-user-label = Matrix ID
accounts-setup-done-address-label = Homeserver

accounts-setup-refused-title = This link does not work
accounts-setup-refused =
    It has been used already, or it is not complete. As long as the server has no
    administrator, it prints a new link each time it is restarted.

## What is kept of members, for the register of privacy.

accounts-keeps-account =
    Your Matrix ID, whether it is an administrator’s, when it was made, locked or ended, and which terms you agreed to.
accounts-keeps-password = A hash of your password, never the password.
accounts-keeps-profile = Your profile: display name, picture and what else you put there.
accounts-keeps-devices =
    Your devices: their names, when they signed in, and when and from which address they called last.
accounts-keeps-data = Settings and filters that your apps store here.
