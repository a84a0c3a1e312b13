### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = アップロードしたファイル：内容、名前、種類、サイズ、日時。
