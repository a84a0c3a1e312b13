//! Why a member is likely to leave: what their features added to the logit, told by what they speak of.

use serde::Serialize;

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
    /// The feature of the group that added most, and its value for this member.
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

/// The strongest reasons for which a member is more likely to leave than the middle of the community.
pub fn of(model: &Model, row: &Row) -> Vec<Reason> {
    let shares = model.shares(row);
    let mut groups: Vec<(Group, f64, usize)> = Vec::new();
    for (column, added) in shares.columns.iter().enumerate() {
        let group = model::group(column);
        match groups.iter_mut().find(|(known, ..)| *known == group) {
            Some((_, sum, most)) => {
                *sum += added;
                if *added > shares.columns[*most] {
                    *most = column;
                }
            }
            None => groups.push((group, *added, column)),
        }
    }
    groups.retain(|(_, added, _)| *added > 0.0);
    groups.sort_by(|a, b| b.1.total_cmp(&a.1));
    let values = model.values(row);
    let reason = |(group, added, column): (Group, f64, usize)| {
        let feature = model::columns().nth(column).expect("a column of the model");
        let value = Some(values[column]).filter(|value| value.is_finite());
        let shown = value.and_then(|value| Shown::of(feature, value));
        Reason { group, cause: group.cause(), added, feature, value, shown }
    };
    groups.into_iter().take(TOLD).map(reason).collect()
}
