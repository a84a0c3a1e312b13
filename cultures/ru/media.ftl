### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Загруженные вами файлы: содержимое, название, тип, размер и время.
