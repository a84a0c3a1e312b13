//! Why a member is likely to leave: what their features added to the logit, told by what they speak of.

use hearth_i18n::{Cultures, Tag};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    dataset::Row,
    model::{self, Model},
    shown::Shown,
};
use crate::features::Group;

/// The four causes of leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// Things fail or are slow.
    Experience,
    /// Others are a nuisance, or the place is not safe.
    Trust,
    /// There is too little to come back for.
    Product,
    /// What they came for is elsewhere now.
    Elsewhere,
}

impl Cause {
    pub const ALL: [Self; 4] = [Self::Experience, Self::Trust, Self::Product, Self::Elsewhere];

    /// Its name in files and in the keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Experience => "experience",
            Self::Trust => "trust",
            Self::Product => "product",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// One reason with its weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    #[serde(serialize_with = "by_name")]
    pub group: Group,
    pub cause: Cause,
    /// What the group's features added to the logit, compared with the community's middle.
    pub added: f64,
    /// The feature of the group that added most among those that its words hold for, and its value for this member.
    pub feature: &'static str,
    pub value: Option<f32>,
    /// The value as a person reads it.
    pub shown: Option<Shown>,
}

fn by_name<S: serde::Serializer>(group: &Group, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(group.name())
}

/// Reasons that are told.
pub const TOLD: usize = 3;

impl Group {
    /// Its name in files and in the keys of texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Recency => "silence",
            Self::Frequency => "little-activity",
            Self::Trend => "fading",
            Self::Rhythm => "broken-rhythm",
            Self::Clock => "changed-hours",
            Self::Use => "changed-use",
            Self::Rooms => "rooms",
            Self::Answers => "few-answers",
            Self::Contacts => "contacts",
            Self::Tenure => "new-here",
            Self::Friction => "friction",
            Self::Moderation => "moderation",
        }
    }

    pub fn cause(self) -> Cause {
        match self {
            Self::Friction => Cause::Experience,
            Self::Moderation => Cause::Trust,
            Self::Answers | Self::Contacts | Self::Rooms => Cause::Elsewhere,
            _ => Cause::Product,
        }
    }
}

/// On which side of the community's middle a member stands of whom a group's words are true, by one of its features.
#[derive(Clone, Copy)]
enum Side {
    Low,
    High,
    /// The words say nothing of more or less.
    Either,
    /// It adds to the chance, and is no example of what the words say.
    Neither,
}

impl Side {
    fn of(group: Group, feature: &str) -> Self {
        let is_one = |names: &[&str]| names.iter().any(|name| feature.starts_with(name));
        match group {
            Group::Recency | Group::Friction | Group::Moderation => Self::High,
            Group::Frequency => Self::Low,
            Group::Trend if feature == "days-last-week" => Self::Neither,
            Group::Trend => Self::Low,
            Group::Rhythm if is_one(&["recency-by", "usual-weeks-missed"]) => Self::High,
            Group::Rhythm if is_one(&["pause-survival", "alive"]) => Self::Low,
            Group::Answers if is_one(&["received-ago", "their-latency"]) => Self::High,
            Group::Answers if is_one(&["received", "answered", "answers-got"]) => Self::Low,
            Group::Contacts if is_one(&["contacts-silence", "contacts-gone", "contacts-risk"]) => Self::High,
            Group::Contacts if is_one(&["contacts-unanswered", "contacts-waiting", "contacts-conc"]) => Self::Neither,
            Group::Contacts if feature == "begun-share" => Self::Neither,
            Group::Contacts => Self::Low,
            Group::Rhythm | Group::Answers => Self::Neither,
            Group::Clock | Group::Use | Group::Rooms | Group::Tenure => Self::Either,
        }
    }

    fn holds(self, rank: f32) -> bool {
        match self {
            Self::Low => rank < 0.0,
            Self::High => rank > 0.0,
            Self::Either => true,
            Self::Neither => false,
        }
    }
}

/// The strongest reasons for which a member is more likely to leave than the middle of the community. What is said is true of
/// them: a group is told with the feature that adds most among those that its words hold for, and not without one.
pub fn of(model: &Model, row: &Row) -> Vec<Reason> {
    let shares = model.shares(row);
    let values = model.values(row);
    let ranks = model.ranks_of(&values);
    let names: Vec<&str> = model::columns().collect();
    let mut groups = Group::ALL.map(|group| (group, 0.0, None::<usize>));
    for (column, added) in shares.columns.iter().enumerate() {
        let group = model::group(column);
        let (_, sum, most) = groups.iter_mut().find(|(known, ..)| *known == group).expect("a group");
        *sum += added;
        let is_true = *added > 0.0 && Side::of(group, names[column]).holds(ranks[column]);
        if is_true && most.is_none_or(|most| *added > shares.columns[most]) {
            *most = Some(column);
        }
    }
    let mut groups: Vec<(Group, f64, usize)> =
        groups.into_iter().filter_map(|(group, sum, most)| Some((group, sum, most?))).collect();
    groups.retain(|(_, added, _)| *added > 0.0);
    groups.sort_by(|a, b| b.1.total_cmp(&a.1));
    let reason = |(group, added, column): (Group, f64, usize)| {
        let feature = names[column];
        let value = Some(values[column]).filter(|value| value.is_finite());
        let shown = value.and_then(|value| Shown::of(feature, value));
        Reason { group, cause: group.cause(), added, feature, value, shown }
    };
    groups.into_iter().take(TOLD).map(reason).collect()
}

/// Reasons as they stand in files, with their words.
pub fn told(reasons: &Value, cultures: &Cultures, tag: &Tag) -> Value {
    let text = |prefix: &str, word: &Value| {
        word.as_str().map(|word| cultures.text(tag, &format!("churn-{prefix}-{word}"), &[]))
    };
    let told = |reason: &Value| {
        let mut told = reason.clone();
        told["text"] = json!(text("reason", &reason["group"]));
        told["cause_text"] = json!(text("cause", &reason["cause"]));
        told["feature_text"] = json!(text("feature", &reason["feature"]));
        let shown = reason["shown"]["unit"].as_str().zip(reason["shown"]["number"].as_f64());
        told["value_text"] = json!(shown.map(|(unit, number)| {
            cultures.text(tag, &format!("churn-value-{unit}"), &[("number", number.into())])
        }));
        told
    };
    reasons.as_array().map(|reasons| reasons.iter().map(told).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever adds a feature decides what its reason may say of it.
    #[test]
    fn what_is_no_example_of_a_reason_is_listed() {
        let no_example: Vec<&str> = model::columns()
            .enumerate()
            .filter(|(column, feature)| matches!(Side::of(model::group(*column), feature), Side::Neither))
            .map(|(_, feature)| feature)
            .collect();
        let expected = [
            "gap-mean",
            "gap-median",
            "gap-deviation",
            "gap-longest",
            "gap-p90",
            "days-last-week",
            "streak",
            "weeks-active",
            "sent-3d",
            "sent-10d",
            "sent-40d",
            "my-latency",
            "answers-given",
            "begun-share",
            "contacts-unanswered",
            "contacts-waiting",
            "contacts-concentration",
        ];
        assert_eq!(no_example, expected);
    }

    #[test]
    fn words_hold_on_their_side_of_the_middle() {
        for (group, feature, low, high) in [
            (Group::Answers, "received-3d", true, false),
            (Group::Answers, "received-ago", false, true),
            (Group::Contacts, "met", true, false),
            (Group::Contacts, "contacts-gone-share", false, true),
            (Group::Frequency, "traces-7d", true, false),
            (Group::Recency, "recency", false, true),
            (Group::Clock, "quarter-1", true, true),
            (Group::Answers, "sent-3d", false, false),
        ] {
            let side = Side::of(group, feature);
            assert_eq!((side.holds(-0.5), side.holds(0.5)), (low, high), "{feature}");
        }
        assert!(!Side::Low.holds(f32::NAN) && !Side::High.holds(f32::NAN), "nothing is said of what is not known");
    }
}
