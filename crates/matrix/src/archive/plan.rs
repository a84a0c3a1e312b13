//! From lines to steps that are valid in a Matrix room, by the rule that
//! [the module](super) gives as a table.
//!
//! The log may have gaps, the steps have none: whoever acts is in the room, nobody
//! joins twice or leaves twice, and no display name is set to what it is.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::model::{Line, What};
use super::names::{Casemapping, Person};

/// One thing that happens in the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number of the line that it comes from.
    pub line: u64,
    /// Its place among the steps of that line, from 0.
    pub ordinal: u32,
    /// UTC, Unix milliseconds.
    pub at_ms: i64,
    pub sender: Arc<Person>,
    pub kind: StepKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// The sender, who is out, comes in under this name.
    Join {
        display_name: String,
    },
    /// The sender, who is in, leaves.
    Leave {
        reason: Option<String>,
    },
    /// The sender puts out somebody else; both were in.
    Kick {
        target: Arc<Person>,
        reason: Option<String>,
    },
    Text {
        body: String,
    },
    Notice {
        body: String,
    },
    Emote {
        body: String,
    },
    /// An empty topic takes the topic down.
    Topic {
        topic: String,
    },
    /// The sender, who is in, has another display name from here on.
    Rename {
        display_name: String,
    },
}

/// Plans one file. Edges are not planned: they happened in no room.
pub fn plan(lines: &[Line], casemapping: Casemapping) -> Vec<Step> {
    plan_files(&[lines], casemapping).pop().unwrap_or_default()
}

/// Plans the files of one channel, oldest first, each to its own steps. People stay
/// in the room from one file to the next, as ZNC begins a file every midnight.
pub fn plan_files(files: &[&[Line]], casemapping: Casemapping) -> Vec<Vec<Step>> {
    let own_names = own_names(files.iter().copied().flatten(), casemapping);
    let mut room = Room::new(casemapping, own_names);
    files.iter().map(|lines| room.plan(lines)).collect()
}

/// The folded names under which somebody once joined, or acted without having
/// changed into them. All others are only borrowed by people who have an own one.
fn own_names<'a>(lines: impl Iterator<Item = &'a Line>, casemapping: Casemapping) -> HashSet<String> {
    let mut own = HashSet::new();
    let mut borrowed = HashSet::new();
    for line in lines {
        match &line.what {
            What::Join { author } => {
                own.insert(casemapping.fold(author));
            }
            What::Nick { from, to } => {
                let from = casemapping.fold(from);
                if !borrowed.remove(&from) {
                    own.insert(from);
                }
                borrowed.insert(casemapping.fold(to));
            }
            What::Part { author, .. } | What::Quit { author, .. } => {
                borrowed.remove(&casemapping.fold(author));
            }
            What::Message { author, .. }
            | What::Notice { author, .. }
            | What::Action { author, .. }
            | What::Topic { author, .. }
            | What::Kick { author, .. } => {
                let author = casemapping.fold(author);
                if !borrowed.contains(&author) {
                    own.insert(author);
                }
            }
            What::Edge { .. } => {}
        }
        if let What::Kick { target, .. } = &line.what {
            borrowed.remove(&casemapping.fold(target));
        }
    }
    own
}

/// The room as far as it was planned. Maps are looked up in, never iterated, so that
/// the steps come in one order only.
struct Room {
    casemapping: Casemapping,
    own_names: HashSet<String>,
    /// Everybody met so far, by their own name.
    people: HashMap<String, Arc<Person>>,
    /// Who goes under a name that is nobody's own.
    borrowed: HashMap<String, Arc<Person>>,
    /// Who is in, by their own name, and as what.
    present: HashMap<String, Presence>,
    steps: Vec<Step>,
    /// The line being read, and its time.
    line: u64,
    at_ms: i64,
}

/// As what somebody is in. One name is enough: when the same person comes in a
/// second time, the first connection is a ghost whose end means nothing.
struct Presence {
    name: String,
    display_name: String,
}

impl Room {
    fn new(casemapping: Casemapping, own_names: HashSet<String>) -> Self {
        Self {
            casemapping,
            own_names,
            people: HashMap::new(),
            borrowed: HashMap::new(),
            present: HashMap::new(),
            steps: Vec::new(),
            line: 0,
            at_ms: 0,
        }
    }

    fn plan(&mut self, lines: &[Line]) -> Vec<Step> {
        for line in lines {
            self.line = line.number;
            self.at_ms = line.at_ms;
            self.read(&line.what);
        }
        std::mem::take(&mut self.steps)
    }

    fn read(&mut self, what: &What) {
        match what {
            What::Message { author, text } => self.act(author, StepKind::Text { body: text.clone() }),
            What::Notice { author, text } => self.act(author, StepKind::Notice { body: text.clone() }),
            What::Action { author, text } => self.act(author, StepKind::Emote { body: text.clone() }),
            What::Topic { author, topic } => self.act(author, StepKind::Topic { topic: topic.clone() }),
            What::Join { author } => {
                self.appear(author);
            }
            What::Part { author, reason } | What::Quit { author, reason } => {
                self.depart(author, reason.clone());
            }
            What::Nick { from, to } => self.change(from, to),
            What::Kick { author, target, reason } => self.kick(author, target, reason.clone()),
            What::Edge { .. } => {}
        }
    }

    fn act(&mut self, author: &str, kind: StepKind) {
        let sender = self.appear(author);
        self.step(sender, kind);
    }

    /// Sees to it that the bearer of a name is in the room under this name.
    fn appear(&mut self, name: &str) -> Arc<Person> {
        let key = self.casemapping.fold(name);
        let person = self.bearer_or_new(&key, name);
        let display_name = if key == person.key { person.display_name.clone() } else { name.to_owned() };
        let presence = Presence { name: key, display_name: display_name.clone() };
        match self.present.insert(person.key.clone(), presence) {
            None => self.step(person.clone(), StepKind::Join { display_name }),
            Some(before) if before.display_name != display_name => {
                self.step(person.clone(), StepKind::Rename { display_name });
            }
            Some(_) => {}
        }
        person
    }

    fn depart(&mut self, name: &str, reason: Option<String>) {
        if let Some(person) = self.take_out(name) {
            self.step(person, StepKind::Leave { reason });
        }
    }

    fn change(&mut self, from: &str, to: &str) {
        let (from_key, to_key) = (self.casemapping.fold(from), self.casemapping.fold(to));
        if !self.own_names.contains(&to_key) {
            let person = self.bearer_or_new(&from_key, from);
            self.borrowed.remove(&from_key);
            self.borrowed.insert(to_key, person);
        } else if self.bearer(&from_key).is_some_and(|person| person.key == to_key) {
            // Back under the own name.
            self.borrowed.remove(&from_key);
        } else {
            // An arrow needs no translation, as words of ours in a reason would.
            self.depart(from, Some(format!("→ {to}")));
        }
        self.appear(to);
    }

    /// A kick of somebody who is out is no kick, and does not bring the kicker in.
    fn kick(&mut self, author: &str, target: &str, reason: Option<String>) {
        let Some(kicked) = self.take_out(target) else {
            return;
        };
        if self.bearer(&self.casemapping.fold(author)).as_ref() == Some(&kicked) {
            return self.step(kicked, StepKind::Leave { reason });
        }
        let kicker = self.appear(author);
        self.step(kicker, StepKind::Kick { target: kicked, reason });
    }

    /// Ends the presence of somebody under this name, and gives the name back if it
    /// was borrowed. `None` if nobody is in under it.
    fn take_out(&mut self, name: &str) -> Option<Arc<Person>> {
        let key = self.casemapping.fold(name);
        let person = self.bearer(&key)?;
        self.borrowed.remove(&key);
        if self.present.get(&person.key)?.name != key {
            return None;
        }
        self.present.remove(&person.key);
        Some(person)
    }

    /// Whose a folded name is at this moment.
    fn bearer(&self, key: &str) -> Option<Arc<Person>> {
        self.borrowed.get(key).or_else(|| self.people.get(key)).cloned()
    }

    fn bearer_or_new(&mut self, key: &str, name: &str) -> Arc<Person> {
        if let Some(person) = self.bearer(key) {
            return person;
        }
        let person = Arc::new(Person::new(name, self.casemapping));
        self.people.insert(key.to_owned(), person.clone());
        person
    }

    fn step(&mut self, sender: Arc<Person>, kind: StepKind) {
        let ordinal = match self.steps.last() {
            Some(last) if last.line == self.line => last.ordinal + 1,
            _ => 0,
        };
        self.steps.push(Step { line: self.line, ordinal, at_ms: self.at_ms, sender, kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A line of a log in short: `a> hi`, `+a`, `-a` (quit), `a=b` (nick change),
    /// `a!b` (kick).
    fn what(short: &str) -> What {
        let own = |text: &str| text.to_owned();
        if let Some((author, text)) = short.split_once("> ") {
            What::Message { author: own(author), text: own(text) }
        } else if let Some((from, to)) = short.split_once('=') {
            What::Nick { from: own(from), to: own(to) }
        } else if let Some((author, target)) = short.split_once('!') {
            What::Kick { author: own(author), target: own(target), reason: None }
        } else if let Some(author) = short.strip_prefix('+') {
            What::Join { author: own(author) }
        } else {
            What::Quit { author: own(short.trim_start_matches('-')), reason: None }
        }
    }

    fn lines(log: &[&str]) -> Vec<Line> {
        let line = |(number, short): (u32, &&str)| Line {
            number: number.into(),
            at_ms: 1000 * i64::from(number),
            what: what(short),
        };
        (1..).zip(log).map(line).collect()
    }

    /// The steps in the same short form, by account; `~` is a display name.
    fn short(steps: &[Step]) -> Vec<String> {
        let one = |step: &Step| {
            let who = &step.sender.localpart;
            match &step.kind {
                StepKind::Join { display_name } => format!("+{who} ~{display_name}"),
                StepKind::Leave { .. } => format!("-{who}"),
                StepKind::Kick { target, .. } => format!("{who}!{}", target.localpart),
                StepKind::Rename { display_name } => format!("{who} ~{display_name}"),
                StepKind::Text { body } | StepKind::Notice { body } | StepKind::Emote { body } => {
                    format!("{who}> {body}")
                }
                StepKind::Topic { topic } => format!("{who}# {topic}"),
            }
        };
        steps.iter().map(one).collect()
    }

    fn planned(log: &[&str]) -> Vec<String> {
        short(&plan(&lines(log), Casemapping::Rfc1459))
    }

    #[test]
    fn who_speaks_is_in() {
        assert_eq!(planned(&["Ada> hi", "ada> ho"]), ["+ada ~Ada", "ada> hi", "ada> ho"]);
        assert_eq!(planned(&["+a", "-a", "a> back"]), ["+a ~a", "-a", "+a ~a", "a> back"]);
    }

    #[test]
    fn steps_of_a_line_are_numbered() {
        let steps = plan(&lines(&["+b", "a> hi"]), Casemapping::Rfc1459);
        let places: Vec<_> = steps.iter().map(|step| (step.line, step.ordinal, step.at_ms)).collect();
        assert_eq!(places, [(1, 0, 1000), (2, 0, 2000), (2, 1, 2000)]);
    }

    #[test]
    fn nobody_joins_or_leaves_twice() {
        assert_eq!(planned(&["-a", "+a", "+A", "-a", "-a"]), ["+a ~a", "-a"]);
    }

    #[test]
    fn a_name_that_never_joins_is_borrowed() {
        assert_eq!(
            planned(&["+ada", "ada=ada|away", "ada|away> zzz", "ada|away=ada", "-ada"]),
            ["+ada ~ada", "ada ~ada|away", "ada> zzz", "ada ~ada", "-ada"],
        );
    }

    #[test]
    fn a_borrowed_name_goes_back_and_to_the_next() {
        assert_eq!(
            planned(&["+a", "+b", "a=afk", "-afk", "b=afk", "afk> hm"]),
            ["+a ~a", "+b ~b", "a ~afk", "-a", "b ~afk", "b> hm"],
        );
        assert_eq!(planned(&["a=afk", "afk=AFK", "AFK=zzz"]), ["+a ~afk", "a ~AFK", "a ~zzz"]);
    }

    #[test]
    fn a_reconnecting_person_keeps_the_account_of_each_name() {
        assert_eq!(
            planned(&["+a", "+a_", "-a", "a_=a", "a> back"]),
            ["+a ~a", "+a_ ~a_", "-a", "-a_", "+a ~a", "a> back"],
        );
    }

    #[test]
    fn a_name_is_own_if_it_joins_anywhere_in_the_log() {
        assert_eq!(planned(&["Guest1=alice", "-alice", "+alice"]), ["+alice ~alice", "-alice", "+alice ~alice"]);
    }

    #[test]
    fn the_ghost_of_somebody_back_under_the_own_name_means_nothing() {
        assert_eq!(planned(&["+a", "a=afk", "+a", "-afk", "a> here"]), ["+a ~a", "a ~afk", "a ~a", "a> here"],);
    }

    #[test]
    fn a_kick_needs_a_target_and_brings_the_kicker_in() {
        assert_eq!(planned(&["Services!a"]), Vec::<String>::new());
        assert_eq!(planned(&["+a", "ChanServ!a", "-a"]), ["+a ~a", "+chanserv ~ChanServ", "chanserv!a"]);
        assert_eq!(planned(&["+a", "a!A"]), ["+a ~a", "-a"]);
    }

    #[test]
    fn only_letters_fold_where_the_network_says_so() {
        let log = lines(&["a[> x", "a{> y"]);
        assert_eq!(short(&plan(&log, Casemapping::Rfc1459)).len(), 3);
        assert_eq!(short(&plan(&log, Casemapping::Ascii)).len(), 4);
    }

    #[test]
    fn people_stay_over_midnight() {
        let (first, second) = (lines(&["+a", "+b", "-b"]), lines(&["a> up late", "b> me too"]));
        let files = plan_files(&[&first, &second], Casemapping::Rfc1459);
        assert_eq!(short(&files[1]), ["a> up late", "+b ~b", "b> me too"]);
    }

    #[test]
    fn edges_are_in_no_room() {
        let edge = What::Edge { from: "1".to_owned(), to: "2".to_owned() };
        assert_eq!(plan(&[Line { number: 1, at_ms: 0, what: edge }], Casemapping::Exact), []);
        assert_eq!(plan(&[], Casemapping::Exact), []);
    }

    /// Replays the steps in a room that refuses what Matrix would.
    fn check(steps: &[Step]) -> Result<(), TestCaseError> {
        let mut names: HashMap<&str, &str> = HashMap::new();
        let mut above = (0, 0);
        for step in steps {
            let who = step.sender.localpart.as_str();
            prop_assert_eq!(step.ordinal, if step.line == above.0 { above.1 + 1 } else { 0 });
            above = (step.line, step.ordinal);
            match &step.kind {
                StepKind::Join { display_name } => prop_assert_eq!(names.insert(who, display_name), None),
                StepKind::Rename { display_name } => {
                    let before = names.insert(who, display_name);
                    prop_assert!(before.is_some_and(|before| before != display_name));
                }
                StepKind::Leave { .. } => prop_assert!(names.remove(who).is_some()),
                StepKind::Kick { target, .. } => {
                    prop_assert!(target.localpart != who && names.contains_key(who));
                    prop_assert!(names.remove(target.localpart.as_str()).is_some());
                }
                StepKind::Text { .. } | StepKind::Notice { .. } | StepKind::Emote { .. } | StepKind::Topic { .. } => {
                    prop_assert!(names.contains_key(who));
                }
            }
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn whatever_the_log_the_steps_are_valid(
            log in prop::collection::vec("[+-][abAB]_?|[abAB]_?(> x|[=!][abAB]_?)", 0..60),
        ) {
            let log: Vec<&str> = log.iter().map(String::as_str).collect();
            let lines = lines(&log);
            let steps = plan(&lines, Casemapping::Rfc1459);
            check(&steps)?;
            prop_assert_eq!(&steps, &plan(&lines, Casemapping::Rfc1459));
            let said = |line: &Line| matches!(line.what, What::Message { .. });
            let planned = |step: &Step| matches!(step.kind, StepKind::Text { .. });
            prop_assert_eq!(
                lines.iter().filter(|line| said(line)).count(),
                steps.iter().filter(|step| planned(step)).count(),
            );
        }
    }
}
