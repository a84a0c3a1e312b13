//! Every feature, declared: its name, what it belongs to, and how it is read.

use super::{
    seen::{Seen, WINDOWS},
    social::{Partner, Place, Room},
};

/// What a feature speaks of. Reasons are told by group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// How long ago.
    Recency,
    /// How much.
    Frequency,
    /// More or less than before.
    Trend,
    /// The pauses, against the member's own habit.
    Rhythm,
    /// When in the day and in the week.
    Clock,
    /// What is done: begun, answered, how long at a time.
    Use,
    /// Where.
    Rooms,
    /// What comes back from others.
    Answers,
    /// Who they are, and whether they are still there.
    Contacts,
    Tenure,
    /// What failed, was slow or came to nothing.
    Friction,
    /// What others or the operator did to them.
    Moderation,
}

impl Group {
    pub const ALL: [Self; 12] = [
        Self::Recency,
        Self::Frequency,
        Self::Trend,
        Self::Rhythm,
        Self::Clock,
        Self::Use,
        Self::Rooms,
        Self::Answers,
        Self::Contacts,
        Self::Tenure,
        Self::Friction,
        Self::Moderation,
    ];
}

/// A number that is known of a member at a moment. Its name in words is `churn-feature-NAME` in every culture.
pub struct Feature {
    pub name: &'static str,
    pub group: Group,
    /// The number; not a number where nothing is known.
    pub of: fn(&Seen) -> f64,
}

const fn feature(name: &'static str, group: Group, of: fn(&Seen) -> f64) -> Feature {
    Feature { name, group, of }
}

/// How evenly traces lie over places, 0 to 1: the entropy of their shares against the most there could be.
fn evenness(counts: &[u32]) -> f64 {
    let total = counts.iter().copied().map(f64::from).sum::<f64>();
    let term = |count: &u32| {
        let share = f64::from(*count) / total;
        if share > 0.0 { -share * share.ln() } else { 0.0 }
    };
    counts.iter().map(term).sum::<f64>() / (counts.len() as f64).ln()
}

fn ratio(part: f64, whole: f64) -> f64 {
    ((part + 0.5) / (whole + 0.5)).ln()
}

/// Days of silence after which a contact counts as gone.
const GONE: f64 = 14.0;

use Group::{Answers, Clock, Contacts, Frequency, Friction, Moderation, Recency, Rhythm, Rooms, Tenure, Trend, Use};

/// All features, in the order of a model's columns.
pub const FEATURES: &[Feature] = &[
    feature("recency", Recency, |seen| seen.recency()),
    feature("recency-by-median-gap", Rhythm, |seen| seen.recency() / seen.own.gaps.quantile(0.5)),
    feature("recency-by-mean-gap", Rhythm, |seen| seen.recency() / seen.own.gaps.mean()),
    feature("recency-by-longest-gap", Rhythm, |seen| seen.recency() / f64::from(seen.own.gaps.longest).max(1.0)),
    feature("pause-survival", Rhythm, |seen| seen.own.pause_survival(seen.at)),
    feature("gap-mean", Rhythm, |seen| seen.own.gaps.mean()),
    feature("gap-median", Rhythm, |seen| seen.own.gaps.quantile(0.5)),
    feature("gap-deviation", Rhythm, |seen| seen.own.gaps.deviation()),
    feature("gap-longest", Rhythm, |seen| f64::from(seen.own.gaps.longest)),
    feature("gap-p90", Rhythm, |seen| seen.own.gaps.quantile(0.9)),
    feature("tenure", Tenure, |seen| seen.tenure()),
    feature("recency-by-tenure", Tenure, |seen| seen.recency() / seen.tenure().max(1.0)),
    feature("traces", Frequency, |seen| f64::from(seen.own.events)),
    feature("traces-1d", Frequency, |seen| seen.counts[0]),
    feature("traces-3d", Frequency, |seen| seen.counts[1]),
    feature("traces-7d", Frequency, |seen| seen.counts[2]),
    feature("traces-14d", Frequency, |seen| seen.counts[3]),
    feature("traces-30d", Frequency, |seen| seen.counts[4]),
    feature("traces-90d", Frequency, |seen| seen.counts[5]),
    feature("days", Frequency, |seen| f64::from(seen.own.active_days)),
    feature("days-3d", Frequency, |seen| seen.days[1]),
    feature("days-7d", Frequency, |seen| seen.days[2]),
    feature("days-14d", Frequency, |seen| seen.days[3]),
    feature("days-30d", Frequency, |seen| seen.days[4]),
    feature("days-90d", Frequency, |seen| seen.days[5]),
    feature("days-by-tenure", Frequency, |seen| seen.days_per_tenure()),
    feature("traces-by-day", Use, |seen| f64::from(seen.own.events) / f64::from(seen.own.active_days)),
    feature("faded-1d", Frequency, |seen| seen.decayed[0]),
    feature("faded-3d", Frequency, |seen| seen.decayed[1]),
    feature("faded-7d", Frequency, |seen| seen.decayed[2]),
    feature("faded-14d", Frequency, |seen| seen.decayed[3]),
    feature("faded-30d", Frequency, |seen| seen.decayed[4]),
    feature("faded-90d", Frequency, |seen| seen.decayed[5]),
    feature("trend-3d-14d", Trend, |seen| ratio(seen.decayed[1], seen.decayed[3])),
    feature("trend-7d-30d", Trend, |seen| ratio(seen.decayed[2], seen.decayed[4])),
    feature("trend-14d-90d", Trend, |seen| ratio(seen.decayed[3], seen.decayed[5])),
    feature("days-this-week-by-last", Trend, |seen| ratio(seen.days_between(0, 7), seen.days_between(7, 14))),
    feature("days-fortnight-by-last", Trend, |seen| ratio(seen.days_between(0, 14), seen.days_between(14, 28))),
    feature("days-last-week", Trend, |seen| seen.days_between(7, 14)),
    feature("usual-weeks-missed", Rhythm, |seen| seen.own.profile.weeks_between(seen.own.last_day + 1, seen.day())),
    feature("streak", Rhythm, |seen| seen.streak()),
    feature("weeks-active", Rhythm, |seen| seen.weeks_active()),
    feature("sessions", Use, |seen| f64::from(seen.own.sessions)),
    feature("session-length", Use, |seen| f64::from(seen.own.events) / f64::from(seen.own.sessions)),
    feature("session-last", Use, |seen| f64::from(seen.own.session_events)),
    feature("weekend-share", Clock, |seen| f64::from(seen.own.profile.weekend()) / f64::from(seen.own.events)),
    feature("day-evenness", Clock, |seen| evenness(&seen.own.profile.quarters())),
    feature("quarter-1", Clock, |seen| seen.quarter(0)),
    feature("quarter-2", Clock, |seen| seen.quarter(1)),
    feature("quarter-3", Clock, |seen| seen.quarter(2)),
    feature("quarter-4", Clock, |seen| seen.quarter(3)),
    feature("hours-drift", Clock, |seen| seen.own.profile.hours_drift()),
    feature("weekdays-drift", Clock, |seen| seen.own.profile.weekdays_drift()),
    feature("kinds", Use, |seen| seen.own.kinds.iter().filter(|count| **count > 0).count() as f64),
    feature("kind-evenness", Use, |seen| evenness(&seen.own.kinds)),
    feature("main-kind-share", Use, |seen| {
        f64::from(seen.own.kinds.into_iter().max().unwrap_or_default()) / f64::from(seen.own.events)
    }),
    feature("directed-share", Use, |seen| f64::from(seen.social.sent_total) / f64::from(seen.own.events)),
    feature("rooms", Rooms, |seen| seen.social.rooms.count()),
    feature("main-room-share", Rooms, main_room_share),
    feature("main-room-traffic", Rooms, |seen| main_room(seen, |room, at| f64::from(room.traffic.as_of(at)[1]))),
    feature("main-room-trend", Rooms, |seen| {
        main_room(seen, |room, at| ratio(f64::from(room.traffic.as_of(at)[0]), f64::from(room.traffic.as_of(at)[2])))
    }),
    feature("main-room-silence", Rooms, |seen| main_room(seen, |room, at| (at - room.last_at) as f64 / 86_400.0)),
    feature("peers", Contacts, |seen| seen.own.peers.count()),
    feature("sent-3d", Answers, |seen| seen.sent[0]),
    feature("sent-10d", Answers, |seen| seen.sent[1]),
    feature("sent-40d", Answers, |seen| seen.sent[2]),
    feature("received", Answers, |seen| f64::from(seen.social.received_total)),
    feature("received-3d", Answers, |seen| seen.received[0]),
    feature("received-10d", Answers, |seen| seen.received[1]),
    feature("received-40d", Answers, |seen| seen.received[2]),
    feature("received-trend", Answers, |seen| ratio(seen.received[0], seen.received[2])),
    feature("received-by-sent", Answers, |seen| ratio(seen.received[2], seen.sent[2])),
    feature("received-since", Answers, |seen| f64::from(seen.social.received_since)),
    feature("received-ago", Answers, |seen| seen.age(i64::from(seen.social.received_at))),
    feature("answered-10d", Answers, |seen| f64::from(seen.social.answered.as_of(seen.at)[1])),
    feature("answered-share", Answers, |seen| ratio(f64::from(seen.social.answered.as_of(seen.at)[2]), seen.sent[2])),
    feature("my-latency", Answers, |seen| seen.social.my_latency.mean()),
    feature("their-latency", Answers, |seen| seen.social.their_latency.mean()),
    feature("answers-given", Answers, |seen| f64::from(seen.social.my_latency.count)),
    feature("answers-got", Answers, |seen| f64::from(seen.social.their_latency.count)),
    feature("begun", Contacts, |seen| f64::from(seen.social.begun)),
    feature("met", Contacts, |seen| f64::from(seen.social.met)),
    feature("begun-share", Contacts, |seen| ratio(f64::from(seen.social.begun), f64::from(seen.social.met))),
    feature("contacts-mutual", Contacts, |seen| seen.partners(|partner| partner.sent > 0 && partner.received > 0)),
    feature("contacts-unanswered", Contacts, |seen| seen.partners(|partner| partner.sent_at > partner.received_at)),
    feature("contacts-waiting", Contacts, |seen| seen.partners(|partner| partner.received_at > partner.sent_at)),
    feature("contacts-concentration", Contacts, |seen| {
        let traces = || seen.social.partners.iter().map(Partner::traces);
        traces().max().map_or(f64::NAN, |most| f64::from(most) / f64::from(traces().sum::<u32>()))
    }),
    feature("contacts-here-7d", Contacts, |seen| seen.partners(|partner| seen.silence_of(partner.member) < 7.0)),
    feature("contacts-silence", Contacts, |seen| seen.over_partners(|partner| seen.silence_of(partner.member))),
    feature("contacts-traces", Contacts, |seen| {
        seen.over_partners(|partner| seen.other(partner.member).map_or(0.0, |other| other.decayed(seen.at)[2].ln_1p()))
    }),
    feature("contacts-recent", Contacts, |seen| {
        let since = seen.at - WINDOWS[2] as i64 * 86_400;
        seen.partners(|partner| i64::from(partner.last()) >= since)
    }),
    feature("contacts-gone-share", Contacts, |seen| {
        seen.partners(|partner| seen.silence_of(partner.member) >= GONE) / seen.social.partners.len() as f64
    }),
    feature("contacts-gone-lately", Contacts, |seen| {
        seen.partners(|partner| (GONE..3.0 * GONE).contains(&seen.silence_of(partner.member)))
    }),
    feature("contacts-risk", Contacts, |seen| {
        seen.over_partners(|partner| {
            1.0 - seen.other(partner.member).map_or(0.0, |other| other.pause_survival(seen.at))
        })
    }),
    feature("friction-10d", Friction, |seen| f64::from(seen.social.friction.as_of(seen.at)[1])),
    feature("rooms-joined-40d", Rooms, |seen| f64::from(seen.social.joined.as_of(seen.at)[2])),
    feature("rooms-left-40d", Rooms, |seen| f64::from(seen.social.left.as_of(seen.at)[2])),
    feature("moderated-40d", Moderation, |seen| f64::from(seen.social.moderated.as_of(seen.at)[2])),
];

/// The room where a member is most.
fn main_room(seen: &Seen, of: impl Fn(&Room, i64) -> f64) -> f64 {
    let weight = |place: &Place| place.weight(seen.at);
    let place = seen.social.places.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)));
    place.and_then(|place| seen.fold.rooms.get(place.room)).map_or(f64::NAN, |room| of(room, seen.at))
}

fn main_room_share(seen: &Seen) -> f64 {
    let weights = || seen.social.places.iter().map(|place| place.weight(seen.at));
    weights().fold(0.0, f64::max) / weights().sum::<f64>()
}

/// The place of a feature in `FEATURES`, by its name.
pub fn column(name: &str) -> usize {
    FEATURES.iter().position(|feature| feature.name == name).expect("the feature is in the catalogue")
}
