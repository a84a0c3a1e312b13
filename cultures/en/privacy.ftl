### Privacy: what personal data is used for, and what a member decides.

## The purposes. A text that changes needs a new version in crates/trust/src/privacy/purposes.rs.

privacy-service-name = Running the messenger
privacy-service-what =
    Your account, your devices, your rooms and what you send are stored, and carried to the people you write to.
privacy-service-why = Without it there would be no messenger.
privacy-service-data =
    Everything that the modules listed in the register keep: your account and profile, devices and their keys, rooms,
    messages, files, receipts and settings.
privacy-service-kept =
    Until you delete it, or until your account ends. What you wrote in rooms stays there for the others unless you
    remove it.

privacy-security-name = Keeping accounts and people safe
privacy-security-what =
    Signing in, failing to sign in, and from which address your devices call, are noticed. Reports of messages, rooms and
    people reach those who run the server.
privacy-security-why =
    So that nobody takes over your account, and so that people who harass others can be stopped.
privacy-security-data =
    Times of sign-ins, each device’s last address, wrong passwords by number, reports with their reasons.
privacy-security-kept =
    A device’s address until the device is signed out, reports for as long as the server is run. That a wrong password was
    given is kept until the server’s list of what happened has no more room for it.

privacy-retention-name = Noticing when people drift away
privacy-retention-what =
    It is counted when you are here and what you do: how many messages you send and receive and in which kind of room,
    who answers whom, invitations, calls, and difficulties you meet. What you write is never looked at.
privacy-retention-why =
    So that the people who look after this community learn early who is about to leave and why, and can put right what
    drives people away.
privacy-retention-data =
    Kinds of actions, times, counts, rough sizes, and the ids of rooms and people. Never words, names, pictures or files.
privacy-retention-kept =
    The register says for each signal how many days it is kept. From the moment you say no, nothing more is counted.
    When your account ends, what was counted is deleted.

privacy-product-name = Improving the app
privacy-product-what =
    It is counted which parts of the app you use, where it fails, and how long you wait for it.
privacy-product-why = So that what gets in your way is found and put right.
privacy-product-data =
    Names of functions from a fixed list, kinds of errors, waiting times, the version of the app. Never what you type.
privacy-product-kept =
    The register says for each signal how many days it is kept. From the moment you say no, nothing more is counted.
    When your account ends, what was counted is deleted.

privacy-personal-name = Doing something for you in time
privacy-personal-what =
    What was learnt about you, such as that you may be about to leave, is used to write to you, to offer you help, or to
    show you something.
privacy-personal-why =
    So that you are helped before it is too late, and are not bothered when there is no need.
privacy-personal-data =
    What was learnt about you with its reasons, what was done for you, and what came of it.
privacy-personal-kept =
    Until your account ends. From the moment you say no, nothing more is done on account of it.

## What makes a use of personal data lawful.

privacy-basis-contract = It is needed for what you asked us to do (contract).
privacy-basis-interest = We have a legitimate interest that yours does not outweigh.
privacy-basis-consent = You decide, and can change your mind at any time (consent).

## What holds as long as somebody has decided nothing.

privacy-default-opt-in = Off until you agree.
privacy-default-notice = On once you have been told of it, until you say no. You can say no at any time.

## What is kept of members, for the register of privacy.

privacy-keeps-decisions =
    What you agreed to or not and when, which version of the text you saw in which language, and the region that you
    named. It goes when your account ends.

## The choices in the web app.

privacy-choices-title = Your data
privacy-choices-intro = You decide what it is used for besides running the messenger. What you write is never read.
privacy-choices-more = Why, with which data, for how long
# What the app itself tells the server, for the purpose “Noticing when people drift away”.
privacy-told-retention =
    This app tells, each time in one word from a fixed list: that you opened it, how long you used it, and when something
    was not sent, could not be read, was slow, was not found, went wrong or was refused.
# What the app itself tells the server, for the purpose “Improving the app”.
privacy-told-product =
    This app tells, each time in one word from a fixed list: which parts of it you use, such as replies, reactions or
    search, and which settings you change.
privacy-choices-copy = Download what is kept of me
privacy-asked-title = Your data, your choice
privacy-asked = May this community learn from how it is used? Nothing is counted until you say so.
privacy-asked-notice = This community learns from how it is used. See what that means; you can say no at any time.
privacy-asked-button = See what it is about
