//! Plain data and rules: what an event of another product may say, and what is done with it.

use std::{borrow::Cow, collections::HashSet};

use hearth_kernel::limits;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// What the law lets a workspace rest on: the cases of Article 6(1) of the GDPR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    Consent,
    Contract,
    LegalObligation,
    VitalInterests,
    PublicTask,
    LegitimateInterests,
}

impl Basis {
    pub const ALL: [Self; 6] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterests,
        Self::PublicTask,
        Self::LegitimateInterests,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Contract => "contract",
            Self::LegalObligation => "legal-obligation",
            Self::VitalInterests => "vital-interests",
            Self::PublicTask => "public-task",
            Self::LegitimateInterests => "legitimate-interests",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.word() == word)
    }
}

/// What an administrator has said of the events of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// Nothing yet: its events are held.
    Unknown,
    Activity,
    Friction,
    Ignored,
}

impl Ruling {
    pub const ALL: [Self; 4] = [Self::Unknown, Self::Activity, Self::Friction, Self::Ignored];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Activity => "activity",
            Self::Friction => "friction",
            Self::Ignored => "ignored",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruling| ruling.word() == word)
    }

    /// What holds for a name that nobody has ruled on. The words of the two protocols are known.
    pub fn by_default(name: &str) -> Self {
        const ACTIVITY: [&str; 6] = ["page", "screen", "event", "$pageview", "$screen", "$autocapture"];
        const IGNORED: [&str; 10] = [
            "identify",
            "group",
            "alias",
            "$identify",
            "$create_alias",
            "$merge_dangerously",
            "$groupidentify",
            "$set",
            "$pageleave",
            "$feature_flag_called",
        ];
        match name {
            "$exception" => Self::Friction,
            _ if ACTIVITY.contains(&name) => Self::Activity,
            _ if IGNORED.contains(&name) => Self::Ignored,
            _ => Self::Unknown,
        }
    }
}

/// Why an event was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    Malformed,
    TooLarge,
    Late,
    Future,
    /// There is no room for another name, or for another event of a name that nobody has ruled on.
    NoRoom,
}

impl Why {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::TooLarge => "too_large",
            Self::Late => "late",
            Self::Future => "future",
            Self::NoRoom => "no_room",
        }
    }
}

/// An event that is not taken in, with words for whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub why: Why,
    pub words: Cow<'static, str>,
}

impl Refusal {
    pub(super) fn new(why: Why, words: impl Into<Cow<'static, str>>) -> Self {
        Self { why, words: words.into() }
    }

    pub(super) fn malformed(words: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Why::Malformed, words)
    }
}

/// An event that is taken in. It has room for names, ids and one number, and for nothing that people write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    /// What makes it the same event when it comes twice; one without is always another.
    pub message_id: Option<String>,
    pub name: String,
    pub member: String,
    pub at_ms: i64,
    pub peer: Option<String>,
    pub room: Option<String>,
    pub amount: Option<i64>,
}

/// Two ids that are one person: what is known under `from` belongs to `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub from: String,
    pub to: String,
    pub at_ms: i64,
}

impl Link {
    /// None where the two are the same, or one of them is nobody's own.
    pub(super) fn between(from: String, to: &str, at_ms: i64) -> Option<Self> {
        let is_link = from != to && !is_shared(&from) && !is_shared(to);
        is_link.then(|| Self { from, to: to.to_owned(), at_ms })
    }
}

/// Where the events of one product are kept apart from all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    pub name: String,
    pub basis: Basis,
    pub mapping: Mapping,
    pub made_at_ms: i64,
}

/// A write key, as it is kept: what it opens, and not what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteKey {
    pub hash: String,
    pub workspace: String,
    pub made_at_ms: i64,
    pub revoked_at_ms: Option<i64>,
}

/// A name of the lexicon with its counts, or what is added to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub workspace: String,
    pub name: String,
    pub ruling: Ruling,
    pub events: i64,
    /// Of these, how many wait to be ruled on.
    pub held: i64,
    pub first_at_ms: i64,
    pub last_at_ms: i64,
}

impl Named {
    /// A name of which nothing has come yet.
    pub(super) fn new(workspace: &str, name: &str) -> Self {
        Self {
            workspace: workspace.to_owned(),
            name: name.to_owned(),
            ruling: Ruling::by_default(name),
            events: 0,
            held: 0,
            first_at_ms: i64::MAX,
            last_at_ms: 0,
        }
    }
}

/// Somebody whose events come faster than people act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    pub workspace: String,
    pub member: String,
    /// The hour in which that was seen first.
    pub hour_ms: i64,
    /// Events that were set apart.
    pub events: i64,
    /// An administrator has said that it is a person after all.
    pub trusted: bool,
}

/// An event on its way to the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    pub stage: i64,
    pub position: i64,
    pub ordinal: i64,
    pub workspace: String,
    pub name: String,
    pub member: String,
    pub at_ms: i64,
    pub received_at_ms: i64,
    pub peer: Option<String>,
    pub room: Option<String>,
    pub amount: Option<i64>,
}

/// What a request holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    pub taken: Vec<Taken>,
    pub links: Vec<Link>,
    /// The place in the batch, and why.
    pub refused: Vec<(usize, Refusal)>,
}

impl Parsed {
    /// Refuses some of what would be taken: for each event, in order, why, or nothing.
    pub(super) fn refuse(&mut self, why: Vec<Option<Refusal>>) {
        if why.iter().all(Option::is_none) {
            return;
        }
        let refused: HashSet<usize> = self.refused.iter().map(|(place, _)| *place).collect();
        let places = (0..).filter(|place| !refused.contains(place));
        let taken = std::mem::take(&mut self.taken);
        for ((place, event), why) in places.zip(taken).zip(why) {
            match why {
                None => self.taken.push(event),
                Some(refusal) => self.refused.push((place, refusal)),
            }
        }
        self.refused.sort_by_key(|(place, _)| *place);
    }
}

/// Which properties of an event are kept. All others are dropped unread.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Whom it was for.
    pub peer: Option<String>,
    pub room: Option<String>,
    pub amount: Option<String>,
}

impl Mapping {
    /// `peer=…,room=…,amount=…`, each at most once.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut mapping = Self::default();
        for pair in text.split(',').filter(|pair| !pair.is_empty()) {
            let Some((place, property)) = pair.split_once('=').filter(|(_, property)| !property.is_empty()) else {
                return Err(format!("`{pair}` is not a pair; write peer=PROPERTY,room=PROPERTY,amount=PROPERTY"));
            };
            let place = match place {
                "peer" => &mut mapping.peer,
                "room" => &mut mapping.room,
                "amount" => &mut mapping.amount,
                other => return Err(format!("there is no place `{other}`; there are peer, room and amount")),
            };
            if place.replace(property.to_owned()).is_some() {
                return Err(format!("`{pair}` is the second property for its place; give it one"));
            }
        }
        Ok(mapping)
    }

    pub(super) fn peer(&self, properties: Option<&Map<String, Value>>) -> Option<String> {
        property(&self.peer, properties).and_then(id)
    }

    pub(super) fn room(&self, properties: Option<&Map<String, Value>>) -> Option<String> {
        property(&self.room, properties).and_then(id)
    }

    pub(super) fn amount(&self, properties: Option<&Map<String, Value>>) -> Option<i64> {
        property(&self.amount, properties).and_then(whole_number)
    }
}

fn property<'a>(path: &Option<String>, properties: Option<&'a Map<String, Value>>) -> Option<&'a Value> {
    at_path(properties?, path.as_deref()?)
}

/// A value by its name, or by a path of names with dots between.
pub(super) fn at_path<'a>(object: &'a Map<String, Value>, path: &str) -> Option<&'a Value> {
    if let Some(value) = object.get(path) {
        return Some(value);
    }
    let (first, rest) = path.split_once('.')?;
    at_path(object.get(first)?.as_object()?, rest)
}

/// A text or a number that can be an id. What has spaces is what somebody wrote.
pub(super) fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => id_of(text),
        Value::Number(number) => id_of(&digits(number)?),
        _ => None,
    }
}

/// From here on a number with a fraction does not tell its neighbours apart.
pub(super) const EXACT: f64 = 9_007_199_254_740_992.0;

/// A number as it was written; none where it has more digits than were kept of it, by which two people would become one.
pub(super) fn digits(number: &serde_json::Number) -> Option<String> {
    let has_lost = !number.is_i64() && !number.is_u64() && number.as_f64().is_none_or(|number| number.abs() >= EXACT);
    (!has_lost).then(|| number.to_string())
}

/// What programs write where they know nobody. Everybody would be one person under it.
pub(super) fn names_nobody(id: &str) -> bool {
    ["undefined", "null", "none", "nan", "[object object]"].iter().any(|word| id.eq_ignore_ascii_case(word))
}

/// An id that many people share, so that it is no link between any two of them.
fn is_shared(id: &str) -> bool {
    ["0", "true", "false", "anonymous", "guest"].iter().any(|word| id.eq_ignore_ascii_case(word))
}

pub(super) fn id_of(text: &str) -> Option<String> {
    let text = text.trim();
    let is_id = is_word(text, limits::ID_BYTES) && !text.contains(char::is_whitespace);
    is_id.then(|| text.to_owned())
}

/// The name of an event: it may have spaces, as in `Order Completed`.
pub(super) fn name(text: &str) -> Option<String> {
    let text = text.trim();
    is_word(text, limits::EVENT_NAME_BYTES).then(|| text.to_owned())
}

/// The word that stands for a name in the log: `order_completed` for `Order Completed` and `orderCompleted`. Where letters or
/// digits are lost, because they are not Latin, a digest of the name is appended; where none is left it stands alone.
pub(super) fn word(name: &str) -> String {
    let mut word = String::new();
    let (mut was_small, mut has_lost) = (false, false);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && was_small {
            word.push('_');
        }
        was_small = letter.is_ascii_lowercase();
        match letter.to_ascii_lowercase() {
            letter if letter.is_ascii_alphanumeric() || ".-".contains(letter) => word.push(letter),
            letter => {
                has_lost |= letter.is_alphanumeric();
                if !word.is_empty() && !word.ends_with('_') {
                    word.push('_');
                }
            }
        }
    }
    word.truncate(word.trim_end_matches('_').len());
    if word.is_empty() {
        word.push_str("name");
        has_lost = true;
    }
    let with_digest = |word: &str| format!("{word}-{}", &digest(name.as_bytes())[..16]);
    if has_lost {
        word = with_digest(&word);
    }
    if word.len() > limits::SIGNAL_WORD_BYTES { with_digest("name") } else { word }
}

/// SHA-256, in hex.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a message id is remembered by.
pub(super) fn message_digest(id: &str) -> [u8; 16] {
    let whole: [u8; 32] = Sha256::digest(id.as_bytes()).into();
    std::array::from_fn(|at| whole[at])
}

fn is_word(text: &str, most: usize) -> bool {
    !text.is_empty() && text.len() <= most && !text.contains(char::is_control)
}

/// A number without its fraction; none where it is no number, or none that fits.
pub(super) fn whole_number(value: &Value) -> Option<i64> {
    const LARGEST: f64 = 9e15;
    value.as_i64().or_else(|| {
        let number = value.as_f64().filter(|number| number.abs() <= LARGEST)?;
        Some(libm::round(number) as i64)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::signals::{Id, Word};

    #[test]
    fn a_mapping_names_each_place_once() {
        let mapping = Mapping::parse("peer=recipient.id,amount=price").unwrap();
        assert_eq!(mapping.peer.as_deref(), Some("recipient.id"));
        assert_eq!(mapping.room, None);
        assert_eq!(Mapping::parse("").unwrap(), Mapping::default());
        for wrong in ["peer", "peer=", "text=body", "peer=a,peer=b"] {
            assert!(Mapping::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_what_the_mapping_names_is_kept_and_only_as_ids_and_numbers() {
        let mapping = Mapping::parse("peer=recipient.id,room=channel,amount=price").unwrap();
        let properties = json!({ "recipient": { "id": 7 }, "channel": "hello you", "price": 2.6, "body": "secret" });
        let properties = properties.as_object();
        assert_eq!(mapping.peer(properties).as_deref(), Some("7"));
        assert_eq!(mapping.room(properties), None, "what has spaces is a text");
        assert_eq!(mapping.amount(properties), Some(3));
        assert_eq!(mapping.amount(None), None);
        assert_eq!(whole_number(&json!(1e300)), None);
        assert_eq!(whole_number(&json!("3")), None);
    }

    #[test]
    fn ids_and_names_have_a_length_and_no_control_characters() {
        let long = "x".repeat(limits::ID_BYTES);
        assert_eq!(id(&json!(long)), Some(long.clone()));
        assert_eq!(id(&json!(format!("{long}x"))), None);
        assert_eq!(id(&json!(" ada ")).as_deref(), Some("ada"));
        for wrong in [json!(""), json!(null), json!("a\u{0}b"), json!("see you"), json!({}), json!([1])] {
            assert_eq!(id(&wrong), None, "{wrong}");
        }
        // The last digits of these are lost, and with them who it was.
        let read = |text: &str| id(&serde_json::from_str(text).unwrap());
        assert_eq!(read("18446744073709551615").as_deref(), Some("18446744073709551615"));
        assert_eq!([read("18446744073709551616"), read("76561198000000000001")], [None, None]);
        assert_eq!([read("1e30"), read("-9007199254740992.0")], [None, None]);
        let long = "x".repeat(limits::EVENT_NAME_BYTES);
        assert_eq!(name(&long), Some(long.clone()));
        assert_eq!(name(&format!("{long}x")), None);
        assert_eq!(name("Order Completed").as_deref(), Some("Order Completed"));
    }

    #[test]
    fn who_shares_a_placeholder_is_not_the_same_person() {
        let link = |from: &str, to: &str| Link::between(from.to_owned(), to, 7).is_some();
        assert!(link("browser-1", "ada") && !link("ada", "ada"));
        for shared in ["0", "TRUE", "false", "anonymous", "Guest"] {
            assert!(!link(shared, "ada") && !link("ada", shared), "{shared}");
        }
        assert!(names_nobody("undefined") && names_nobody("NULL") && !names_nobody("0") && !names_nobody("nullo"));
    }

    #[test]
    fn a_name_becomes_a_word_of_the_log() {
        for (name, expected) in [
            ("Order Completed", "order_completed"),
            ("$pageview", "pageview"),
            ("message.sent-2", "message.sent-2"),
            ("  Sign   up!! ", "sign_up"),
        ] {
            assert_eq!(word(name), expected);
        }
        for name in ["下单", "!?", &"x".repeat(limits::SIGNAL_WORD_BYTES + 1)] {
            assert!(word(name).starts_with("name-") && word(name).len() == 21, "{}", word(name));
        }
        assert_ne!(word("下单"), word("付款"));
        // What is left of two names may be the same.
        assert_ne!(word("下单 v2"), word("付款 v2"));
        assert!(word("下单 v2").starts_with("v2-") && word("下单 v2").len() == 19, "{}", word("下单 v2"));
        assert_ne!(word("café opened"), word("cafè opened"));
        assert_eq!(word(&"x".repeat(limits::SIGNAL_WORD_BYTES)).len(), limits::SIGNAL_WORD_BYTES);
    }

    proptest! {
        /// What is once taken in must have a place in the log, or nothing behind it would ever come there.
        #[test]
        fn whatever_is_taken_in_fits_into_the_log(text in ".{1,300}") {
            if let Some(name) = name(&text) {
                Word::parse(&word(&name)).unwrap();
            }
            if let Some(id) = id_of(&text) {
                Id::parse(&id).unwrap();
            }
        }
    }

    #[test]
    fn words_lead_back() {
        assert!(Basis::ALL.iter().all(|basis| Basis::from_word(basis.word()) == Some(*basis)));
        assert!(Ruling::ALL.iter().all(|ruling| Ruling::from_word(ruling.word()) == Some(*ruling)));
        assert_eq!(Basis::from_word("because"), None);
    }
}
