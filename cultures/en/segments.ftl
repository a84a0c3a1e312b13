### Who belongs together, in this server.

## What is kept of people, for the register of privacy.

segments-keeps-members =
    Which groups a member is in, such as the newcomers or those who come less than they did, of members who agreed to be
    learnt from, and when they came into each. Who came and went is kept for 14 days; deleted when consent is withdrawn or
    the account ends.
