//! The goals, each with the figures that decide it.

use super::number;
use crate::report::Report;
use crate::servers::Kind;

/// How far a delivery may be behind the answer, as a share of the answer's own latency.
const DELIVERY_SLACK: f64 = 0.1;
/// Below this the difference of two latencies is noise, whatever its share.
const DELIVERY_SLACK_MS: f64 = 1.0;
/// Three times what the fastest other homeserver measured, tuwunel 1.4.6, did on two cores.
const RIVAL_SENDS_IN_ROOMS: f64 = 3.0 * 1086.0;
/// How much an empty sync may vary with the number of rooms and still count as not growing.
const NOT_GROWING: f64 = 1.2;

/// The two servers of one table, on the same kind of database.
#[derive(Clone, Copy)]
pub struct Pair {
    pub hearth: Kind,
    pub synapse: Kind,
    /// By how much Hearth is to send more in a second.
    rate: f64,
}

impl Pair {
    pub const SQLITE: Self = Self { hearth: Kind::HearthSqlite, synapse: Kind::SynapseSqlite, rate: 45.0 };
    pub const POSTGRES: Self = Self { hearth: Kind::HearthPostgres, synapse: Kind::SynapsePostgres, rate: 60.0 };
}

/// One line of the table.
pub struct Entry {
    pub work: String,
    pub goal: String,
    pub hearth: String,
    pub other: String,
    pub ratio: String,
    /// `None` when what decides it was not measured.
    pub met: Option<bool>,
}

/// A measured figure of both servers.
struct Figure<'a> {
    work: &'a str,
    unit: &'static str,
    hearth: Option<f64>,
    synapse: Option<f64>,
}

/// Looks figures up for one table.
#[derive(Clone, Copy)]
struct Source<'a> {
    report: &'a Report,
    pair: Pair,
}

impl Source<'_> {
    fn get<'w>(&self, work: &'w str, name: &str, unit: &'static str) -> Figure<'w> {
        Figure {
            work,
            unit,
            hearth: self.report.median(self.pair.hearth, work, name),
            synapse: self.report.median(self.pair.synapse, work, name),
        }
    }

    /// The same figure of a server that is neither of the two, as something for Hearth to be held against.
    fn other<'w>(&self, kind: Kind, work: &'w str, name: &str, unit: &'static str) -> Figure<'w> {
        Figure { work, unit, hearth: self.report.median(kind, work, name), synapse: None }
    }
}

pub fn entries(report: &Report, pair: Pair) -> Vec<Entry> {
    let source = Source { report, pair };
    let get = |work, name, unit| source.get(work, name, unit);
    let mut entries = sends(source);
    entries.extend(latencies(source));
    entries.extend(room_sizes(source));

    let fan_out = |name| get("fan-out", name, "µs");
    entries.push(fan_out("cpu_per_delivery_us").at_most("4 senders, 30 receivers: CPU per delivered event", 150.0));
    entries.push(fan_out("cpu_per_delivery_us").less("4 senders, 30 receivers: CPU per delivered event", 40.0));
    entries.push(fan_out("cpu_per_delivery_without_send_us").less("the same, sends subtracted", 40.0));

    for (work, rooms) in [("initial-sync-20", "20"), ("initial-sync-500", "500")] {
        let what = format!("initial sync of {rooms} rooms: CPU per room");
        let figure = || get(work, "cpu_per_room_us", "µs");
        entries.push(figure().at_most(&what, 300.0));
        entries.push(figure().less(&what, 20.0));
    }
    for (work, rooms) in [("empty-sync-20", "20"), ("empty-sync-500", "500")] {
        let what = format!("empty incremental sync, {rooms} rooms: p50");
        entries.push(get(work, "sync_p50_ms", "ms").at_most(&what, 1.0));
    }
    let [few, many] = ["empty-sync-20", "empty-sync-500"].map(|work| get(work, "sync_p50_ms", "ms"));
    entries.push(against("empty incremental sync, 500 rooms", "20 rooms", NOT_GROWING, &many, &few));

    for (work, messages) in [("history-400", "400"), ("history-4000", "4,000")] {
        let what = format!("/messages, {messages} messages, pages of 100, 4 readers: CPU per event");
        let figure = || get(work, "cpu_per_event_us", "µs");
        entries.push(figure().at_most(&what, 8.0));
        entries.push(figure().less(&what, 20.0));
    }
    let logins = get("logins", "logins_per_minute", "/min");
    entries.push(logins.at_least("8 members who sign in all the time: logins", 500.0));
    entries.push(get("logins", "send_p99_ms", "ms").at_most("the same: p99 of a send beside them", 50.0));
    let keys = get("keys", "cpu_per_key_us", "µs");
    entries.push(keys.shown("20 devices of a member upload and claim one-time keys: CPU per key"));
    let device = get("to-device-1000", "cpu_per_device_us", "µs");
    entries.push(device.shown("to-device messages to 1,000 devices: CPU per message, its sync included"));
    let picture = get("thumbnails", "cpu_per_picture_us", "µs");
    entries.push(picture.shown("pictures of 1,600 by 1,200, 4 members: CPU per upload and thumbnail"));
    for (work, count) in [("idle-500", "500"), ("idle-10000", "10,000")] {
        let memory = get(work, "kib_per_connection", "KiB");
        entries.push(memory.at_most(&format!("{count} idle long polls: resident memory each"), 16.0));
        let cpu = get(work, "cpu_per_connection_second_us", "µs");
        entries.push(cpu.at_most(&format!("{count} idle long polls: CPU per second each"), 2.0));
    }
    entries.push(get("idle-500", "base_mib", "MiB").at_most("resident memory at rest", 60.0));
    entries
}

fn sends(source: Source) -> Vec<Entry> {
    let cpu = |work| source.get(work, "cpu_per_send_us", "µs");
    let mut entries = Vec::new();
    for (work, senders) in [("send-1", "1 sender"), ("send-16", "16 senders"), ("send-64", "64 senders")] {
        let what = format!("send, {senders}, one room");
        entries.push(cpu(work).less(&format!("{what}: CPU per send"), 60.0));
        let sends = source.get(work, "sends_per_s", "/s");
        entries.push(sends.more(&format!("{what}: sends"), source.pair.rate));
    }
    let rooms = "send-16-in-16-rooms";
    let (one, many) = (cpu("send-16"), cpu(rooms));
    entries.push(against("send, 16 senders, 16 rooms: CPU per send", "one room", 1.1, &many, &one));
    let sends = source.get(rooms, "sends_per_s", "/s");
    entries.push(sends.at_least("send, 16 senders, 16 rooms: sends", RIVAL_SENDS_IN_ROOMS));
    if source.pair.hearth == Kind::HearthSqlite {
        let normal = source.other(Kind::HearthSqliteNormal, "send-16", "cpu_per_send_us", "µs");
        entries.push(against("send, 16 senders, FULL: CPU per send", "NORMAL", 1.3, &one, &normal));
        let figure = |kind, name, unit| source.other(kind, "send-16", name, unit);
        let engine = |name, unit| {
            [Kind::HearthSqliteLearning, Kind::HearthSqliteWithoutEngine].map(|kind| figure(kind, name, unit))
        };
        let [learning, without] = engine("cpu_per_send_us", "µs");
        entries.push(against("send, 16 senders, engine on: CPU per send", "with it off", 1.05, &learning, &without));
        let [learning, without] = engine("sends_per_s", "/s");
        entries.push(against("send, 16 senders, engine off: sends", "with it on", 1.05, &without, &learning));
    }
    entries
}

fn latencies(source: Source) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (work, senders) in [("send-1", "1 sender"), ("send-16", "16 senders")] {
        let [p50, p99] = ["send_p50_ms", "send_p99_ms"].map(|name| {
            let what = format!("send latency, {senders}: {}", &name[5..8]);
            let reference = source.other(Kind::Reference, work, name, "ms");
            against(&what, "the reference handler", 1.5, &source.get(work, name, "ms"), &reference)
        });
        // The median is shown; the goal is for the slow ones.
        entries.push(Entry { goal: String::new(), met: None, ..p50 });
        entries.push(p99);
        entries.extend(["p50", "p99"].map(|label| delivery(source, work, senders, label)));
    }
    entries
}

/// How far the arrival at a receiver is behind the answer to the sender.
fn delivery(source: Source, work: &str, senders: &str, label: &str) -> Entry {
    let delivery = source.get(work, &format!("delivery_{label}_ms"), "ms");
    let send = source.get(work, &format!("send_{label}_ms"), "ms");
    let behind = |delivery: Option<f64>, send: Option<f64>| Some(delivery? - send?);
    let figure = Figure {
        work,
        unit: "ms",
        hearth: behind(delivery.hearth, send.hearth),
        synapse: behind(delivery.synapse, send.synapse),
    };
    let allowed = send.hearth.map(|send| DELIVERY_SLACK_MS.max(send * DELIVERY_SLACK));
    let met = figure.hearth.zip(allowed).map(|(behind, allowed)| behind <= allowed);
    let what = format!("delivery behind the answer, {senders}: {label}");
    figure.entry(&what, "at most 10 % or 1 ms".to_owned(), figure.ratio(), met)
}

fn room_sizes(source: Source) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (work, members) in [("room-1000", "1,000"), ("room-10000", "10,000")] {
        for name in ["send_p50_ms", "send_p99_ms"] {
            let what = format!("send latency in a room of {members}: {}", &name[5..8]);
            let [large, small] = [work, "room-10"].map(|work| source.get(work, name, "ms"));
            entries.push(against(&what, "a room of 10", 2.0, &large, &small));
        }
    }
    entries
}

impl Figure<'_> {
    /// Hearth's figure itself is to be small enough.
    fn at_most(&self, what: &str, limit: f64) -> Entry {
        let goal = format!("at most {} {}", number(limit), self.unit);
        self.entry(what, goal, self.ratio(), self.hearth.map(|hearth| hearth <= limit))
    }

    /// Hearth's figure itself is to be large enough.
    fn at_least(&self, what: &str, limit: f64) -> Entry {
        let goal = format!("at least {} {}", number(limit), self.unit);
        self.entry(what, goal, self.ratio(), self.hearth.map(|hearth| hearth >= limit))
    }

    /// Hearth is to need so many times less than Synapse.
    fn less(&self, what: &str, times: f64) -> Entry {
        let ratio = self.synapse_over_hearth();
        let met = ratio.map(|ratio| ratio >= times);
        self.entry(what, format!("at least {times} times less"), self.ratio(), met)
    }

    /// Hearth is to do so many times more than Synapse.
    fn more(&self, what: &str, times: f64) -> Entry {
        let met = self.synapse_over_hearth().map(|ratio| 1.0 / ratio >= times);
        self.entry(what, format!("at least {times} times more"), self.ratio(), met)
    }

    /// Both figures side by side, without a goal.
    fn shown(&self, what: &str) -> Entry {
        self.entry(what, String::new(), self.ratio(), None)
    }

    fn synapse_over_hearth(&self) -> Option<f64> {
        self.hearth.filter(|hearth| *hearth > 0.0).and_then(|hearth| Some(self.synapse? / hearth))
    }

    /// Always the larger through the smaller, in words that say which.
    fn ratio(&self) -> String {
        match self.synapse_over_hearth() {
            Some(ratio) if ratio >= 1.0 => format!("{} times less", number(ratio)),
            Some(ratio) if ratio > 0.0 => format!("{} times more", number(1.0 / ratio)),
            _ => "-".to_owned(),
        }
    }

    fn entry(&self, what: &str, goal: String, ratio: String, met: Option<bool>) -> Entry {
        Entry {
            work: format!("{what} (`{}`)", self.work),
            goal,
            hearth: self.show(self.hearth),
            other: self.show(self.synapse),
            ratio,
            met,
        }
    }

    fn show(&self, value: Option<f64>) -> String {
        value.map_or("-".to_owned(), |value| format!("{} {}", number(value), self.unit))
    }
}

/// Hearth's figure beside another of its own, or of the reference handler's.
fn against(what: &str, base_name: &str, limit: f64, figure: &Figure, base: &Figure) -> Entry {
    let ratio = |figure: Option<f64>, base: Option<f64>| Some(figure? / base.filter(|base| *base > 0.0)?);
    let [of_hearth, of_synapse] = [ratio(figure.hearth, base.hearth), ratio(figure.synapse, base.synapse)];
    let show = |value: Option<f64>, base_value: Option<f64>| match value.and(base_value) {
        Some(_) => format!("{} against {}", figure.show(value), base.show(base_value)),
        None => figure.show(value),
    };
    let shown = of_hearth.map_or("-".to_owned(), number);
    Entry {
        work: format!("{what} (`{}`)", figure.work),
        goal: format!("at most {limit} times {base_name}"),
        hearth: show(figure.hearth, base.hearth),
        other: show(figure.synapse, base.synapse),
        ratio: match of_synapse {
            Some(of_synapse) => format!("{shown} (Synapse {})", number(of_synapse)),
            None => shown,
        },
        met: of_hearth.map(|ratio| ratio <= limit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(hearth: Option<f64>, synapse: Option<f64>, judge: impl Fn(&Figure) -> Entry) -> (Option<bool>, String) {
        let entry = judge(&Figure { work: "work", unit: "µs", hearth, synapse });
        (entry.met, entry.ratio)
    }

    #[test]
    fn a_goal_is_met_at_its_limit_and_not_beyond() {
        let less = |figure: &Figure| figure.less("", 60.0);
        assert_eq!(met(Some(10.0), Some(600.0), less), (Some(true), "60.0 times less".to_owned()));
        assert_eq!(met(Some(10.0), Some(599.0), less).0, Some(false));
        let more = |figure: &Figure| figure.more("", 45.0);
        assert_eq!(met(Some(450.0), Some(10.0), more), (Some(true), "45.0 times more".to_owned()));
        assert_eq!(met(Some(449.0), Some(10.0), more).0, Some(false));
        assert_eq!(met(Some(8.0), None, |figure| figure.at_most("", 8.0)).0, Some(true));
        assert_eq!(met(Some(8.1), None, |figure| figure.at_most("", 8.0)).0, Some(false));
        assert_eq!(met(Some(8.0), None, |figure| figure.at_least("", 8.0)).0, Some(true));
    }

    #[test]
    fn what_was_not_measured_is_neither_met_nor_missed() {
        let less = |figure: &Figure| figure.less("", 60.0);
        assert_eq!(met(None, Some(600.0), less), (None, "-".to_owned()));
        assert_eq!(met(Some(10.0), None, less).0, None);
        assert_eq!(met(None, None, |figure| against("", "", 2.0, figure, figure)).0, None);
    }
}
