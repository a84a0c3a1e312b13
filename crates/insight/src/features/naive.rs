//! Every feature once more, read off the log in the slow and obvious way, and the fold held against that.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{collection::vec, prelude::*};

use super::{Class, DAY, Event, FEATURES, Fold, NOBODY, Seen};

/// A log up to a moment, and the member who is asked about.
#[derive(Clone, Copy)]
struct Past<'a> {
    events: &'a [Event],
    classes: &'a [Class],
    member: u32,
    at: i64,
}

/// One contact: traces to and fro in the order of the log, and whether they were sent.
type Contact = Vec<(i64, bool)>;

impl<'a> Past<'a> {
    fn class(&self, event: &Event) -> Class {
        self.classes.get(usize::from(event.kind)).copied().unwrap_or_default()
    }

    fn life(&self) -> impl Iterator<Item = &'a Event> {
        self.events.iter().filter(|event| self.class(event).is_life())
    }

    fn own(&self) -> Vec<Event> {
        self.life().filter(|event| event.member == self.member).copied().collect()
    }

    fn of(&self, member: u32) -> Self {
        Self { member, ..*self }
    }

    fn age(&self, at: i64) -> f64 {
        (self.at - at) as f64 / DAY as f64
    }

    /// A sum over moments that fades over so many days.
    fn fading(&self, moments: impl IntoIterator<Item = i64>, days: f64) -> f64 {
        moments.into_iter().map(|at| (-self.age(at) / days).exp()).sum()
    }

    fn own_times(&self) -> Vec<i64> {
        self.own().iter().map(|event| event.at).collect()
    }

    /// Days of the windows, back from the moment, with a trace.
    fn active(&self) -> BTreeSet<i64> {
        self.own_times().iter().map(|at| (self.at - 1 - at) / DAY).collect()
    }

    /// Pauses between days of UTC with a trace.
    fn gaps(&self) -> Vec<f64> {
        let days: BTreeSet<i64> = self.own_times().iter().map(|at| at.div_euclid(DAY)).collect();
        let days: Vec<i64> = days.into_iter().collect();
        days.windows(2).map(|two| (two[1] - two[0]) as f64).collect()
    }

    fn silence(&self) -> f64 {
        self.own_times().last().map_or(90.0, |at| self.age(*at).min(90.0))
    }

    /// As if the pause that goes on were so many times as long.
    fn pause_survival(&self, times: f64) -> f64 {
        let (gaps, Some(last)) = (self.gaps(), self.own_times().last().copied()) else { return 0.0 };
        let longer = gaps.iter().filter(|gap| **gap >= times * self.age(last)).count();
        (longer as f64 + 1.0) / (gaps.len() as f64 + 2.0)
    }

    fn contacts(&self) -> BTreeMap<u32, Contact> {
        let mut contacts: BTreeMap<u32, Contact> = BTreeMap::new();
        for event in self.life().filter(|event| event.peer != NOBODY && event.peer != event.member) {
            if event.member == self.member {
                contacts.entry(event.peer).or_default().push((event.at, true));
            } else if event.peer == self.member {
                contacts.entry(event.member).or_default().push((event.at, false));
            }
        }
        contacts
    }

    /// Traces to others, or of others to this member.
    fn traffic(&self, sent: bool) -> Vec<i64> {
        let contacts = self.contacts();
        contacts.values().flatten().filter(|trace| trace.1 == sent).map(|trace| trace.0).collect()
    }

    /// Answers by this member or to them: when, and how long after the other's newest trace.
    fn answers(&self, by_me: bool) -> Vec<(i64, i64)> {
        let mut answers = Vec::new();
        for contact in self.contacts().values() {
            for (index, (at, sent)) in contact.iter().enumerate() {
                let newest = |sent: bool| {
                    contact[..index].iter().filter(|trace| trace.1 == sent).map(|trace| trace.0).max().unwrap_or(0)
                };
                if *sent == by_me && newest(!sent) > newest(*sent) {
                    answers.push((*at, at - newest(!sent)));
                }
            }
        }
        answers
    }

    /// A mean over contacts by how much went to and fro.
    fn over_contacts(&self, value: impl Fn(Self) -> f64) -> f64 {
        let contacts = self.contacts();
        let total: usize = contacts.values().map(Vec::len).sum();
        contacts.iter().map(|(other, contact)| contact.len() as f64 * value(self.of(*other))).sum::<f64>()
            / total as f64
    }

    /// Contacts of whom this holds, by their newest trace sent and received.
    fn contacts_with(&self, which: impl Fn(i64, i64) -> bool) -> f64 {
        let newest =
            |contact: &Contact, sent| contact.iter().filter(|trace| trace.1 == sent).map(|trace| trace.0).max();
        let holds = |contact: &&Contact| which(newest(contact, true).unwrap_or(0), newest(contact, false).unwrap_or(0));
        self.contacts().values().filter(holds).count() as f64
    }

    /// Traces in each room, fading.
    fn rooms(&self) -> BTreeMap<u32, f64> {
        let mut rooms = BTreeMap::new();
        for event in self.own().iter().filter(|event| event.room != NOBODY) {
            *rooms.entry(event.room).or_default() += self.fading([event.at], 30.0);
        }
        rooms
    }

    fn in_main_room(&self) -> Option<Vec<i64>> {
        let rooms = self.rooms();
        let (main, _) = rooms.iter().max_by(|a, b| a.1.total_cmp(b.1))?;
        Some(self.life().filter(|event| event.room == *main).map(|event| event.at).collect())
    }

    fn of_class(&self, classes: &[Class]) -> Vec<i64> {
        let is = |event: &&Event| event.member == self.member && classes.contains(&self.class(event));
        self.events.iter().filter(is).map(|event| event.at).collect()
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn ratio(part: f64, whole: f64) -> f64 {
    ((part + 0.5) / (whole + 0.5)).ln()
}

/// The smallest value that this share does not exceed.
fn quantile(mut values: Vec<f64>, share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (share * values.len() as f64).ceil() as usize;
    values.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

fn evenness(counts: &[f64]) -> f64 {
    let total: f64 = counts.iter().sum();
    let shares = counts.iter().map(|count| count / total).filter(|share| *share > 0.0);
    shares.map(|share| -share * share.ln()).sum::<f64>() / (counts.len() as f64).ln()
}

/// The number in a name such as `traces-7d`.
fn window(name: &str, before: &str) -> Option<f64> {
    name.strip_prefix(before)?.strip_suffix('d')?.parse().ok()
}

/// What a member does themselves, in counts.
fn of_counts(past: &Past, name: &str) -> Option<f64> {
    let (own, active, fading) = (past.own_times(), past.active(), |days| past.fading(past.own_times(), days));
    let days = |newest: i64, oldest: i64| active.range(newest..oldest).count() as f64;
    let tenure = past.age(own[0]);
    let all_days = own.iter().map(|at| at.div_euclid(DAY)).collect::<BTreeSet<_>>().len() as f64;
    if let Some(within) = window(name, "traces-") {
        return Some(own.iter().filter(|at| past.age(**at) <= within).count() as f64);
    }
    if let Some(within) = window(name, "days-") {
        return Some(days(0, within as i64));
    }
    if let Some(scale) = window(name, "faded-") {
        return Some(fading(scale));
    }
    Some(match name {
        "tenure" => tenure,
        "traces" => own.len() as f64,
        "days" => all_days,
        "days-by-tenure" => all_days / (tenure.floor() + 1.0),
        "traces-by-day" => own.len() as f64 / all_days,
        "trend-3d-14d" => ratio(fading(3.0), fading(14.0)),
        "trend-7d-30d" => ratio(fading(7.0), fading(30.0)),
        "trend-14d-90d" => ratio(fading(14.0), fading(90.0)),
        "days-this-week-by-last" => ratio(days(0, 7), days(7, 14)),
        "days-fortnight-by-last" => ratio(days(0, 14), days(14, 28)),
        "days-last-week" => days(7, 14),
        "weeks-active" => {
            let weeks = (tenure / 7.0).ceil().clamp(1.0, 12.0) as i64;
            (0..weeks).filter(|week| days(week * 7, week * 7 + 7) > 0.0).count() as f64 / weeks as f64
        }
        "streak" => {
            let newest = active.iter().copied().find(|day| *day < 96);
            newest.map_or(0.0, |newest| (newest..96).take_while(|day| active.contains(day)).count() as f64)
        }
        _ => return None,
    })
}

/// The pauses of a member.
fn of_rhythm(past: &Past, name: &str) -> Option<f64> {
    let (own, gaps) = (past.own_times(), past.gaps());
    let (recency, tenure) = (past.age(own[own.len() - 1]), past.age(own[0]));
    let longest = gaps.iter().copied().fold(0.0, f64::max);
    Some(match name {
        "recency" => recency,
        "recency-by-tenure" => recency / tenure.max(1.0),
        "recency-by-median-gap" => recency / quantile(gaps, 0.5),
        "recency-by-mean-gap" => recency / mean(&gaps),
        "recency-by-longest-gap" => recency / longest.max(1.0),
        "pause-survival" => past.pause_survival(1.0),
        "gap-mean" => mean(&gaps),
        "gap-median" => quantile(gaps, 0.5),
        "gap-p90" => quantile(gaps, 0.9),
        "gap-longest" => longest,
        "gap-deviation" => {
            let middle = mean(&gaps);
            mean(&gaps.iter().map(|gap| (gap - middle).powi(2)).collect::<Vec<_>>()).sqrt()
        }
        "usual-weeks-missed" => {
            let passed = own[own.len() - 1].div_euclid(DAY) + 1..past.at.div_euclid(DAY);
            let on = |day: i64| own.iter().filter(|at| (at.div_euclid(DAY) - day) % 7 == 0).count() as f64;
            passed.map(on).sum::<f64>() / own.len() as f64
        }
        _ => return None,
    })
}

/// When and how a member is here.
fn of_use(past: &Past, name: &str) -> Option<f64> {
    let own = past.own();
    let all = own.len() as f64;
    let share = |which: &dyn Fn(&Event) -> bool| own.iter().filter(|event| which(event)).count() as f64 / all;
    let quarter = |event: &Event| event.at.rem_euclid(DAY) / 21_600;
    let sessions: Vec<usize> = (0..own.len()).filter(|i| *i == 0 || own[*i].at - own[i - 1].at > 1_800).collect();
    let kinds: Vec<f64> = (0..8).map(|kind| share(&|event| event.kind.min(7) == kind) * all).collect();
    let drift = |places: i64, place: &dyn Fn(i64) -> i64| {
        let late = past.fading(past.own_times(), 14.0);
        let of_late = |wanted: i64| past.fading(past.own_times().into_iter().filter(|at| place(*at) == wanted), 14.0);
        (0..places)
            .map(|wanted| (share(&|event| place(event.at) == wanted) - of_late(wanted) / late).abs())
            .sum::<f64>()
            / 2.0
    };
    Some(match name {
        "sessions" => sessions.len() as f64,
        "session-length" => all / sessions.len() as f64,
        "session-last" => all - sessions[sessions.len() - 1] as f64,
        "weekend-share" => share(&|event| [2, 3].contains(&event.at.div_euclid(DAY).rem_euclid(7))),
        "day-evenness" => evenness(&[0, 1, 2, 3].map(|wanted| share(&|event| quarter(event) == wanted))),
        "quarter-1" => share(&|event| quarter(event) == 0),
        "quarter-2" => share(&|event| quarter(event) == 1),
        "quarter-3" => share(&|event| quarter(event) == 2),
        "quarter-4" => share(&|event| quarter(event) == 3),
        "hours-drift" => drift(8, &|at| at.rem_euclid(DAY) / 10_800),
        "weekdays-drift" => drift(7, &|at| at.div_euclid(DAY).rem_euclid(7)),
        "kinds" => kinds.iter().filter(|count| **count > 0.0).count() as f64,
        "kind-evenness" => evenness(&kinds),
        "main-kind-share" => kinds.into_iter().fold(0.0, f64::max) / all,
        "directed-share" => share(&|event| event.peer != NOBODY && event.peer != event.member),
        "rooms" => past.rooms().len() as f64,
        "main-room-share" => past.rooms().values().copied().fold(0.0, f64::max) / past.rooms().values().sum::<f64>(),
        "main-room-traffic" => past.in_main_room().map_or(f64::NAN, |traces| past.fading(traces, 10.0)),
        "main-room-trend" => past
            .in_main_room()
            .map_or(f64::NAN, |traces| ratio(past.fading(traces.iter().copied(), 3.0), past.fading(traces, 40.0))),
        "main-room-silence" => past.in_main_room().map_or(f64::NAN, |traces| past.age(traces[traces.len() - 1])),
        "friction-10d" => past.fading(past.of_class(&[Class::Friction, Class::Hindrance]), 10.0),
        "rooms-joined-40d" => past.fading(past.of_class(&[Class::Joined]), 40.0),
        "rooms-left-40d" => past.fading(past.of_class(&[Class::Left]), 40.0),
        "moderated-40d" => past.fading(past.of_class(&[Class::Moderation]), 40.0),
        _ => return None,
    })
}

/// What goes to and fro.
fn of_answers(past: &Past, name: &str) -> Option<f64> {
    let (sent, received) = (past.traffic(true), past.traffic(false));
    let logs =
        |answers: Vec<(i64, i64)>| answers.iter().map(|(_, waited)| (1.0 + *waited as f64).ln()).collect::<Vec<_>>();
    let answered = || past.answers(false).into_iter().map(|(at, _)| at);
    let fading = |moments: &[i64], days| past.fading(moments.iter().copied(), days);
    let begun_by_me = |by_me: bool| past.contacts().values().filter(|contact| contact[0].1 == by_me).count() as f64;
    if let Some(scale) = window(name, "sent-") {
        return Some(fading(&sent, scale));
    }
    if let Some(scale) = window(name, "received-") {
        return Some(fading(&received, scale));
    }
    Some(match name {
        "received" => received.len() as f64,
        "received-trend" => ratio(fading(&received, 3.0), fading(&received, 40.0)),
        "received-by-sent" => ratio(fading(&received, 40.0), fading(&sent, 40.0)),
        "received-since" => {
            let own = |event: &Event| event.member == past.member && past.class(event).is_life();
            let after = past.events.iter().rposition(own).map_or(0, |index| index + 1);
            let since = Past { events: &past.events[after..], ..*past };
            since.traffic(false).len() as f64
        }
        "received-ago" => received.iter().max().map_or(f64::NAN, |at| past.age(*at)),
        "answered-10d" => past.fading(answered(), 10.0),
        "answered-share" => ratio(past.fading(answered(), 40.0), fading(&sent, 40.0)),
        "my-latency" => mean(&logs(past.answers(true))),
        "their-latency" => mean(&logs(past.answers(false))),
        "answers-given" => past.answers(true).len() as f64,
        "answers-got" => past.answers(false).len() as f64,
        "begun" => begun_by_me(true),
        "met" => begun_by_me(false),
        "begun-share" => ratio(begun_by_me(true), begun_by_me(false)),
        _ => return None,
    })
}

/// The people around.
fn of_contacts(past: &Past, name: &str) -> Option<f64> {
    let contacts = past.contacts();
    let silences: Vec<f64> = contacts.keys().map(|other| past.of(*other).silence()).collect();
    let silent = |which: &dyn Fn(f64) -> bool| silences.iter().filter(|days| which(**days)).count() as f64;
    Some(match name {
        "peers" => contacts.values().filter(|contact| contact.iter().any(|trace| trace.1)).count() as f64,
        "contacts-mutual" => past.contacts_with(|sent, received| sent > 0 && received > 0),
        "contacts-unanswered" => past.contacts_with(|sent, received| sent > received),
        "contacts-waiting" => past.contacts_with(|sent, received| received > sent),
        "contacts-recent" => past.contacts_with(|sent, received| past.age(sent.max(received)) <= 7.0),
        "contacts-concentration" => {
            let traces: Vec<f64> = contacts.values().map(|contact| contact.len() as f64).collect();
            traces.iter().copied().fold(f64::NAN, f64::max) / traces.iter().sum::<f64>()
        }
        "contacts-here-7d" => silent(&|days| days < 7.0),
        "contacts-silence" => past.over_contacts(|other| other.silence()),
        "contacts-traces" => past.over_contacts(|other| other.fading(other.own_times(), 7.0).ln_1p()),
        "contacts-gone-share" => silent(&|days| days >= 14.0) / silences.len() as f64,
        "contacts-gone-lately" => silent(&|days| (14.0..42.0).contains(&days)),
        "contacts-risk" => past.over_contacts(|other| 1.0 - other.pause_survival(1.0)),
        _ => return None,
    })
}

/// How far a feature may be from its definition: sketches by their stated error, sums in single precision by theirs.
fn tolerance(past: &Past, name: &str, value: f64) -> f64 {
    const SUMS: f64 = 2e-3;
    let between = |past: Past| past.pause_survival(1.0 / 1.1) - past.pause_survival(1.1);
    match name {
        "gap-median" | "gap-p90" | "recency-by-median-gap" => 0.1 * value,
        "peers" | "rooms" => 1.0,
        "pause-survival" => SUMS + between(*past),
        "contacts-risk" => SUMS + past.over_contacts(between),
        // Of rooms with as many traces, either may be the main one.
        "main-room-traffic" | "main-room-trend" | "main-room-silence" => {
            let mut weights: Vec<f64> = past.rooms().into_values().collect();
            weights.sort_by(|a, b| b.total_cmp(a));
            if weights.len() > 1 && weights[0] - weights[1] < SUMS {
                f64::INFINITY
            } else {
                SUMS * value.abs().max(1.0)
            }
        }
        _ => SUMS * value.abs().max(1.0),
    }
}

#[derive(Clone, Debug)]
struct World {
    /// Second of the day at which windows end.
    phase: i64,
    events: Vec<Event>,
}

const START: i64 = 1_600_000_000 / DAY * DAY;

/// Few members, rooms and kinds over a season, often on the same days and sometimes in the same second.
fn worlds() -> impl Strategy<Value = World> {
    let day = prop_oneof![3 => 0_i64..10, 2 => 0_i64..40, 1 => 0_i64..200];
    let second = prop_oneof![1 => Just(3_600_i64), 4 => 0..DAY];
    let peer = prop_oneof![2 => Just(NOBODY), 5 => 0_u32..6];
    let room = prop_oneof![1 => Just(NOBODY), 2 => 0_u32..4];
    let event = (day, second, 0_u32..6, peer, room, 0_u16..12).prop_map(|(day, second, member, peer, room, kind)| {
        Event { at: START + day * DAY + second, member, peer, room, kind }
    });
    (0..DAY, vec(event, 1..120)).prop_map(|(phase, mut events)| {
        events.sort_by_key(|event| event.at);
        World { phase, events }
    })
}

fn classes() -> Vec<Class> {
    let special = [Class::Joined, Class::Left, Class::Friction, Class::Hindrance, Class::Moderation, Class::Met];
    [vec![Class::Act; 6], special.to_vec()].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_feature_is_what_its_naive_definition_says(world in worlds(), later in 1_i64..30) {
        let classes = classes();
        let newest = world.events[world.events.len() - 1].at;
        let at = (newest - world.phase).div_euclid(DAY) * DAY + world.phase + later * DAY;
        let mut fold = Fold::read_at_second(world.phase).with_classes(&classes);
        world.events.iter().for_each(|event| fold.apply(event));
        for member in 0..6 {
            let Some(seen) = Seen::new(&fold, member, at) else { continue };
            let past = Past { events: &world.events, classes: &classes, member, at };
            for feature in FEATURES {
                let definitions = [of_counts, of_rhythm, of_use, of_answers, of_contacts];
                let naive = definitions.iter().find_map(|definition| definition(&past, feature.name));
                let naive = naive.unwrap_or_else(|| panic!("`{}` has no naive definition", feature.name));
                let value = (feature.of)(&seen);
                if naive.is_nan() || value.is_nan() {
                    prop_assert!(naive.is_nan() && value.is_nan(), "{} of {member}: {value} for {naive}", feature.name);
                    continue;
                }
                let off = (value - naive).abs();
                prop_assert!(off <= tolerance(&past, feature.name, naive), "{} of {member}: {value} for {naive}", feature.name);
            }
        }
    }

    #[test]
    fn a_fold_that_was_read_on_the_way_is_the_same_to_the_bit(world in worlds(), place in any::<prop::sample::Index>()) {
        let classes = classes();
        let end = world.events[world.events.len() - 1].at + DAY;
        let mut whole = Fold::read_at_second(world.phase).with_classes(&classes);
        world.events.iter().for_each(|event| whole.apply(event));
        let mut parts = Fold::read_at_second(world.phase).with_classes(&classes);
        let (before, after) = world.events.split_at(place.index(world.events.len()));
        before.iter().for_each(|event| parts.apply(event));
        // Reading leaves no mark, nor does a copy.
        let seen = Seen::new(&parts, 0, parts.now + 1);
        let _ = seen.map(|seen| FEATURES.iter().map(|feature| (feature.of)(&seen)).sum::<f64>());
        let mut parts = parts.clone();
        after.iter().for_each(|event| parts.apply(event));
        for member in 0..6 {
            let bits = |fold: &Fold| -> Option<Vec<u64>> {
                let seen = Seen::new(fold, member, end)?;
                Some(FEATURES.iter().map(|feature| (feature.of)(&seen).to_bits()).collect())
            };
            prop_assert_eq!(bits(&whole), bits(&parts));
        }
    }
}
