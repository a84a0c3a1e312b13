//! What a run of the benchmark found, as it is written to and read from the JSON file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::conditions::Conditions;
use crate::quantile::median;
use crate::servers::Kind;

/// Measured values by name; a name ends with its unit.
pub type Figures = BTreeMap<String, f64>;

#[derive(Serialize, Deserialize)]
pub struct Report {
    pub conditions: Conditions,
    /// Each server's version, in its own words.
    pub versions: BTreeMap<Kind, String>,
    pub results: Vec<Outcome>,
}

/// One workload on one server in one round.
#[derive(Serialize, Deserialize)]
pub struct Outcome {
    pub server: Kind,
    pub work: String,
    pub round: u32,
    #[serde(default)]
    pub figures: Figures,
    /// Why there are no figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

impl Report {
    /// The values of one figure in all rounds.
    pub fn values(&self, server: Kind, work: &str, figure: &str) -> Vec<f64> {
        self.outcomes(server, work).filter_map(|outcome| outcome.figures.get(figure).copied()).collect()
    }

    pub fn median(&self, server: Kind, work: &str, figure: &str) -> Option<f64> {
        median(self.values(server, work, figure))
    }

    pub fn outcomes(&self, server: Kind, work: &str) -> impl Iterator<Item = &Outcome> {
        self.results.iter().filter(move |outcome| outcome.server == server && outcome.work == work)
    }
}
