//! From a fact to the signals that are made of it, as their kinds declare it.

use std::{collections::HashMap, sync::LazyLock};

use hearth_store::StoredFact;
use serde_json::{Map, Value};

use super::{
    kind::{PLACE, ROOM, SUBJECT, SignalKind, Source, Words},
    kinds::KINDS,
    signal::{Id, Signal, Word},
};

/// The kinds that are made of a fact, by the fact's name.
static OF_FACT: LazyLock<HashMap<&str, Vec<(&'static SignalKind, &'static Source)>>> = LazyLock::new(|| {
    let mut of_fact: HashMap<&str, Vec<_>> = HashMap::new();
    for kind in KINDS {
        if let Some(source) = &kind.source {
            of_fact.entry(source.fact).or_default().push((*kind, source));
        }
    }
    of_fact
});

/// The fact that an account has ended: no signal is made of it, and those of its member go.
pub(crate) const ENDED: &str = "accounts.deactivated";

/// The facts that signals are made of, and that one.
pub(crate) static HEARS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut names: Vec<&str> = OF_FACT.keys().copied().chain([ENDED]).collect();
    names.sort_unstable();
    names
});

/// Signals that are made of one fact, at most: each has a number of its own.
const OF_ONE_FACT: i64 = 8;

/// What a fact says, field by field.
pub(crate) struct Fields<'a> {
    subject: &'a str,
    fields: Map<String, Value>,
}

impl<'a> Fields<'a> {
    /// What is not an object of fields says nothing but its subject.
    pub fn read(fact: &'a StoredFact) -> Self {
        Self { subject: &fact.subject, fields: serde_json::from_str(&fact.fields).unwrap_or_default() }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        if name == SUBJECT {
            return Some(self.subject);
        }
        self.fields.get(name)?.as_str()
    }

    fn id(&self, name: &str) -> Option<Id> {
        Id::parse(self.text(name)?).ok()
    }

    fn word(&self, name: &str, allowed: Words) -> Option<Word> {
        Word::parse(self.text(name)?).ok().filter(|word| allowed.allow(word))
    }
}

/// The signals of a fact.
pub(crate) fn signals(fact: &StoredFact, fields: &Fields<'_>, found: &mut Vec<Signal>) {
    let kinds = OF_FACT.get(fact.name.as_str()).map_or(&[][..], Vec::as_slice);
    for (number, (kind, source)) in kinds.iter().enumerate() {
        let is_one = |(name, words): (&str, &[&str])| fields.text(name).is_some_and(|word| words.contains(&word));
        if !source.only.is_none_or(is_one) {
            continue;
        }
        let Some(member) = fields.id(source.member) else { continue };
        let ordinal = i32::try_from(fact.ordinal * OF_ONE_FACT + number as i64).unwrap_or(i32::MAX);
        found.push(Signal {
            peer: kind.peer.and_then(|_| fields.id(source.peer)).filter(|peer| *peer != member),
            room: kind.room.and_then(|_| fields.id(ROOM)),
            variant: fields.word(source.variant, kind.variants),
            place: fields.word(PLACE, kind.places),
            amount: kind.amount.and_then(|_| fields.fields.get(source.amount)?.as_i64()),
            ..Signal::new(kind, member, fact.happened_at_ms, fact.position, ordinal)
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn fact(name: &str, fields: &str) -> StoredFact {
        StoredFact {
            position: 7,
            ordinal: 2,
            name: name.to_owned(),
            subject: "@ada:test.example".to_owned(),
            happened_at_ms: 5,
            historical: false,
            fields: fields.to_owned(),
        }
    }

    fn made_of(name: &str, fields: &str) -> Vec<Signal> {
        let (fact, mut found) = (fact(name, fields), Vec::new());
        signals(&fact, &Fields::read(&fact), &mut found);
        found
    }

    fn names(name: &str, fields: &str) -> Vec<&'static str> {
        made_of(name, fields).iter().map(|signal| signal.kind.name).collect()
    }

    #[test]
    fn a_fact_says_what_its_kinds_declare_and_nothing_else() {
        let said =
            r#"{"room":"!r","how":"reply","peer":"@bo:test.example","size_bucket":7,"place":"group","body":"secret"}"#;
        let [signal] = &made_of("rooms.message_sent", said)[..] else { panic!("one signal") };
        assert_eq!((signal.kind.name, signal.position, signal.ordinal), ("message_sent", 7, 16));
        assert_eq!(signal.peer.as_ref().map(Id::as_str), Some("@bo:test.example"));
        assert_eq!(signal.variant.as_ref().map(Word::as_str), Some("reply"));
        assert_eq!(signal.place.as_ref().map(Word::as_str), Some("group"));
        assert_eq!((signal.amount, signal.at_ms), (Some(7), 5));
        assert!(!format!("{signal:?}").contains("secret"));
    }

    #[test]
    fn the_same_fact_means_something_else_by_what_was_before() {
        for (fact, before, name) in [
            ("rooms.left", "join", "room_left"),
            ("rooms.left", "invite", "invitation_declined"),
            ("rooms.left", "knock", "knock_withdrawn"),
            ("rooms.removed", "join", "removed"),
            ("rooms.removed", "invite", "invitation_withdrawn"),
            ("rooms.removed", "ban", "unbanned"),
            ("rooms.joined", "invite", "room_joined"),
        ] {
            assert_eq!(names(fact, &format!(r#"{{"room":"!r","before":"{before}"}}"#)), [name]);
        }
        // Who changes how they are shown in a room came into none.
        assert!(names("rooms.joined", r#"{"room":"!r","before":"join"}"#).is_empty());
        let invited = made_of("rooms.invited", r#"{"room":"!r","by":"@bo:test.example","before":"none"}"#);
        let who =
            |signal: &Signal| (signal.kind.name, signal.member.to_string(), signal.peer.clone().unwrap().to_string());
        let (ada, bo) = ("@ada:test.example".to_owned(), "@bo:test.example".to_owned());
        let both: BTreeSet<_> = invited.iter().map(who).collect();
        assert_eq!(both, [("invitation_sent", bo.clone(), ada.clone()), ("invited", ada, bo)].into());
        assert_ne!(invited[0].ordinal, invited[1].ordinal);
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        assert!(made_of("rooms.message_sent", "no json").is_empty());
        assert!(made_of("rooms.message_sent", r#"{"how":"sideways"}"#).is_empty());
        assert!(made_of("search.unknown", "{}").is_empty());
        let odd =
            made_of("rooms.message_sent", r#"{"how":"start","peer":"two words","place":"moon","size_bucket":"x"}"#);
        assert_eq!((&odd[0].peer, &odd[0].place, odd[0].amount), (&None, &None, None));
        // Who answers themselves has no peer.
        assert_eq!(made_of("rooms.message_sent", r#"{"how":"reply","peer":"@ada:test.example"}"#)[0].peer, None);
    }

    #[test]
    fn the_lexicon_is_whole() {
        let names: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), KINDS.len(), "a name is given once");
        for kind in KINDS {
            Word::parse(kind.name).unwrap();
            assert!(kind.doc.ends_with('.') && kind.kept_days > 0, "{}", kind.name);
            let Some(source) = &kind.source else { continue };
            assert_eq!(kind.peer.is_some(), !source.peer.is_empty(), "{}: peer", kind.name);
            assert_eq!(kind.amount.is_some(), !source.amount.is_empty(), "{}: amount", kind.name);
            assert_eq!(!matches!(kind.variants, Words::None), !source.variant.is_empty(), "{}: variant", kind.name);
            for words in [kind.variants, kind.places] {
                let Words::Closed(words) = words else { continue };
                words.iter().for_each(|word| drop(Word::parse(word).unwrap()));
            }
        }
        assert!(OF_FACT.values().all(|kinds| kinds.len() as i64 <= OF_ONE_FACT));
    }
}
