//! Plain data and pure rules: what a member decided, from when until when it holds, and what may be decided next.

use std::collections::BTreeMap;

use hearth_kernel::{Error, Kind, Result, limits, ports::Purpose};

/// What happened between a member and a purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The member agreed.
    Given,
    /// The member does not agree, or not any more.
    Withdrawn,
    /// The member was shown that it is on unless they object.
    Noticed,
}

impl What {
    const ALL: [Self; 3] = [Self::Given, Self::Withdrawn, Self::Noticed];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Withdrawn => "withdrawn",
            Self::Noticed => "noticed",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.word() == word)
    }
}

/// A region by its two letters (ISO 3166-1), as its member said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Region([u8; 2]);

impl Region {
    /// Two ASCII letters, of any case.
    pub fn parse(text: &str) -> Option<Self> {
        let letters: [u8; 2] = text.to_ascii_uppercase().into_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters")
    }
}

/// What holds as long as a member has decided nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConsentDefault {
    /// Nobody agrees before they say so.
    #[default]
    OptIn,
    /// Who was shown the notice agrees until they say otherwise.
    Notice,
}

impl ConsentDefault {
    pub fn word(self) -> &'static str {
        match self {
            Self::OptIn => "opt-in",
            Self::Notice => "notice",
        }
    }
}

/// What an operator decides: the default, and that of regions of their own.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub default: ConsentDefault,
    pub regions: BTreeMap<Region, ConsentDefault>,
}

impl Settings {
    /// The default where a member is. Whose region is not known is asked first if anybody is.
    pub(super) fn default_in(&self, region: Option<Region>) -> ConsentDefault {
        match region {
            Some(region) => self.regions.get(&region).copied().unwrap_or(self.default),
            None if self.regions.values().all(|default| *default == ConsentDefault::Notice) => self.default,
            None => ConsentDefault::OptIn,
        }
    }
}

/// One decision of a member about one purpose, or a notice of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) purpose: Purpose,
    pub(super) position: i64,
    pub(super) what: What,
    pub(super) at_ms: i64,
    pub(super) version: Option<i64>,
    pub(super) language: Option<String>,
    pub(super) region: Option<Region>,
}

impl Decision {
    /// Whether the member agrees from here on.
    pub(super) fn agrees(&self, settings: &Settings) -> bool {
        match self.what {
            What::Given => true,
            What::Withdrawn => false,
            What::Noticed => settings.default_in(self.region) == ConsentDefault::Notice,
        }
    }
}

/// A time in which a member agreed to a purpose: from its first millisecond up to, and without, its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreed {
    pub(super) purpose: Purpose,
    pub(super) from_ms: i64,
    pub(super) until_ms: i64,
}

impl Agreed {
    pub(super) fn covers(&self, purpose: Purpose, at_ms: i64) -> bool {
        self.purpose == purpose && (self.from_ms..self.until_ms).contains(&at_ms)
    }
}

/// When a member agreed, from their decisions in order. Who does not agree any more ends all that comes after it, also what a
/// clock that ran ahead had dated later.
pub(super) fn agreed(decisions: &[Decision], settings: &Settings) -> Vec<Agreed> {
    let mut times: Vec<Agreed> = Vec::new();
    for purpose in Purpose::ALL {
        let (begins, mut is_agreed) = (times.len(), false);
        for decision in decisions.iter().filter(|decision| decision.purpose == purpose) {
            let agrees = decision.agrees(settings);
            if !agrees {
                times[begins..].iter_mut().for_each(|time| time.until_ms = time.until_ms.min(decision.at_ms));
            } else if !is_agreed {
                times.push(Agreed { purpose, from_ms: decision.at_ms, until_ms: i64::MAX });
            }
            is_agreed = agrees;
        }
    }
    times.retain(|time| time.from_ms < time.until_ms);
    times
}

/// What a member, or their client for them, wants to be written down.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) purpose: Purpose,
    pub(super) what: What,
    pub(super) version: Option<i64>,
    pub(super) language: Option<String>,
    pub(super) region: Option<Region>,
}

/// The decision to write down after those that the member took about this purpose; nothing where it would say the
/// same again. Time does not run backwards in it when the clock does, but for a withdrawal: that counts from now on, and is
/// always possible.
pub(super) fn decide(before: &[Decision], wanted: Wanted, now_ms: i64) -> Result<Option<Decision>> {
    let last = before.last();
    let Wanted { purpose, what, version, language, region } = wanted;
    let stands = last.is_some_and(|last| match (last.what, what) {
        // One that a clock which ran ahead has dated later does not hold yet.
        (What::Withdrawn, What::Withdrawn) => last.at_ms <= now_ms,
        // Who has decided is not overruled by being told.
        (What::Given | What::Withdrawn, What::Noticed) => true,
        (old, new) => old == new && last.version == version && (region.is_none() || last.region == region),
    });
    if stands {
        return Ok(None);
    }
    if what != What::Withdrawn && before.len() >= limits::DECISIONS {
        let why = "This was decided too often to be decided again. It can still be withdrawn.";
        return Err(Error::new(Kind::Forbidden, "M_RESOURCE_LIMIT_EXCEEDED", why));
    }
    let at_ms = match what {
        What::Withdrawn => now_ms,
        What::Given | What::Noticed => last.map_or(now_ms, |last| last.at_ms.max(now_ms)),
    };
    Ok(Some(Decision { purpose, position: 0, what, at_ms, version, language, region }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn region(text: &str) -> Region {
        Region::parse(text).unwrap()
    }

    fn notice_but_in_germany() -> Settings {
        Settings { default: ConsentDefault::Notice, regions: [(region("DE"), ConsentDefault::OptIn)].into() }
    }

    /// Decisions as they come about, each some time after the one before.
    fn decisions() -> impl Strategy<Value = Vec<Decision>> {
        let one = (0..3_usize, 0..3_usize, 0..4_i64, 0..3_usize);
        prop::collection::vec(one, 0..40).prop_map(|steps| {
            let mut decisions: Vec<Decision> = Vec::new();
            let mut now_ms = 0;
            for (purpose, what, later_ms, place) in steps {
                now_ms += later_ms;
                let purpose = [Purpose::Retention, Purpose::Product, Purpose::Personal][purpose];
                let region = [None, Some(region("DE")), Some(region("US"))][place];
                let wanted = Wanted { purpose, what: What::ALL[what], version: Some(1), language: None, region };
                let before: Vec<_> = decisions.iter().filter(|before| before.purpose == purpose).cloned().collect();
                let next = decide(&before, wanted, now_ms).unwrap();
                let position = decisions.len() as i64 + 1;
                decisions.extend(next.map(|next| Decision { position, ..next }));
            }
            decisions
        })
    }

    proptest! {
        #[test]
        fn times_say_what_the_last_decision_before_a_moment_says(decisions in decisions(), at_ms in -1..120_i64) {
            let settings = notice_but_in_germany();
            let times = agreed(&decisions, &settings);
            for purpose in Purpose::ALL {
                let is_before = |decision: &&Decision| decision.purpose == purpose && decision.at_ms <= at_ms;
                let last = decisions.iter().rfind(is_before);
                let naive = last.is_some_and(|last| last.agrees(&settings));
                prop_assert_eq!(times.iter().any(|time| time.covers(purpose, at_ms)), naive);
            }
        }

        #[test]
        fn text_of_any_kind_is_a_region_of_two_letters_or_none(text in "\\PC{0,4}") {
            if let Some(region) = Region::parse(&text) {
                prop_assert!(text.eq_ignore_ascii_case(region.as_str()) && text.len() == 2);
            }
        }
    }

    #[test]
    fn a_withdrawal_counts_from_now_on_though_a_clock_had_run_ahead() {
        let settings = Settings::default();
        let mut decisions: Vec<Decision> = Vec::new();
        let mut say = |what, now_ms| {
            let wanted = Wanted { purpose: Purpose::Retention, what, version: Some(1), language: None, region: None };
            decisions.extend(decide(&decisions, wanted, now_ms).unwrap());
            agreed(&decisions, &settings)
        };
        let time = |from_ms, until_ms| Agreed { purpose: Purpose::Retention, from_ms, until_ms };
        say(What::Given, 10);
        say(What::Withdrawn, 1_000);
        assert_eq!(say(What::Given, 2_000), [time(10, 1_000), time(2_000, i64::MAX)]);
        // The clock is set right.
        assert_eq!(say(What::Withdrawn, 50), [time(10, 50)]);
        assert_eq!(say(What::Withdrawn, 60), [time(10, 50)], "it was withdrawn already");
        assert_eq!(say(What::Given, 70), [time(10, 50), time(70, i64::MAX)]);
        // One that was dated later is withdrawn from now on when the member says so again.
        assert_eq!(say(What::Withdrawn, 5_000), [time(10, 50), time(70, 5_000)]);
        assert_eq!(say(What::Withdrawn, 80), [time(10, 50), time(70, 80)]);
        // What is agreed to is not dated before what was decided last.
        assert_eq!(say(What::Given, 75), [time(10, 50), time(70, 80), time(80, i64::MAX)]);
    }

    #[test]
    fn whose_region_is_not_known_is_asked_first_if_anybody_is() {
        let settings = notice_but_in_germany();
        let of = |place: &str| settings.default_in(Some(region(place)));
        assert_eq!((of("DE"), of("US")), (ConsentDefault::OptIn, ConsentDefault::Notice));
        assert_eq!(settings.default_in(None), ConsentDefault::OptIn);
        let everywhere = Settings { default: ConsentDefault::Notice, ..Settings::default() };
        assert_eq!(everywhere.default_in(None), ConsentDefault::Notice);
        assert_eq!(Settings::default().default_in(None), ConsentDefault::OptIn);
    }
}
