//! Looking at a workspace from a moment: who is here, who will leave, why; and forgetting whoever is to be forgotten.

use std::{fs, io::ErrorKind, sync::Arc};

use hearth_kernel::{
    Error, Kind, Result, limits,
    ports::{Answer, Export},
};
use hearth_store::{Entry, StoredFact, aside};
use serde_json::{Value, json};

use super::{
    Scores,
    model::{self, Detail, LEAST_ACTIVE, Outcome, Run, Score, State},
    standing::{Believed, Present, Standing, WORK, begins},
    store::{self, CHALLENGER, CHAMPION, ModelRow},
};
use crate::{
    churn::{
        engine::{self, Contest, Learned, Scored},
        log::{Log, Names},
        metrics::Graded,
        model::{CURVE, Recipe},
        registry,
    },
    consent::{Leaving, agreeing, removed_workspace},
    features::{DAY, Fold},
    reports::{self, Query, Report},
    signals::{Day, Workspace},
    steps,
};

/// Every model of a log is the same: nothing hangs on chance.
const SEED: u64 = 0;
/// So many features are named of those that drifted.
const DRIFT_TOLD: usize = 5;

/// What was seen from a moment, on its way to disk.
pub(super) struct Seen {
    pub detail: Detail,
    pub scores: Vec<Score>,
}

impl Scores {
    /// The run of a day, from its beginning.
    pub(super) async fn of_day(&self, workspace: &Workspace, standing: &mut Standing, at: i64) -> Result<Run> {
        debug_assert_eq!(at, begins(at), "windows of days are exact at the beginning of a day");
        standing.changes = Some(*self.signals.changes().borrow());
        self.look_up(workspace, standing).await?;
        let is_due = |champion: &Arc<Believed>| model::is_due(champion.learned.at, champion.learned.horizon_days, at);
        if standing.champion.as_ref().is_none_or(is_due) {
            let log = self.log_before(workspace, at).await?;
            let (active, horizon_days) = active(&log, at);
            if active < LEAST_ACTIVE {
                return self.describe(workspace, (at, false), State::TooFew, log).await;
            }
            match self.learn(workspace, standing, at, log.clone()).await {
                // Model and scores are of one history: also what is gone by its age is in neither.
                Ok(()) => standing.start_over(),
                Err(error) if error.kind == Kind::Invalid && standing.champion.is_none() => {
                    tracing::info!(workspace = workspace.as_str(), horizon_days, %error, "nothing is predicted yet");
                    return self.describe(workspace, (at, false), State::TooYoung, log).await;
                }
                Err(error) if error.kind == Kind::Invalid => {
                    tracing::warn!(workspace = workspace.as_str(), %error, "no new model was learned; the old one stays");
                }
                Err(error) => return Err(error),
            }
        }
        let champion = standing.champion.clone().ok_or_else(|| Error::internal("there is no model to score with"))?;
        standing.look_back(&self.reader, workspace).await?;
        let identities = self.reader.identities(workspace).await?;
        let Present { fold, names } = standing.as_of(&self.reader, workspace, identities, at).await?;
        let outcome = self.graded(workspace, at, champion.learned.horizon_days, &fold, &names.members).await?;
        let seen = aside(WORK, move || {
            let scored = champion.learned.score_fold(&fold, at);
            see(&champion, &scored, &names.members, at)
        });
        let seen = seen.await?;
        if seen.detail.active < LEAST_ACTIVE {
            let log = self.log_before(workspace, at).await?;
            return self.describe(workspace, (at, false), State::TooFew, log).await;
        }
        let detail = Detail { outcome, ..seen.detail };
        self.keep(workspace, (at, false), Seen { detail, ..seen }).await
    }

    /// Scores again who came back since the run of the day, as of the end of the day: what they did until now counts, and
    /// nothing is assumed of what is left of it. Says how many they were.
    pub(super) async fn again(&self, workspace: &Workspace, standing: &mut Standing, run: &Run) -> Result<usize> {
        standing.changes = Some(*self.signals.changes().borrow());
        self.look_up(workspace, standing).await?;
        let Some(champion) = standing.champion.clone() else { return Ok(0) };
        let (since, at) = (run.at, run.at + DAY);
        let identities = self.reader.identities(workspace).await?;
        let Present { fold, names } = standing.as_of(&self.reader, workspace, identities, at).await?;
        let seen = aside(WORK, move || {
            let scored = champion.learned.score_where(&fold, at, |seen| seen.own.last_at >= since);
            see(&champion, &scored, &names.members, at)
        });
        let (scores, _) = self.agreed(workspace, seen.await?.scores).await?;
        let found = scores.len();
        self.put(workspace, &scores).await?;
        Ok(found)
    }

    /// What would have been said at a moment, by what was known then; at the end of the log if none is named.
    pub(super) async fn asked(&self, workspace: &Workspace, as_of: Option<i64>) -> Result<Run> {
        let now = self.context.now_ms().div_euclid(1_000);
        if as_of.is_some_and(|at| !(0..=now).contains(&at)) {
            return Err(Error::invalid_param("The moment to look from lies between 1970 and now."));
        }
        let mut log = self.reader.log(workspace, as_of.map(|at| Day::of(at * 1_000 - 1))).await?;
        let at = as_of.or(log.end()).unwrap_or_default();
        log.events.truncate(log.events.partition_point(|event| event.at < at));
        if log.events.is_empty() {
            return Err(Error::not_found("There are no signals before that moment, so there is nothing to say of it."));
        }
        let log = Arc::new(log);
        if active(&log, at).0 < LEAST_ACTIVE {
            return self.describe(workspace, (at, true), State::TooFew, log).await;
        }
        let known = log.clone();
        let looking = aside(WORK, move || {
            let model = Believed::new(Learned::learn(&known, at, &Recipe::default(), SEED, 1)?);
            Ok(see(&model, &model.learned.score(&known, at), &known.members, at))
        });
        let seen: Result<Seen> = looking.await?;
        match seen {
            Ok(seen) => self.keep(workspace, (at, true), seen).await,
            Err(error) if error.kind == Kind::Invalid => {
                tracing::info!(workspace = workspace.as_str(), %error, "nothing is predicted for that moment");
                self.describe(workspace, (at, true), State::TooYoung, log).await
            }
            Err(error) => Err(error),
        }
    }

    async fn log_before(&self, workspace: &Workspace, at: i64) -> Result<Arc<Log>> {
        self.reader.log(workspace, Some(Day::of(at * 1_000 - 1))).await.map(Arc::new)
    }

    /// The model that is believed, if it can be read: what was made for other features, or lost, is learned anew.
    async fn look_up(&self, workspace: &Workspace, standing: &mut Standing) -> Result<()> {
        if std::mem::replace(&mut standing.is_looked_up, true) {
            return Ok(());
        }
        let models = store::models(&self.store, workspace.as_str()).await?;
        let Some(row) = models.iter().find(|row| row.role == CHAMPION) else { return Ok(()) };
        match registry::load(&self.file(workspace, &row.version)) {
            Ok(learned) => {
                let model = Believed::new(learned);
                if model.version == row.version {
                    standing.champion = Some(model);
                } else {
                    let (workspace, found, wanted) = (workspace.as_str(), &model.version, &row.version);
                    tracing::warn!(workspace, found, wanted, "the model's file holds another one; it is learned anew");
                }
            }
            Err(error) => {
                tracing::warn!(workspace = workspace.as_str(), %error, "the model cannot be used; another is learned");
            }
        }
        Ok(())
    }

    /// Learns anew. The first model is believed; a later one where it would have said better what neither knew.
    async fn learn(&self, workspace: &Workspace, standing: &mut Standing, at: i64, log: Arc<Log>) -> Result<()> {
        let champion = standing.champion.clone();
        let learned = aside(WORK, move || match champion {
            None => Learned::learn(&log, at, &Recipe::default(), SEED, 1).map(|learned| (learned, None, true)),
            Some(champion) => champion.learned.challenge(&log, at, SEED, 1).map(|(learned, contest)| {
                let is_same_horizon = learned.horizon_days == champion.learned.horizon_days;
                let takes_over = model::takes_over(is_same_horizon, contest.as_ref());
                (learned, contest, takes_over)
            }),
        });
        let (learned, contest, takes_over): (Learned, Option<Contest>, bool) = learned.await??;
        let model = Believed::new(learned);
        let (learned, version) = (&model.learned, model.version.clone());
        let file = self.file(workspace, &version);
        let saved = model.clone();
        aside(WORK, move || {
            let folder = file.parent().expect("models lie in a folder");
            let made = fs::create_dir_all(folder);
            made.map_err(|error| Error::unavailable(format!("{} cannot be made", folder.display())).caused_by(error))?;
            registry::save(&saved.learned, &file)
        })
        .await??;
        let row = ModelRow {
            version: version.clone(),
            role: if takes_over { CHAMPION } else { CHALLENGER }.to_owned(),
            at: learned.at,
            made_at_ms: self.context.now_ms(),
            horizon_days: learned.horizon_days,
            rows: learned.rows as i64,
            contest: contest.map(|contest| serde_json::to_string(&contest).expect("figures are JSON")),
        };
        let mut entry = Entry::new();
        entry.statements(store::appoint(workspace.as_str(), &row));
        self.store.write(entry).await?;
        tracing::info!(
            workspace = workspace.as_str(),
            version,
            role = row.role,
            rows = row.rows,
            horizon_days = row.horizon_days,
            "a model of leaving was learned"
        );
        if takes_over {
            standing.champion = Some(model);
        }
        self.drop_old_models(workspace).await
    }

    pub(super) async fn drop_old_models(&self, workspace: &Workspace) -> Result<()> {
        let models = store::models(&self.store, workspace.as_str()).await?;
        for row in models.iter().skip(limits::MODELS_KEPT).filter(|row| row.role != CHAMPION) {
            fs::remove_file(self.file(workspace, &row.version)).ok();
            let mut entry = Entry::new();
            entry.statement(store::forget_model(workspace.as_str(), &row.version));
            self.store.write(entry).await?;
        }
        Ok(())
    }

    pub(super) fn file(&self, workspace: &Workspace, version: &str) -> std::path::PathBuf {
        self.folder.join(workspace.as_str()).join(format!("{version}.json"))
    }

    /// How the chances that were given a horizon ago came out.
    async fn graded(
        &self,
        workspace: &Workspace,
        at: i64,
        horizon_days: i64,
        fold: &Fold,
        members: &Names,
    ) -> Result<Option<Outcome>> {
        let run = store::run(&self.store, workspace.as_str(), at - horizon_days * DAY).await?;
        let told =
            |run: &Run| !run.is_asked && run.detail.state == State::Scored && run.detail.horizon_days == horizon_days;
        let Some(run) = run.filter(told) else { return Ok(None) };
        let mut graded = Vec::new();
        let (mut p_ppm, mut member) = (i64::MAX, String::new());
        loop {
            let page = limits::SCORES_A_PAGE;
            let scores =
                store::members(&self.store, workspace.as_str(), (run.at, NEVER), (p_ppm, &member), page).await?;
            let Some(last) = scores.last() else { break };
            (p_ppm, member) = (last.p_ppm, last.member.clone());
            graded.extend(scores.iter().filter_map(|score| {
                // Who is not known any more was forgotten.
                let number = members.find(&score.member)?;
                let last_at = fold.activity(number)?.last_at;
                let p = score.p_ppm as f64 / 1e6;
                Some(Graded { cutoff: run.at, member: number, p, left: last_at < run.at, last_at: score.last_at })
            }));
        }
        Ok(Outcome::of(run.at, &graded))
    }

    /// What is not predicted is described: how many members there are in each state of their life here.
    async fn describe(&self, workspace: &Workspace, run: (i64, bool), state: State, log: Arc<Log>) -> Result<Run> {
        let (at, _) = run;
        let (active, horizon_days) = active(&log, at);
        let description = aside(WORK, move || {
            let log = Arc::unwrap_or_clone(log).of_agreeing();
            let query = Query { as_of: Some(at), ..Query::default() };
            reports::report(&log, Report::Lifecycle, &query).map(|answer| answer.value)
        });
        let detail = Detail {
            state,
            active,
            left_out: 0,
            horizon_days,
            model: None,
            learned_at: None,
            expected: 0.0,
            moved: 0.0,
            drift: Vec::new(),
            outcome: None,
            // So few that even their number would tell of somebody.
            description: description.await?.ok(),
        };
        self.keep(workspace, run, Seen { detail, scores: Vec::new() }).await
    }

    /// Makes a run durable: its scores first, so that a run that is there is whole.
    async fn keep(&self, workspace: &Workspace, (at, is_asked): (i64, bool), seen: Seen) -> Result<Run> {
        let name = workspace.as_str();
        let (scores, left_out) = self.agreed(workspace, seen.scores).await?;
        self.clear(name, at).await?;
        self.put(workspace, &scores).await?;
        let expected = scores.iter().map(|score| score.p_ppm as f64 / 1e6).sum();
        let detail = Detail { left_out, expected, ..seen.detail };
        let run = Run { at, made_at_ms: self.context.now_ms(), is_asked, detail };
        let mut entry = Entry::new();
        entry.statement(store::finish(name, &run));
        self.store.write(entry).await?;
        Ok(run)
    }

    pub(super) async fn clear(&self, workspace: &str, at: i64) -> Result<()> {
        steps::clear(&self.store, || store::is_clear(&self.store, workspace, at), || [store::clear(workspace, at)])
            .await
    }

    async fn put(&self, workspace: &Workspace, scores: &[Score]) -> Result<()> {
        for scores in scores.chunks(limits::SCORES_A_WRITE) {
            let mut entry = Entry::new();
            entry.statements(scores.iter().map(|score| store::put(workspace.as_str(), score)));
            self.store.write(entry).await?;
        }
        Ok(())
    }

    /// Of this server's own members, those who agree to it now; and how many do not.
    async fn agreed(&self, workspace: &Workspace, mut scores: Vec<Score>) -> Result<(Vec<Score>, usize)> {
        let members: Vec<&str> = scores.iter().map(|score| score.member.as_str()).collect();
        let allowed = agreeing(&*self.consent, workspace, &members, self.context.now_ms()).await?;
        let mut allowed = allowed.into_iter();
        let before = scores.len();
        scores.retain(|_| allowed.next().unwrap_or(false));
        let left_out = before - scores.len();
        Ok((scores, left_out))
    }

    pub(super) async fn hear(&self, fact: StoredFact) -> Result<()> {
        if let Some(workspace) = removed_workspace(&fact) {
            return self.remove(&workspace?).await;
        }
        let Some((leaving, workspaces)) = Leaving::of(&fact) else { return Ok(()) };
        let mut working = self.working.lock().await;
        // Who only agrees no more is still among those of before, and left out of what is said.
        if leaving != Leaving::Withdrew {
            let is_left = |place: &&Workspace| workspaces.iter().any(|left| left == place.as_str());
            let left = working.iter_mut().filter(|(place, _)| is_left(place));
            left.for_each(|(_, standing)| standing.start_over());
        }
        let mut entry = Entry::new();
        entry.statements(workspaces.iter().map(|workspace| store::erase(workspace, &fact.subject)));
        self.store.write(entry).await.map(drop)
    }

    /// Forgets a workspace: who is in it, what was said of them, and what was learned from them.
    async fn remove(&self, workspace: &Workspace) -> Result<()> {
        let mut working = self.working.lock().await;
        working.remove(workspace);
        let name = workspace.as_str();
        steps::clear(&self.store, || store::is_all_clear(&self.store, name), || [store::clear_all(name)]).await?;
        let folder = self.folder.join(workspace.as_str());
        match aside(WORK, || fs::remove_dir_all(folder)).await? {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(Error::unavailable("the models of a workspace could not be taken away").caused_by(error));
            }
            _ => {}
        }
        let mut entry = Entry::new();
        entry.statements(store::remove(workspace.as_str()));
        self.store.write(entry).await.map(drop)
    }
}

impl Export for Scores {
    fn export<'a>(&'a self, member: &'a str) -> Answer<'a, Value> {
        Box::pin(store::of_member(&self.store, member))
    }
}

/// A moment at which nobody was scored.
pub(super) const NEVER: i64 = -1;

/// Members who were here before a moment, and the silence that is called leaving.
fn active(log: &Log, at: i64) -> (usize, i64) {
    let horizon_days = engine::horizon(log, at);
    (engine::active(log, at, horizon_days), horizon_days)
}

/// What a model says of everybody, in the form of the tables.
pub(super) fn see(model: &Believed, scored: &[Scored], members: &Names, at: i64) -> Seen {
    let Believed { learned, version } = model;
    let drift = learned.drift(scored).into_iter().take(DRIFT_TOLD);
    let detail = Detail {
        state: State::Scored,
        active: scored.len(),
        left_out: 0,
        horizon_days: learned.horizon_days,
        model: Some(version.clone()),
        learned_at: Some(learned.at),
        expected: 0.0,
        moved: learned.drift_of_chances(scored),
        drift: drift.map(|(feature, moved)| (feature.to_owned(), moved)).collect(),
        outcome: None,
        description: None,
    };
    let score = |(place, one): (usize, &Scored)| Score {
        at,
        member: members.name(one.member).to_owned(),
        p_ppm: model::ppm(one.p),
        within: CURVE.into_iter().zip(one.curve.iter().map(|p| model::ppm(*p))).collect(),
        last_at: one.last_at,
        model: version.clone(),
        reasons: (place < limits::MEMBERS_EXPLAINED).then(|| json!(learned.reasons(one))),
    };
    let scores = scored.iter().enumerate().map(score).collect();
    Seen { detail, scores }
}
