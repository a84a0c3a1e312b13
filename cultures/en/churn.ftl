### Churn: who is about to leave, how soon and why.

## Features, as operators read them.

churn-feature-recency = Days since last seen
churn-feature-recency-by-median-gap = Silence against their usual pause
churn-feature-recency-by-mean-gap = Silence against their mean pause
churn-feature-recency-by-longest-gap = Silence against their longest pause
churn-feature-pause-survival = Share of their pauses that were at least as long as this one
churn-feature-gap-mean = Mean days between active days
churn-feature-gap-median = Usual days between active days
churn-feature-gap-deviation = How irregular their pauses are
churn-feature-gap-longest = Longest pause, in days
churn-feature-gap-p90 = Pause that nine of ten do not exceed, in days
churn-feature-tenure = Days since they came
churn-feature-recency-by-tenure = Silence as a share of their time here
churn-feature-traces = Everything they did
churn-feature-traces-1d = Activity of the last day
churn-feature-traces-3d = Activity of the last 3 days
churn-feature-traces-7d = Activity of the last 7 days
churn-feature-traces-14d = Activity of the last 14 days
churn-feature-traces-30d = Activity of the last 30 days
churn-feature-traces-90d = Activity of the last 90 days
churn-feature-days = Active days in all
churn-feature-days-3d = Active days of the last 3
churn-feature-days-7d = Active days of the last 7
churn-feature-days-14d = Active days of the last 14
churn-feature-days-30d = Active days of the last 30
churn-feature-days-90d = Active days of the last 90
churn-feature-days-by-tenure = Share of days on which they were active
churn-feature-traces-by-day = Activity on an active day
# “Fading over” N days: a sum in which what is N days old counts 1/e, so it has no hard edge.
churn-feature-faded-1d = Activity, fading over a day
churn-feature-faded-3d = Activity, fading over 3 days
churn-feature-faded-7d = Activity, fading over 7 days
churn-feature-faded-14d = Activity, fading over 14 days
churn-feature-faded-30d = Activity, fading over 30 days
churn-feature-faded-90d = Activity, fading over 90 days
churn-feature-trend-3d-14d = Activity of these days against a fortnight
churn-feature-trend-7d-30d = Activity of this week against a month
churn-feature-trend-14d-90d = Activity of a fortnight against a quarter
churn-feature-days-this-week-by-last = Active days of this week against the last
churn-feature-days-fortnight-by-last = Active days of this fortnight against the last
churn-feature-days-last-week = Active days of the week before
churn-feature-usual-weeks-missed = Weeks’ worth of their usual days on which they did not come
churn-feature-streak = Last active days in a row
churn-feature-weeks-active = Share of recent weeks with activity
churn-feature-sessions = Visits in all
churn-feature-session-length = Activity in a visit
churn-feature-session-last = Activity in the last visit
churn-feature-weekend-share = Share of activity at weekends (UTC)
churn-feature-day-evenness = How evenly activity is spread over the day
churn-feature-quarter-1 = Share of activity from 0 to 6 h (UTC)
churn-feature-quarter-2 = Share of activity from 6 to 12 h (UTC)
churn-feature-quarter-3 = Share of activity from 12 to 18 h (UTC)
churn-feature-quarter-4 = Share of activity from 18 to 24 h (UTC)
churn-feature-hours-drift = How far their hours of late are from their usual ones (UTC)
churn-feature-weekdays-drift = How far their weekdays of late are from their usual ones (UTC)
churn-feature-kinds = Kinds of things they do
churn-feature-kind-evenness = How evenly what they do is spread over kinds
churn-feature-main-kind-share = Share of what they do most
churn-feature-directed-share = Share of activity that was for somebody
churn-feature-rooms = Rooms they were in
churn-feature-main-room-share = Share of activity in their main room
churn-feature-main-room-traffic = How much goes on in their main room
churn-feature-main-room-trend = Their main room, these days against before
churn-feature-main-room-silence = Days of silence in their main room
churn-feature-peers = People they turned to
churn-feature-sent-3d = Sent to others, fading over 3 days
churn-feature-sent-10d = Sent to others, fading over 10 days
churn-feature-sent-40d = Sent to others, fading over 40 days
churn-feature-received = Received from others in all
churn-feature-received-3d = Received, fading over 3 days
churn-feature-received-10d = Received, fading over 10 days
churn-feature-received-40d = Received, fading over 40 days
churn-feature-received-trend = Received these days against before
churn-feature-received-by-sent = Received against sent
churn-feature-received-since = Received since they were last seen
churn-feature-received-ago = Days since they last received something
churn-feature-answered-10d = Answers to them, fading over 10 days
churn-feature-answered-share = Share of what they sent that was answered
churn-feature-my-latency = How long they take to answer
churn-feature-their-latency = How long they wait for answers
churn-feature-answers-given = Answers they gave
churn-feature-answers-got = Answers they got
churn-feature-begun = Conversations they began
churn-feature-met = Conversations that others began with them
churn-feature-begun-share = Conversations they began against those that others began
churn-feature-contacts-mutual = Contacts who write both ways
churn-feature-contacts-unanswered = Contacts who have not answered
churn-feature-contacts-waiting = Contacts who wait for an answer
churn-feature-contacts-concentration = Share of their main contact
churn-feature-contacts-here-7d = Contacts seen within 7 days
churn-feature-contacts-silence = How long their contacts have been silent
churn-feature-contacts-traces = How active their contacts are
churn-feature-contacts-recent = Contacts of the last 7 days
churn-feature-contacts-gone-share = Share of contacts silent for 14 days or more
churn-feature-contacts-gone-lately = Contacts who fell silent 2 to 6 weeks ago
churn-feature-contacts-risk = How unusually long their contacts have been silent
churn-feature-friction-10d = What failed for them, fading over 10 days
churn-feature-rooms-joined-40d = Rooms they came into, fading over 40 days
churn-feature-rooms-left-40d = Rooms they left, fading over 40 days
churn-feature-moderated-40d = What was done to them by moderators, fading over 40 days
churn-feature-expected-days = Active days expected from how they come
churn-feature-alive = Chance that they are still here, from how they come

## Reasons.

churn-reason-silence = Has been silent for long
churn-reason-little-activity = Does little
churn-reason-fading = Does less than before
churn-reason-broken-rhythm = Has been away for longer than is usual for them
churn-reason-changed-hours = Comes at other hours than those who stay
churn-reason-changed-use = Uses the place differently from those who stay
churn-reason-rooms = Fewer stay in rooms such as theirs
churn-reason-few-answers = Gets few answers from others
churn-reason-contacts = Has few contacts, or they are not here any more
churn-reason-new-here = Fewer stay who have been here for as long as they have
churn-reason-friction = Things failed for them
churn-reason-moderation = Others or moderators acted against them

## The number behind a reason.

churn-value-number = { $number }
churn-value-days =
    { $number ->
        [one] { $number } day
       *[other] { $number } days
    }
churn-value-hours =
    { $number ->
        [one] { $number } hour
       *[other] { $number } hours
    }
churn-value-minutes =
    { $number ->
        [one] { $number } minute
       *[other] { $number } minutes
    }
churn-value-seconds =
    { $number ->
        [one] { $number } second
       *[other] { $number } seconds
    }
churn-value-percent = { $number } %
# A ratio: 2.5 means two and a half times as much.
churn-value-times = × { $number }

## The four causes.

churn-cause-experience = Poor experience
churn-cause-trust = Privacy and security worries
churn-cause-product = Thin or stale product
churn-cause-elsewhere = What they came for is elsewhere now

## The page of `hearth churn report`.

churn-report-title = Who is about to leave
churn-report-about = Each prediction was made by a model that knew only what came before it. The small figures hold 95 % of what other draws of members would give.
# $days, $rows, $members and $moments are numbers, $left is a share.
churn-report-judged =
    Leaving is a silence of { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. { $rows ->
        [one] { $rows } prediction
       *[other] { $rows } predictions
    } about { $members ->
        [one] { $members } member
       *[other] { $members } members
    } at { $moments ->
        [one] { $moments } moment
       *[other] { $moments } moments
    } { $rows ->
        [one] was
       *[other] were
    } judged; { $left } were about somebody who left.
churn-report-figures = Figures
churn-report-gain = How many are found
churn-report-calibration = Do the probabilities mean what they say?
churn-report-survival = Who stays, by what was said
churn-report-pauses = What counts as leaving
churn-report-reasons = Reasons
churn-report-time = What was said and what came
churn-report-drift = What has moved
churn-report-gain-about = Warn of the given share of members, the likeliest first: the line shows the share of leavers among them. The higher, the better.
churn-report-gain-x = Share of members
churn-report-gain-y = Share of leavers
churn-report-calibration-about = Fifteen groups of equal size: what was said on average, and how many left. On the straight line both are the same.
churn-report-calibration-x = Said
churn-report-calibration-y = Left
churn-report-survival-about = The share that has not left after so many days, of the thirds with the lowest, the middle and the highest risk (Kaplan and Meier).
churn-report-survival-x = Days
churn-report-survival-y = Still here
churn-report-pauses-about = The share of pauses between active days that are at most so long. Leaving is a silence that nine of ten pauses do not exceed, or, in a log too short for that, the longest that it can tell of.
churn-report-pauses-x = Days
churn-report-pauses-y = Share of pauses
churn-report-pauses-line = Pauses
churn-report-covered = Nine of ten
churn-report-horizon = Counts as leaving
churn-report-engine = Hearth
churn-report-bgnbd = BG/NBD
churn-report-recency = Silence alone
churn-report-right = Exactly right
churn-report-said = Said
churn-report-came = Came
churn-report-low = Lowest risk
churn-report-middle = Middle
churn-report-high = Highest risk
churn-report-time-about = The mean of what was said, and the share that left, at each moment that was judged.
churn-report-time-x = Days since the first
churn-report-time-y = Share
churn-report-drift-about = How far features have moved from the first moment that was judged to the last (population stability index): below 0.1 not at all, above 0.25 far. A community that grows older moves by itself; the engine learns anew at each moment.
churn-report-figure-auc-within = AUC within a moment
churn-report-figure-auc = AUC, pooled
churn-report-figure-pr-auc = PR-AUC
churn-report-figure-lift = Lift of the top tenth
churn-report-figure-log-loss = Log loss
churn-report-figure-brier = Brier score
churn-report-figure-calibration-error = Calibration error
churn-report-reasons-about = How often each reason stood first, and how many of those left. A reason is what makes somebody likelier to leave than the middle of the community, even if they are not likely to. Fewer than ten are not told.
# The reason that weighs most, and the root cause that it belongs to.
churn-report-reasons-reason = First reason
churn-report-reasons-cause = Cause
churn-report-reasons-members = Predictions
churn-report-reasons-left = Left
