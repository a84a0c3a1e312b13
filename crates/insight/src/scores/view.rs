//! What an administrator is shown, in their language, by the interface and at the command line.

use std::collections::BTreeMap;

use hearth_i18n::Tag;
use hearth_kernel::{Error, Result, limits};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    Scores,
    model::{LEAST_ACTIVE, Run, Score, State},
    service::NEVER,
    store,
};
use crate::{
    churn::reason::{self, Cause},
    features::DAY,
    reports::Query,
    signals::Workspace,
};

pub(super) const STRINGS: &[&str] =
    &["scores-too-few", "scores-too-young", "scores-none-yet", "scores-alarm-drift", "scores-alarm-calibration"];

/// Runs that are listed.
const RUNS_SHOWN: usize = 30;
/// Whoever is more likely to leave than to stay.
const AT_RISK_PPM: i64 = 500_000;

/// A request of an administrator at the command line.
#[derive(Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Looks from a moment, and lists the likeliest to leave.
    ScoreMembers { workspace: String, as_of: Option<i64>, most: usize, language: String },
    /// The same of one member, with why.
    ExplainMember { workspace: String, as_of: Option<i64>, member: String, language: String },
}

/// One page of members.
pub(super) struct Page {
    /// Behind this one.
    pub from: Option<(i64, String)>,
    pub most: usize,
}

impl Scores {
    /// Does it, and answers with a JSON object.
    pub async fn administer(&self, command: Command) -> Result<Value> {
        match command {
            Command::ScoreMembers { workspace, as_of, most, language } => {
                let workspace = Workspace::parse(&workspace)?;
                let most = most.clamp(1, limits::SCORES_A_PAGE);
                let run = self.look(&workspace, as_of, true).await?;
                self.members(&workspace, run, Page { from: None, most }, &self.tag(&language)).await
            }
            Command::ExplainMember { workspace, as_of, member, language } => {
                let (workspace, tag) = (Workspace::parse(&workspace)?, self.tag(&language));
                let run = self.look(&workspace, as_of, true).await?;
                let mut shown = self.described(&workspace, run.as_ref(), &tag);
                let at = run.filter(|run| run.detail.state == State::Scored).map(|run| run.at);
                let scores = store::member(&self.store, workspace.as_str(), &member).await?;
                let score = scores.iter().find(|score| Some(score.at) == at);
                shown["score"] = score.map(|score| self.chances(score, &tag)).into();
                Ok(shown)
            }
        }
    }

    pub(super) fn tag(&self, accepted: &str) -> Tag {
        self.cultures.negotiate(accepted).tag.clone()
    }

    /// The run of a moment: the one that is there, or a new one. Without a moment the newest.
    pub(super) async fn look(&self, workspace: &Workspace, as_of: Option<i64>, is_anew: bool) -> Result<Option<Run>> {
        self.reader.require(workspace).await?;
        let known = match as_of {
            Some(at) => store::run(&self.store, workspace.as_str(), at).await?,
            None => store::last_run(&self.store, workspace.as_str(), i64::MAX).await?,
        };
        // A run of the day stands: it is what was said.
        let stands = |run: &Run| !(run.is_asked && is_anew);
        let may_look = as_of.is_some() || is_anew;
        if known.as_ref().is_some_and(stands) || !may_look {
            return Ok(known);
        }
        let Ok(_working) = self.working.try_lock() else { return Err(Error::limited(limits::SCORES_BUSY_MS)) };
        self.asked(workspace, as_of).await.map(Some)
    }

    /// How the engine stands in a workspace.
    pub(super) async fn overview(&self, workspace: &Workspace, tag: &Tag) -> Result<Value> {
        let name = workspace.as_str();
        let run = self.look(workspace, None, false).await?;
        let mut shown = self.described(workspace, run.as_ref(), tag);
        if let Some(run) = &run {
            let detail = &run.detail;
            // Who is not scored is not expected to stay.
            let is_scored = detail.state == State::Scored;
            shown["expected_to_leave"] = is_scored.then_some(detail.expected).into();
            shown["outcome"] = json!(detail.outcome);
            let drift = |(feature, moved): &(String, f64)| {
                let text = self.cultures.text(tag, &format!("churn-feature-{feature}"), &[]);
                json!({ "feature": feature, "text": text, "moved": moved })
            };
            shown["chances_moved"] = detail.moved.into();
            shown["drift"] = detail.drift.iter().map(drift).collect();
            shown["causes"] = if is_scored { self.causes(workspace, run, tag).await? } else { Value::Null };
        }
        let models = store::models(&self.store, name).await?;
        let model = |row: &store::ModelRow| {
            let contest: Option<Value> = row.contest.as_deref().and_then(|text| serde_json::from_str(text).ok());
            json!({
                "version": row.version, "role": row.role, "learned_at": row.at, "made_at_ms": row.made_at_ms,
                "horizon_days": row.horizon_days, "rows": row.rows, "contest": contest,
            })
        };
        shown["models"] = models.iter().map(model).collect();
        let runs = store::runs(&self.store, name, RUNS_SHOWN).await?;
        let past = |run: &Run| {
            json!({
                "at": run.at, "made_at_ms": run.made_at_ms, "is_asked": run.is_asked, "state": run.detail.state,
                "active": run.detail.active, "model": run.detail.model,
                "expected_to_leave": (run.detail.state == State::Scored).then_some(run.detail.expected),
            })
        };
        shown["runs"] = runs.iter().map(past).collect();
        Ok(shown)
    }

    /// What every answer says of the run that it is from.
    pub(super) fn described(&self, workspace: &Workspace, run: Option<&Run>, tag: &Tag) -> Value {
        let text = |key: &str, values: &[(&str, hearth_i18n::Value<'_>)]| self.cultures.text(tag, key, values);
        let Some(run) = run else {
            return json!({
                "workspace": workspace.as_str(), "state": "none-yet", "message": text("scores-none-yet", &[]),
            });
        };
        let detail = &run.detail;
        let active = detail.active as u64;
        let message = match detail.state {
            State::Scored => None,
            State::TooFew => {
                Some(text("scores-too-few", &[("active", active.into()), ("least", (LEAST_ACTIVE as u64).into())]))
            }
            State::TooYoung => Some(text("scores-too-young", &[("days", detail.horizon_days.into())])),
        };
        let alarm = |alarm: super::model::Alarm| json!({ "alarm": alarm, "text": text(alarm.key(), &[]) });
        json!({
            "workspace": workspace.as_str(),
            "state": detail.state,
            "message": message,
            "at": run.at,
            "made_at_ms": run.made_at_ms,
            "active": detail.active,
            "left_out": detail.left_out,
            "horizon_days": detail.horizon_days,
            "model": detail.model,
            "learned_at": detail.learned_at,
            "alarms": detail.alarms().into_iter().map(alarm).collect::<Vec<_>>(),
            "description": detail.description,
        })
    }

    /// Of who is at risk, how many for each of the four causes first; too few of one are not told.
    async fn causes(&self, workspace: &Workspace, run: &Run, tag: &Tag) -> Result<Value> {
        let most = limits::MEMBERS_EXPLAINED;
        let all = store::members(&self.store, workspace.as_str(), moments(run), (i64::MAX, ""), most).await?;
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for score in all.iter().filter(|score| score.p_ppm >= AT_RISK_PPM) {
            let first = score.reasons.as_ref().and_then(|reasons| reasons[0]["cause"].as_str());
            let known = Cause::ALL.into_iter().find(|cause| first == Some(cause.name()));
            *counts.entry(known.map_or("", Cause::name)).or_default() += 1;
        }
        let of = |cause: Cause| {
            let members = counts.get(cause.name()).copied().unwrap_or(0);
            json!({
                "cause": cause.name(),
                "text": self.cultures.text(tag, &format!("churn-cause-{}", cause.name()), &[]),
                "members": (members == 0 || members >= Query::default().least).then_some(members),
            })
        };
        Ok(Cause::ALL.into_iter().map(of).collect())
    }

    /// The likeliest to leave, with why.
    pub(super) async fn members(
        &self,
        workspace: &Workspace,
        run: Option<Run>,
        page: Page,
        tag: &Tag,
    ) -> Result<Value> {
        let mut shown = self.described(workspace, run.as_ref(), tag);
        shown["members"] = json!([]);
        let Some(run) = run else { return Ok(shown) };
        let Page { from, most } = page;
        let from = from.as_ref().map_or((i64::MAX, ""), |(p_ppm, member)| (*p_ppm, member.as_str()));
        let scores = store::members(&self.store, workspace.as_str(), moments(&run), from, most).await?;
        if let Some(last) = scores.last().filter(|_| scores.len() == most) {
            shown["next"] = format!("{}:{}", last.p_ppm, last.member).into();
        }
        shown["members"] = scores.iter().map(|score| self.score(score, &run, tag)).collect();
        Ok(shown)
    }

    fn score(&self, score: &Score, run: &Run, tag: &Tag) -> Value {
        let mut shown = self.chances(score, tag);
        shown["member"] = score.member.as_str().into();
        // Seen since the run: scored again as of the end of its day.
        shown["came_back"] = (score.at > run.at).into();
        shown
    }

    fn chances(&self, score: &Score, tag: &Tag) -> Value {
        let within: BTreeMap<String, f64> =
            score.within.iter().map(|(days, p_ppm)| (days.to_string(), share(*p_ppm))).collect();
        json!({
            "at": score.at,
            "p": share(score.p_ppm),
            "gone_within_days": within,
            "last_at": score.last_at,
            "model": score.model,
            "reasons": score.reasons.as_ref().map(|reasons| reason::told(reasons, &self.cultures, tag)),
        })
    }

    /// One member: what was said of them, the newest first.
    pub(super) async fn member(&self, workspace: &Workspace, member: &str, tag: &Tag) -> Result<Value> {
        let scores = store::member(&self.store, workspace.as_str(), member).await?;
        if scores.is_empty() {
            return Err(Error::not_found(format!(
                "Nothing was said of {member}: whoever was not here lately, or does not agree to it, has no score."
            )));
        }
        let scores: Vec<Value> = scores.iter().map(|score| self.chances(score, tag)).collect();
        Ok(json!({ "workspace": workspace.as_str(), "member": member, "scores": scores }))
    }
}

/// The moment of a run, and the one as of which was scored again who came back since.
pub(super) fn moments(run: &Run) -> (i64, i64) {
    (run.at, if run.is_asked { NEVER } else { run.at + DAY })
}

pub(super) fn share(p_ppm: i64) -> f64 {
    p_ppm as f64 / 1e6
}
