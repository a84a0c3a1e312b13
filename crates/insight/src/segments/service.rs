//! Saying what segments mean: new versions, what one changes, and taking them away.

use std::time::Duration;

use hearth_kernel::{
    Error, Kind, Result, limits,
    ports::{Answer, Export},
};
use hearth_store::{Entry, StoredFact};
use serde_json::{Value, json};
use tokio::sync::MutexGuard;

use super::{
    Fault, Rule, Segments,
    model::{self, Version},
    store,
};
use crate::{
    consent::{Leaving, removed_workspace},
    signals::{Id, Workspace},
    steps,
    withhold::{Cell, Cells},
};

impl Segments {
    /// Says what a segment means from now on. It is counted at once, in the background.
    pub(super) async fn put(&self, workspace: &Workspace, name: &str, rule: &str) -> Result<Value> {
        model::check_name(name)?;
        self.reader.require(workspace).await?;
        let rule = rule.trim();
        let parsed = Rule::parse(rule).map_err(|faults| Fault::refusal(name, &faults))?;
        let segments = store::segments(&self.store, workspace.as_str()).await?;
        let known = segments.iter().find(|segment| segment.name == name);
        let holding = known.filter(|known| known.archived_at_ms.is_none() && known.newest.rule == rule);
        let number = match holding {
            // It was said already, and may be said again by whoever missed the answer.
            Some(known) => known.newest.number,
            None => {
                let number = known.map_or(0, |known| known.newest.number) + 1;
                let version = Version { number, rule: rule.to_owned(), made_at_ms: self.context.now_ms() };
                let mut entry = Entry::new();
                entry.statements(store::put(workspace.as_str(), name, &version));
                self.store.write(entry).await.map_err(|error| explain(error, name))?;
                self.bell.notify_one();
                number
            }
        };
        Ok(json!({
            "workspace": workspace.as_str(), "name": name, "version": number, "rule": rule,
            "is_new": holding.is_none(), "asks_for_scores": parsed.needs_scores(),
        }))
    }

    /// What changed from one version to another: in words, and in how many members it would mean today. Left out, the newest
    /// is held against the one before it.
    pub(super) async fn diff(
        &self,
        workspace: &Workspace,
        name: &str,
        between: (Option<i64>, Option<i64>),
        least: u64,
    ) -> Result<Value> {
        let versions = store::versions(&self.store, workspace.as_str(), name).await?;
        let Some(newest) = versions.first() else { return Err(self.no_segment(workspace, name).await) };
        let to = between.1.unwrap_or(newest.number);
        let from = between.0.unwrap_or(to - 1);
        let version = |number: i64| {
            versions.iter().find(|version| version.number == number).ok_or_else(|| {
                let kept: Vec<String> = versions.iter().map(|version| version.number.to_string()).collect();
                Error::not_found(format!("there is no version {number} of {name}; there are {}", kept.join(", ")))
            })
        };
        let (before, after) = (version(from)?, version(to)?);
        let read = |version: &Version| Rule::parse(&version.rule).map_err(|faults| Fault::refusal(name, &faults));
        let rules = vec![read(before)?, read(after)?];
        let Some(day) = self.day(workspace).await? else { return Err(no_day()) };
        let held = {
            let _working = self.turn().await?;
            self.held(workspace, day, rules).await?
        };
        let (old, new) = (&held.rows[0], &held.rows[1]);
        let mut cells = Cells::under(least);
        let all = cells.add(held.members.len() as u64);
        let of = |cells: &mut Cells, holds: &dyn Fn(usize) -> bool| -> Cell { cells.add(held.count(holds)) };
        let stay = of(&mut cells, &|row| old[row] && new[row]);
        let gone = of(&mut cells, &|row| old[row] && !new[row]);
        let enter = of(&mut cells, &|row| !old[row] && new[row]);
        let neither = cells.unprinted(held.count(|row| !old[row] && !new[row]));
        let [was, is] = [old, new].map(|rows| cells.add(held.count(|row| rows[row])));
        cells.equal(&[was], &[stay, gone]);
        cells.equal(&[is], &[stay, enter]);
        cells.equal(&[all], &[stay, gone, enter, neither]);
        let told = cells.tell();
        let side = |version: &Version, members: Cell| json!({ "version": version.number, "rule": version.rule, "members": told.get(members) });
        Ok(json!({
            "workspace": workspace.as_str(), "name": name, "day": day.to_string(), "withheld_under": least,
            "from": side(before, was), "to": side(after, is),
            "text": model::parts(&before.rule, &after.rule),
            "stay": told.get(stay), "gone": told.get(gone), "entered": told.get(enter),
        }))
    }

    /// Takes a segment away: it and its counts can be looked at afterwards, unless it is to be gone for good.
    pub(super) async fn remove(&self, workspace: &Workspace, name: &str, is_for_good: bool) -> Result<Value> {
        if model::built_in(name).is_some() {
            return Err(Error::invalid_param(format!("the segment {name} is always there and cannot be removed")));
        }
        let segments = store::segments(&self.store, workspace.as_str()).await?;
        if !segments.iter().any(|segment| segment.name == name) {
            return Err(self.no_segment(workspace, name).await);
        }
        let _working = self.turn().await?;
        // Everybody goes first: what is cut off midway is filled again, and nobody stays in what is not there.
        let place = workspace.as_str();
        steps::clear(&self.store, || store::is_clear(&self.store, place, name), || store::clear(place, name)).await?;
        let mut entry = Entry::new();
        if is_for_good {
            entry.statements(store::forget(workspace.as_str(), name));
        } else {
            entry.statement(store::archive(workspace.as_str(), name, self.context.now_ms()));
        }
        self.store.write(entry).await?;
        Ok(json!({ "workspace": workspace.as_str(), "name": name, "removed": true, "is_for_good": is_for_good }))
    }

    /// Leave to work: what was said a moment ago may just be counted. Whoever waits too long is asked to come again.
    async fn turn(&self) -> Result<MutexGuard<'_, ()>> {
        let patience = Duration::from_millis(limits::REPORT_RETRY_MS);
        let waited = tokio::time::timeout(patience, self.working.lock()).await;
        waited.map_err(|_| Error::limited(limits::REPORT_RETRY_MS))
    }

    /// That there is none of this name, with those that there are.
    pub(super) async fn no_segment(&self, workspace: &Workspace, name: &str) -> Error {
        let segments = store::segments(&self.store, workspace.as_str()).await.unwrap_or_default();
        let names: Vec<&str> = segments.iter().map(|segment| segment.name.as_str()).collect();
        let saved = if names.is_empty() { "none is saved yet".to_owned() } else { names.join(", ") };
        Error::not_found(format!("there is no segment `{name}` in the workspace {}: {saved}", workspace.as_str()))
    }

    pub(super) async fn hear(&self, fact: StoredFact) -> Result<()> {
        if let Some(workspace) = removed_workspace(&fact) {
            return self.remove_all(&workspace?).await;
        }
        let Some((leaving, workspaces)) = Leaving::of(&fact) else { return Ok(()) };
        let _working = self.working.lock().await;
        if leaving == Leaving::Ended {
            // Before the rows go: what is counted next must not find them in the log again.
            self.signals.erase(&Workspace::import(), &[Id::parse(&fact.subject)?]).await?;
        }
        let mut entry = Entry::new();
        entry.statements(workspaces.iter().flat_map(|workspace| store::erase(workspace, &fact.subject)));
        self.store.write(entry).await.map(drop)
    }

    /// All segments of a workspace that is no more.
    async fn remove_all(&self, workspace: &Workspace) -> Result<()> {
        let _working = self.working.lock().await;
        let place = workspace.as_str();
        steps::clear(&self.store, || store::is_all_clear(&self.store, place), || store::clear_all(place)).await?;
        let mut entry = Entry::new();
        entry.statements(store::remove(workspace.as_str()));
        self.store.write(entry).await.map(drop)
    }
}

impl Export for Segments {
    fn export<'a>(&'a self, member: &'a str) -> Answer<'a, Value> {
        Box::pin(async move {
            let (segments, moves) = store::of_member(&self.store, member).await?;
            Ok(json!({ "segments": segments, "moves": moves }))
        })
    }
}

pub(super) fn no_day() -> Error {
    Error::not_found("nothing has been moved in yet, so there is nobody to count")
}

/// A refused guard in words.
fn explain(error: Error, name: &str) -> Error {
    if error.kind != Kind::Conflict {
        return error;
    }
    match error.code {
        store::FULL => Error::invalid_param(format!(
            "there are {} segments already, archived ones too, which is as many as there may be; remove one for good",
            limits::SEGMENTS
        )),
        store::TAKEN => Error::new(
            Kind::Conflict,
            "M_INVALID_PARAM",
            format!("somebody else has just changed {name}; look at it and say again what it means"),
        ),
        _ => error,
    }
}
