### Who is about to leave, in this server.

scores-too-few =
    { $active ->
        [one] One member was here lately.
       *[other] { $active } members were here lately.
    } With fewer than { $least } predictions would say more than can be known, so what there is, is described.
scores-too-young =
    Too little has come to pass to learn from: it takes members who left, which is a silence of { $days } days, and members
    who stayed. Until then what there is, is described.
scores-none-yet = Nothing was said yet. Scores are made once a day, at midnight UTC, of what members agreed to.
scores-alarm-drift =
    The community has changed since the model learned: the chances of its members have moved as a whole. Single chances may
    be off until it has learned anew.
scores-alarm-calibration =
    The chances given a while ago came out otherwise. Do not act on single chances until the next model; the order still
    tells who is likelier than whom.

## What is kept of people, for the register of privacy.

scores-keeps-scores =
    How likely it is that a member stops coming, of members who agreed to be learnt from, with the reasons and the day. Kept
    for 400 days; deleted when consent is withdrawn or the account ends.
