### One person: who they are, and what one can do.

people-title = Profile
people-message = Send a message
people-met = Rooms you share
people-unknown = There is nobody with this address.
people-ignore = Ignore
people-ignore-no = Stop ignoring
people-ignore-words = You no longer see what they write, and they cannot invite you. They are not told.
# $name is the person.
people-ignored = You ignore { $name }.
# Heads the list of them in the settings.
people-ignored-title = People you ignore

## Telling those who run the server of something.

people-report = Report
people-report-message = Report this message
people-report-room = Report this room
people-report-space = Report this community
people-report-person = Report this person
people-report-words = Those who run this server read your report. Others are not told of it.
people-reported = Thank you. Your report has been sent.
people-reason = What is wrong?
people-reason-optional = Reason (optional)

## Deleting what was said.

# $name is who wrote the message.
people-delete-title = Delete the message of { $name }?
people-delete-words = It is gone for everyone and cannot be brought back. That it was there, and that you deleted it, stays visible.
people-delete-own-title = Delete your message?
