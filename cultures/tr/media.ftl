### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = Yüklediğin dosyalar: içerik, ad, tür, boyut ve zaman.
