//! What kinds of traces mean to the reports: most are acts of a member, some happen to one, a few tell of trouble.

use hearth_kernel::{Error, Result};

use crate::churn::log::Names;

/// What a kind of trace stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Something said, to somebody or to a room.
    Word,
    /// A reaction to what somebody said.
    Reaction,
    /// Something that did not work.
    Friction,
    /// A complaint about somebody.
    Report,
    /// Somebody was shut out by another member.
    Block,
    /// A sign-in that was refused. Who tried may be anybody.
    SignInFailed,
    /// A sign-in, a new device, a new password.
    SignedIn,
    /// Something that was looked for and is not there.
    Unmet,
    /// What reached a member without their doing.
    Passive,
    /// Any other act.
    Act,
}

impl Class {
    const NAMES: [(&str, Self); 10] = [
        ("word", Self::Word),
        ("reaction", Self::Reaction),
        ("friction", Self::Friction),
        ("report", Self::Report),
        ("block", Self::Block),
        ("sign-in-failed", Self::SignInFailed),
        ("signed-in", Self::SignedIn),
        ("unmet", Self::Unmet),
        ("passive", Self::Passive),
        ("act", Self::Act),
    ];

    /// Parts of names, in the order in which they are looked for.
    const WORDS: [(&str, Self); 31] = [
        ("sign_in_failed", Self::SignInFailed),
        ("login_failed", Self::SignInFailed),
        ("search_empty", Self::Unmet),
        ("unmet", Self::Unmet),
        ("fail", Self::Friction),
        ("error", Self::Friction),
        ("friction", Self::Friction),
        ("undecrypt", Self::Friction),
        ("refused", Self::Friction),
        ("timeout", Self::Friction),
        ("slow", Self::Friction),
        ("crash", Self::Friction),
        ("signed_in", Self::SignedIn),
        ("sign_in", Self::SignedIn),
        ("login", Self::SignedIn),
        ("password_changed", Self::SignedIn),
        ("device_added", Self::SignedIn),
        ("report", Self::Report),
        ("block", Self::Block),
        ("ignored", Self::Block),
        ("notification", Self::Passive),
        ("moderat", Self::Passive),
        ("received", Self::Passive),
        ("react", Self::Reaction),
        ("like", Self::Reaction),
        ("msg", Self::Word),
        ("message", Self::Word),
        ("post", Self::Word),
        ("reply", Self::Word),
        ("mention", Self::Word),
        ("comment", Self::Word),
    ];

    /// The class that a kind's name speaks of.
    pub fn by_name(kind: &str) -> Self {
        let kind = kind.to_ascii_lowercase().replace(['-', ' ', '.'], "_");
        let found = Self::WORDS.iter().find(|(word, _)| kind.contains(word));
        found.map_or(Self::Act, |(_, class)| *class)
    }

    fn parse(name: &str) -> Result<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, class)| *class).ok_or_else(|| {
            let known = Self::NAMES.map(|(known, _)| known).join(", ");
            Error::invalid_param(format!("there is no class of kinds `{name}`; there are {known}"))
        })
    }
}

/// The class of each kind of a log.
#[derive(Clone, Debug, Default)]
pub struct Classes(Vec<Class>);

impl Classes {
    /// By the kinds' names, but for those that are said: `kind=class`.
    pub fn of(kinds: &Names, said: &[String]) -> Result<Self> {
        let name = |number| kinds.name(number);
        let mut classes: Vec<Class> = (0..kinds.len() as u32).map(|kind| Class::by_name(name(kind))).collect();
        for pair in said {
            let Some((kind, class)) = pair.split_once('=') else {
                return Err(Error::invalid_param(format!("`{pair}` says no class; write KIND=CLASS")));
            };
            let class = Class::parse(class)?;
            let Some(number) = (0..kinds.len() as u32).find(|number| name(*number) == kind) else {
                return Err(Error::invalid_param(format!("there is no kind `{kind}` in this log")));
            };
            classes[number as usize] = class;
        }
        Ok(Self(classes))
    }

    pub fn class(&self, kind: u16) -> Class {
        self.0.get(usize::from(kind)).copied().unwrap_or(Class::Act)
    }

    /// Whether the trace shows that its member was there.
    pub fn is_presence(&self, kind: u16) -> bool {
        !matches!(self.class(kind), Class::Passive | Class::SignInFailed)
    }

    /// Whether one member turned to another.
    pub fn is_word(&self, kind: u16) -> bool {
        self.class(kind) == Class::Word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_speak_for_themselves() {
        let class = [
            ("msg", Class::Word),
            ("reply", Class::Word),
            ("rooms.message_sent", Class::Word),
            ("message_failed", Class::Friction),
            ("sign-in-failed", Class::SignInFailed),
            ("signed_in", Class::SignedIn),
            ("reported", Class::Report),
            ("help_search_empty", Class::Unmet),
            ("notification_shown", Class::Passive),
            ("room_joined", Class::Act),
            ("", Class::Act),
        ];
        for (name, class) in class {
            assert_eq!(Class::by_name(name), class, "{name}");
        }
    }

    #[test]
    fn what_is_said_of_a_kind_goes_before_its_name() {
        let mut kinds = Names::default();
        ["open", "msg"].iter().for_each(|name| _ = kinds.number(name));
        let classes = Classes::of(&kinds, &["open=passive".to_owned()]).unwrap();
        assert!(!classes.is_presence(0));
        assert!(classes.is_word(1));
        assert_eq!(classes.class(99), Class::Act);
        for (wrong, says) in [("open", "KIND=CLASS"), ("open=loud", "there are word"), ("shut=act", "no kind `shut`")] {
            let error = Classes::of(&kinds, &[wrong.to_owned()]).unwrap_err();
            assert!(error.message.contains(says), "{}", error.message);
        }
    }
}
