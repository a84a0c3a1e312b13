### Push: what a member is told of.

## What is kept of members, for the register of privacy.

push-keeps-pushers = Perangkat Anda yang boleh dibangunkan: aplikasinya, namanya, dan kunci yang diberikan penyedianya.
