### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = The files that you uploaded: content, name, type, size and when.

## Files in a conversation of the web app.

media-attach = Attach files
# Shown over the conversation while somebody holds files over it.
media-drop = Drop here to attach
# A list of the files that were chosen and not sent yet.
media-chosen = Files to send
# What stands in the empty field while one file is chosen: words that are shown beside it.
media-caption = Add a caption
# $name is a file.
media-remove = Do not send { $name }
# A switch.
media-smaller = Send large pictures smaller
# $name is a file, $size the most that the server takes, such as “100 MB”.
media-large = { $name } is too large. Files may have up to { $size } here.
media-empty = { $name } is empty, or a folder.
media-unreadable = { $name } could not be read. Remove it, then choose it again.
# $count is how many files can be sent at once.
media-many = Only { $count } files can be sent at once. Send these first.
# What a progress bar shows. $name is a file.
media-sending = Sending { $name }
media-open-picture = Open picture { $name }
media-play = Play { $name }
media-play-voice = Play the voice message
media-download = Download { $name }
media-keep = Download
# A button.
media-record = Record a voice message
# Beside the time that it lasts.
media-recording = Recording
media-microphone = The microphone cannot be used. Allow it for this page in your browser, then try again.
# Stands in place of a file's name.
media-voice = Voice message
# Why a file is not there.
media-unreached = It could not be fetched. Try again.
media-gone = It is not on the server any more.
media-damaged = It was changed on its way, so it is not opened.
media-unshowable = It cannot be shown here. You can download it.
# A file that should become the picture of a room or a person.
media-no-picture = This is no picture that can be shown. Choose a PNG, JPEG, GIF or WebP.
media-opening = Opening the picture
media-actual = As large as it is
media-previous = Previous picture
media-next = Next picture
# Who sent a picture, and when.
media-from = { $name }, { $time }
