### Media: files that members share.

## What is kept of members, for the register of privacy.

media-keeps-files = 업로드한 파일: 내용, 이름, 종류, 크기, 시각.
