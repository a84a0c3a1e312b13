//! What kinds of traces mean to the reports: most are acts of a member, some happen to one, a few tell of trouble.

use hearth_kernel::{Error, Result};

use crate::{churn::log::Names, features, signals};

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
    /// A part of the app that was used: counted where it is asked what is used, and no sign of presence.
    Use,
    /// Any other act.
    Act,
}

impl Class {
    const NAMES: [(&str, Self); 11] = [
        ("word", Self::Word),
        ("reaction", Self::Reaction),
        ("friction", Self::Friction),
        ("report", Self::Report),
        ("block", Self::Block),
        ("sign-in-failed", Self::SignInFailed),
        ("signed-in", Self::SignedIn),
        ("unmet", Self::Unmet),
        ("passive", Self::Passive),
        ("use", Self::Use),
        ("act", Self::Act),
    ];

    /// Whole words of names, or several that follow each other, in the order in which they are looked for.
    const WORDS: [(&[&str], Self); 12] = [
        (&["sign_in_failed", "login_failed"], Self::SignInFailed),
        (&["search_empty", "empty_search", "unmet"], Self::Unmet),
        (&["fail", "failed", "failure", "error", "errors", "friction", "undecrypted", "undecryptable"], Self::Friction),
        (&["refused", "timeout", "timed_out", "slow", "crash", "crashed"], Self::Friction),
        (&["signed_in", "sign_in", "login", "logged_in", "password_changed", "device_added"], Self::SignedIn),
        (&["reported", "report_user", "report_message", "abuse_report", "complaint", "complained"], Self::Report),
        (&["block", "blocked", "ignored"], Self::Block),
        (&["notification", "notifications", "moderated", "moderation"], Self::Passive),
        (&["message_received", "msg_received", "received_message"], Self::Passive),
        (&["react", "reacted", "reaction", "reactions", "like", "liked", "likes"], Self::Reaction),
        (&["msg", "message", "messages", "post", "posts", "posted", "reply", "replied"], Self::Word),
        (&["mention", "mentioned", "comment", "comments", "commented"], Self::Word),
    ];

    /// What a name ends with that is an act, whatever it is done to: who looks at messages says nothing.
    const HANDLED: [&str; 18] = [
        "opened", "viewed", "read", "seen", "clicked", "edited", "deleted", "closed", "checked", "pinned", "changed",
        "exported", "loaded", "fetched", "listed", "synced", "searched", "appealed",
    ];

    /// The kinds of signals that are more to a report than an act.
    const DECLARED: [(&str, Self); 17] = [
        ("signed_in", Self::SignedIn),
        ("device_added", Self::SignedIn),
        ("sign_in_failed", Self::SignInFailed),
        ("message_sent", Self::Word),
        ("reaction_sent", Self::Reaction),
        ("ignored", Self::Block),
        ("reported", Self::Report),
        ("send_failed", Self::Friction),
        ("cannot_decrypt", Self::Friction),
        ("slow_room", Self::Friction),
        ("empty_search", Self::Friction),
        ("empty_search.rooms", Self::Unmet),
        ("error_shown", Self::Friction),
        ("refused", Self::Friction),
        ("capability_used", Self::Use),
        ("preference_changed", Self::Use),
        ("product_friction", Self::Friction),
    ];

    /// The class of a signal, as its kind is declared, or the variant of a kind that is told apart; nothing of a kind
    /// that is not declared.
    fn declared(name: &str) -> Option<Self> {
        let whole = name.split_once('.').map_or(name, |(whole, _)| whole);
        let kind = signals::of_name(whole).filter(|kind| kind.is_told_apart || whole == name)?;
        let listed = |name| Self::DECLARED.iter().find(|(known, _)| *known == name).map(|(_, class)| *class);
        let listed = listed(name).or_else(|| listed(whole));
        Some(listed.unwrap_or(if kind.is_activity { Self::Act } else { Self::Passive }))
    }

    /// The class of a kind as a log names it: of a signal as it is declared; of others by what stands before the dot, and
    /// else by their name.
    fn of(kind: &str) -> Meaning {
        let says = features::Class::of(kind);
        let name = features::Class::bare(kind);
        if let Some(class) = Self::declared(name) {
            return Meaning { class, is_guessed: false };
        }
        match says {
            features::Class::Act | features::Class::Joined | features::Class::Left => {
                let class = Self::by_name(name);
                Meaning { class, is_guessed: class != Self::Act }
            }
            features::Class::Friction | features::Class::Hindrance => {
                Meaning { class: Self::Friction, is_guessed: false }
            }
            features::Class::Moderation | features::Class::Met => Meaning { class: Self::Passive, is_guessed: false },
        }
    }

    /// The class that a kind's name speaks of.
    pub fn by_name(kind: &str) -> Self {
        let name = words(kind);
        if ["_report_", "_report_sent_", "_user_report_"].contains(&name.as_str()) {
            return Self::Report;
        }
        if name.ends_with("_received_") {
            return Self::Passive;
        }
        let speaks = |word: &&str| name.contains(&format!("_{word}_"));
        let found = Self::WORDS.iter().find(|(words, _)| words.iter().any(&speaks));
        let class = found.map_or(Self::Act, |(_, class)| *class);
        let is_handled = Self::HANDLED.iter().any(|word| name.ends_with(&format!("_{word}_")));
        let is_about = matches!(class, Self::Report | Self::Block | Self::Passive | Self::Reaction | Self::Word);
        if is_handled && is_about { Self::Act } else { class }
    }

    fn is_presence(self) -> bool {
        !matches!(self, Self::Passive | Self::SignInFailed | Self::Use)
    }

    fn parse(name: &str) -> Result<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, class)| *class).ok_or_else(|| {
            let known = Self::NAMES.map(|(known, _)| known).join(", ");
            Error::invalid_param(format!("there is no class of kinds `{name}`; there are {known}"))
        })
    }
}

/// What a kind stands for, and whether that is only what its name sounds like.
struct Meaning {
    class: Class,
    is_guessed: bool,
}

/// A name as its words, each between two underscores: `messageSent`, `Message Sent` and `message-sent` are one.
fn words(name: &str) -> String {
    let mut words = "_".to_owned();
    let mut was_small = false;
    for letter in name.chars() {
        let is_new = !letter.is_alphanumeric() || (letter.is_uppercase() && was_small);
        if is_new && !words.ends_with('_') {
            words.push('_');
        }
        if letter.is_alphanumeric() {
            words.extend(letter.to_lowercase());
        }
        was_small = letter.is_lowercase();
    }
    if !words.ends_with('_') {
        words.push('_');
    }
    words
}

/// The class of each kind of a log.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    of: Vec<Class>,
    /// Kinds whose class is only what their names sound like.
    guessed: Vec<u32>,
    /// Whether traces of the kind show that their member was there.
    shows_presence: Vec<bool>,
}

impl Classes {
    /// By what the kinds' names say and the lexicon of signals declares, but for those that are said: `kind=class`.
    pub fn of(kinds: &Names, said: &[String]) -> Result<Self> {
        let name = |number| kinds.name(number);
        let numbers = || 0..kinds.len() as u32;
        let meant: Vec<Meaning> = numbers().map(|kind| Class::of(name(kind))).collect();
        let mut guessed: Vec<u32> = numbers().filter(|kind| meant[*kind as usize].is_guessed).collect();
        let mut of: Vec<Class> = meant.iter().map(|meaning| meaning.class).collect();
        let mut shows_presence: Vec<bool> = numbers()
            .zip(&of)
            .map(|(kind, class)| class.is_presence() && features::Class::of(name(kind)).is_life())
            .collect();
        for pair in said {
            let Some((kind, class)) = pair.split_once('=') else {
                return Err(Error::invalid_param(format!("`{pair}` says no class; write KIND=CLASS")));
            };
            let class = Class::parse(class)?;
            // As a log names it, or as people do.
            let is_meant = |number: &u32| features::Class::bare(name(*number)) == kind;
            let exact = kinds.find(kind);
            let meant: Vec<u32> = exact.map_or_else(|| numbers().filter(is_meant).collect(), |exact| vec![exact]);
            if meant.is_empty() {
                return Err(Error::invalid_param(format!("there is no kind `{kind}` in this log")));
            }
            for number in meant {
                guessed.retain(|kind| *kind != number);
                of[number as usize] = class;
                shows_presence[number as usize] = class.is_presence();
            }
        }
        Ok(Self { of, guessed, shows_presence })
    }

    /// The kinds whose class is only what their names sound like, with it.
    pub fn guessed(&self) -> impl Iterator<Item = (u32, &'static str)> {
        let name = |class| Class::NAMES.iter().find(|(_, known)| *known == class).map_or("", |(name, _)| *name);
        self.guessed.iter().map(move |kind| (*kind, name(self.of[*kind as usize])))
    }

    pub fn class(&self, kind: u16) -> Class {
        self.of.get(usize::from(kind)).copied().unwrap_or(Class::Act)
    }

    /// Whether the trace shows that its member was there.
    pub fn is_presence(&self, kind: u16) -> bool {
        self.shows_presence.get(usize::from(kind)).copied().unwrap_or(true)
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
            ("messageSent", Class::Word),
            ("MESSAGE_SENT", Class::Word),
            ("HTTP ERROR", Class::Friction),
            ("msg_received_ios", Class::Passive),
            ("comments_added", Class::Word),
            ("messages_loaded", Class::Act),
            ("weekly_report_sent", Class::Act),
            ("report_sent", Class::Report),
            ("Post Created", Class::Word),
            ("report", Class::Report),
            ("call_received", Class::Passive),
            ("", Class::Act),
            // Words that others are made of, and what is done with a thing.
            ("moderator_queue_opened", Class::Act),
            ("received_goods_checked", Class::Act),
            ("weekly_report_opened", Class::Act),
            ("message_deleted", Class::Act),
            ("notification_opened", Class::Act),
            ("postcode_entered", Class::Act),
            ("unlikely_path", Class::Act),
            ("failed_page_viewed", Class::Friction),
        ];
        for (name, class) in class {
            assert_eq!(Class::by_name(name), class, "{name}");
        }
    }

    /// What the reports take for presence is what the lexicon declares as the member's own doing.
    #[test]
    fn every_declared_kind_has_its_class() {
        let mut kinds = Names::default();
        for kind in signals::KINDS {
            kinds.number(&format!("{}{}", kind.class().prefix(), kind.name));
        }
        let classes = Classes::of(&kinds, &[]).unwrap();
        for (number, kind) in signals::KINDS.iter().enumerate() {
            assert!(Class::declared(kind.name).is_some(), "{}", kind.name);
            assert_eq!(classes.is_presence(number as u16), kind.is_activity, "{}", kind.name);
        }
        for (listed, class) in Class::DECLARED {
            assert_eq!(Class::declared(listed), Some(class), "{listed}");
        }
        // A name would say something else of these.
        for (name, class) in [
            ("notifications_on", Class::Passive),
            ("met.notifications_on", Class::Passive),
            ("password_changed", Class::Passive),
            ("hindrance.sign_in_failed", Class::SignInFailed),
            ("message_withdrawn", Class::Act),
            ("friction.order_completed", Class::Friction),
            ("moderation.order_stopped", Class::Passive),
            ("friction.slow_room.3s", Class::Friction),
            ("friction.empty_search.people", Class::Friction),
            ("friction.empty_search.rooms", Class::Unmet),
            ("met.capability_used.threads", Class::Use),
            ("post", Class::Word),
        ] {
            assert_eq!(Class::of(name).class, class, "{name}");
        }
        let mut kinds = Names::default();
        kinds.number("hindrance.door_closed");
        assert!(!Classes::of(&kinds, &[]).unwrap().is_presence(0), "it may be anybody's");
    }

    #[test]
    fn what_is_said_of_a_kind_goes_before_its_name() {
        let mut kinds = Names::default();
        ["open", "msg", "friction.upload", "message_sent"].iter().for_each(|name| _ = kinds.number(name));
        let classes = Classes::of(&kinds, &["open=passive".to_owned(), "upload=unmet".to_owned()]).unwrap();
        assert!(!classes.is_presence(0));
        assert!(classes.is_word(1));
        assert_eq!(classes.class(2), Class::Unmet);
        let guessed: Vec<(u32, &str)> = classes.guessed().collect();
        assert_eq!(guessed, [(1, "word")], "what is declared, or said, is not guessed");
        assert_eq!(classes.class(99), Class::Act);
        for (wrong, says) in [("open", "KIND=CLASS"), ("open=loud", "there are word"), ("shut=act", "no kind `shut`")] {
            let error = Classes::of(&kinds, &[wrong.to_owned()]).unwrap_err();
            assert!(error.message.contains(says), "{}", error.message);
        }
    }
}
