//! Runs and scores as plain data, and the rules: when to learn again, whom to believe, what alarms.

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use crate::churn::engine::LEAST_ACTIVE;
use crate::churn::{
    engine::{self, Contest},
    metrics::{self, Graded},
};
use crate::features::DAY;

/// Whether there are predictions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Everybody has a score.
    Scored,
    /// Fewer than [`LEAST_ACTIVE`] members are here.
    TooFew,
    /// Too little has come to pass to learn from.
    TooYoung,
}

/// What was done for a workspace at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The moment looked from, in seconds since 1970.
    pub at: i64,
    pub made_at_ms: i64,
    /// For a moment that somebody asked for, and not by the day.
    pub is_asked: bool,
    pub detail: Detail,
}

/// What there is to say of a run as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    pub state: State,
    /// Members who were here in the window before the moment.
    pub active: usize,
    /// Of those, members who do not agree to being scored.
    pub left_out: usize,
    /// The silence that is called leaving.
    pub horizon_days: i64,
    pub model: Option<String>,
    /// When that model had learned.
    pub learned_at: Option<i64>,
    /// Members that are expected to leave: the sum of the chances.
    pub expected: f64,
    /// How far the chances have moved since then, as a whole: the population stability index.
    pub moved: f64,
    /// How far features have moved, the farthest first. Some do in every community: it grows older.
    pub drift: Vec<(String, f64)>,
    /// How the chances of a horizon ago came out.
    pub outcome: Option<Outcome>,
    /// What is not predicted is described.
    pub description: Option<Value>,
}

/// One member at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub at: i64,
    pub member: String,
    /// The chance of silence for the horizon from then on, in millionths.
    pub p_ppm: i64,
    /// The chance to have left within each span of days of the curve: days and millionths.
    pub within: Vec<(i64, i64)>,
    pub last_at: i64,
    pub model: String,
    /// As JSON, the strongest first. Reasons take time, so the less likely have none.
    pub reasons: Option<Value>,
}

/// How chances that were given came out.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// When they were given.
    pub at: i64,
    pub members: usize,
    pub expected: f64,
    pub left: usize,
    pub log_loss: f64,
    pub calibration_error: f64,
}

/// Above this the model does not know such a community (Siddiqi, "Credit Risk Scorecards", 2006).
const DRIFTED: f64 = 0.25;
/// Chances that are further from what happened are of no use to whoever acts on them.
const MISCALIBRATED: f64 = 0.10;
/// With fewer members chance alone can look like an error.
const LEAST_JUDGED: usize = 200;

impl Outcome {
    /// From chances and what came of each.
    pub(super) fn of(at: i64, graded: &[Graded]) -> Option<Self> {
        (!graded.is_empty()).then(|| Self {
            at,
            members: graded.len(),
            expected: graded.iter().map(|row| row.p).sum(),
            left: graded.iter().filter(|row| row.left).count(),
            log_loss: metrics::log_loss(graded),
            calibration_error: metrics::calibration_error(graded),
        })
    }
}

/// What an operator has to know of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alarm {
    /// The community is not the one that was learned from.
    Drift,
    /// Chances came out otherwise.
    Calibration,
}

impl Alarm {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Drift => "scores-alarm-drift",
            Self::Calibration => "scores-alarm-calibration",
        }
    }
}

impl Detail {
    /// Asked runs look back: their model is new, and nothing has come of them.
    pub fn alarms(&self) -> Vec<Alarm> {
        let has_drifted = self.active >= LEAST_JUDGED && self.moved > DRIFTED;
        let is_off = |outcome: &Outcome| outcome.members >= LEAST_JUDGED && outcome.calibration_error > MISCALIBRATED;
        let drift = has_drifted.then_some(Alarm::Drift);
        let calibration = self.outcome.as_ref().is_some_and(is_off).then_some(Alarm::Calibration);
        drift.into_iter().chain(calibration).collect()
    }
}

/// Whether a model that had learned at one moment is to be challenged at another.
pub(super) fn is_due(learned_at: i64, horizon_days: i64, at: i64) -> bool {
    at >= learned_at + engine::step_days(horizon_days) * DAY
}

/// Whether the challenger takes over: where it would have said better what neither knew. Of another horizon, it says
/// something else, and the old one nothing that is true any more.
pub(super) fn takes_over(is_same_horizon: bool, contest: Option<&Contest>) -> bool {
    !is_same_horizon || contest.is_some_and(|contest| contest.challenger < contest.champion)
}

/// A chance in millionths.
pub(super) fn ppm(p: f64) -> i64 {
    (p * 1e6).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detail(moved: f64, calibration_error: f64, members: usize) -> Detail {
        let outcome = Outcome { at: 0, members, expected: 1.0, left: 1, log_loss: 0.5, calibration_error };
        Detail {
            state: State::Scored,
            active: members,
            left_out: 0,
            horizon_days: 14,
            model: None,
            learned_at: None,
            expected: 0.0,
            moved,
            drift: vec![("tenure".to_owned(), 9.0), ("days".to_owned(), 0.0)],
            outcome: Some(outcome),
            description: None,
        }
    }

    #[test]
    fn drift_and_chances_that_came_out_otherwise_alarm_where_it_is_not_chance() {
        assert_eq!(detail(0.1, 0.05, 1_000).alarms(), []);
        assert_eq!(detail(0.3, 0.05, 1_000).alarms(), [Alarm::Drift]);
        assert_eq!(detail(0.3, 0.2, 1_000).alarms(), [Alarm::Drift, Alarm::Calibration]);
        assert_eq!(detail(0.3, 0.2, LEAST_JUDGED - 1).alarms(), []);
    }

    #[test]
    fn the_challenger_must_be_better_on_what_neither_knew() {
        let contest = |champion, challenger| Some(Contest { rows: 9, champion, challenger });
        assert!(takes_over(true, contest(0.5, 0.4).as_ref()));
        assert!(!takes_over(true, contest(0.4, 0.4).as_ref()));
        assert!(!takes_over(true, None), "nothing is known of it");
        assert!(takes_over(false, None));
        assert!(is_due(0, 14, 7 * DAY) && !is_due(0, 14, 7 * DAY - 1) && is_due(0, 60, 30 * DAY));
    }
}
