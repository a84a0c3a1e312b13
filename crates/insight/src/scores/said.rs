//! What the newest scores say, for the rules of segments.

use std::collections::HashMap;

use hearth_kernel::{Result, limits, ports::Answer};

use super::{
    Scores,
    model::{Run, Score, State},
    store,
    view::{moments, share},
};
use crate::{
    churn::{model::CURVE, reason::Cause},
    features::{DAY, Group},
    segments::{Chances, Said, Scoring},
    signals::Workspace,
};

impl Scoring for Scores {
    fn outline<'a>(&'a self, workspace: &'a Workspace, until: i64, languages: &'a str) -> Answer<'a, Said> {
        Box::pin(async move {
            let run = store::last_run(&self.store, workspace.as_str(), until).await?;
            Ok(self.outline_of(workspace, run.as_ref(), languages))
        })
    }

    fn newest<'a>(&'a self, workspace: &'a Workspace, until: i64, languages: &'a str) -> Answer<'a, Said> {
        Box::pin(async move {
            let run = store::last_run(&self.store, workspace.as_str(), until).await?;
            let mut said = self.outline_of(workspace, run.as_ref(), languages);
            if let Some(run) = run.filter(|run| run.detail.state == State::Scored) {
                said.chances = self.chances_of(workspace, &run, until).await?;
            }
            Ok(said)
        })
    }
}

impl Scores {
    fn outline_of(&self, workspace: &Workspace, run: Option<&Run>, languages: &str) -> Said {
        let described = self.described(workspace, run, &self.tag(languages));
        let message = described["message"].as_str().map(str::to_owned);
        Said { at: run.map(|run| run.at), message, chances: HashMap::new() }
    }

    /// Everybody's of a run, and of who was scored again after it, if that is not too late.
    async fn chances_of(&self, workspace: &Workspace, run: &Run, until: i64) -> Result<HashMap<Box<str>, Chances>> {
        let (at, again) = moments(run);
        let at_both = (at, if at + DAY <= until { again } else { at });
        let (mut p_ppm, mut member, mut chances) = (i64::MAX, String::new(), HashMap::new());
        loop {
            let page = limits::SCORES_A_PAGE;
            let scores = store::members(&self.store, workspace.as_str(), at_both, (p_ppm, &member), page).await?;
            let Some(last) = scores.last() else { return Ok(chances) };
            (p_ppm, member) = (last.p_ppm, last.member.clone());
            chances.extend(scores.iter().map(|score| (score.member.as_str().into(), chances_in(score))));
        }
    }
}

fn chances_in(score: &Score) -> Chances {
    let within =
        CURVE.map(|days| score.within.iter().find(|(span, _)| *span == days).map_or(f64::NAN, |(_, p)| share(*p)));
    let first = score.reasons.as_ref().map(|reasons| &reasons[0]);
    let reason = first.and_then(|first| {
        let cause = Cause::ALL.into_iter().find(|cause| first["cause"] == cause.name())?;
        Some((cause, Group::ALL.into_iter().find(|group| first["group"] == group.name())?))
    });
    Chances { risk: share(score.p_ppm), within, reason }
}
