//! The module as the app runs it: the mover, the keeping of files, and what a member and an administrator may see.

use std::{collections::HashSet, sync::Arc, time::Duration};

use hearth_kernel::{
    Context, Error, Result, limits,
    ports::{Answer, Consent, Export, Purpose},
};
use hearth_store::{Entry, Lane, Store};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::{
    day::Day,
    log::SignalLog,
    mover::Mover,
    name::Workspace,
    signal::{Id, Signal, Word},
    store,
    tell::{self, Told},
};

pub struct Signals {
    store: Arc<Store>,
    context: Context,
    consent: Arc<dyn Consent>,
    log: Arc<SignalLog>,
    /// Places of members who are handed what is theirs.
    pub(super) exporting: Semaphore,
}

impl Signals {
    pub fn new(store: Arc<Store>, context: Context, consent: Arc<dyn Consent>, log: Arc<SignalLog>) -> Arc<Self> {
        let exporting = Semaphore::new(limits::EXPORTS_AT_ONCE);
        Arc::new(Self { store, context, consent, log, exporting })
    }

    /// Moves facts into the log and keeps its files until the store closes.
    pub async fn listen(&self) {
        let mover = loop {
            match Mover::new(&self.store, self.log.clone(), self.consent.clone()).await {
                Ok(mover) => break mover,
                Err(error) => tracing::warn!(%error, "signals cannot be moved yet; trying again"),
            }
            tokio::time::sleep(Duration::from_millis(limits::QUEUE_RETRY_MS)).await;
        };
        tokio::select! {
            biased;
            () = mover.run() => {}
            () = self.keep() => {}
        }
    }

    /// Moves what was committed so far, at once.
    pub async fn catch_up(&self) -> Result<()> {
        Mover::new(&self.store, self.log.clone(), self.consent.clone()).await?.catch_up().await
    }

    async fn keep(&self) {
        loop {
            for error in self.log.tidy(self.context.now_ms()).await.unwrap_or_else(|error| vec![error]) {
                tracing::warn!(%error, "some files of the signal log could not be tidied");
            }
            tokio::time::sleep(Duration::from_millis(limits::SIGNALS_TIDY_MS)).await;
        }
    }

    /// Forgets batches of apps that cannot come again.
    pub async fn tidy(&self) -> Result<()> {
        let before_ms = self.context.now_ms() - limits::TOLD_SEEN_MS;
        if !store::has_old(&self.store, before_ms).await? {
            return Ok(());
        }
        let mut entry = Entry::new();
        entry.statement(store::forget(before_ms));
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }

    /// Takes in what a member's app tells, as far as the member agreed to it when it was and agrees to it now, and says which
    /// of the purposes they agree to now. What they do not agree to is on no disk, not for a moment.
    pub(super) async fn tell(&self, member: &str, told: &Told) -> Result<Vec<Purpose>> {
        let now_ms = self.context.now_ms();
        let (mut wanted, mut kept) = (Vec::new(), Vec::new());
        for purpose in tell::PURPOSES {
            let of_it: Vec<&tell::One> = told.signals.iter().filter(|one| one.kind.purpose == purpose).collect();
            let times = of_it.iter().map(|one| now_ms - one.ago_ms);
            let asked: Vec<(&str, i64)> = times.chain([now_ms]).map(|at_ms| (member, at_ms)).collect();
            let allowed = self.consent.allowed(purpose, &asked).await?;
            // Of whoever has withdrawn nothing is taken in any more, not even what was before.
            let agrees_now = allowed.last() == Some(&true);
            if !agrees_now {
                continue;
            }
            wanted.push(purpose);
            kept.extend(of_it.into_iter().zip(&allowed).filter(|(_, is_allowed)| **is_allowed).map(|(one, _)| one));
        }
        if kept.is_empty() {
            return Ok(wanted);
        }
        let mut entry = Entry::new();
        entry.statement(store::see(&told.digest(member), now_ms));
        for one in kept {
            entry.fact(one.fact(member, now_ms));
        }
        match self.store.write(entry).await {
            Err(error) if store::is_seen(&error) => Ok(wanted),
            written => written.map(|_| wanted),
        }
    }

    /// Takes a member out of everything that was learnt here and moved in; says how many signals were touched. What is
    /// on its way still comes: whoever erases has seen to it that the member agrees to nothing any more.
    pub async fn erase(&self, member: &str) -> Result<usize> {
        erase(&self.log, &Id::parse(member)?).await
    }

    /// What is in the log, workspace by workspace, and how far it is behind.
    pub(super) async fn overview(&self, days: usize) -> Result<Value> {
        let mut workspaces = Vec::new();
        for workspace in self.log.workspaces().await? {
            let census = self.log.census(&workspace, days).await?;
            let days: Vec<Value> = census
                .iter()
                .map(|day| json!({ "day": day.day.to_string(), "signals": day.signals, "files": day.files, "bytes": day.bytes }))
                .collect();
            workspaces.push(json!({
                "workspace": workspace.as_str(),
                "signals": census.iter().map(|day| day.signals).sum::<usize>(),
                "bytes": census.iter().map(|day| day.bytes).sum::<u64>(),
                "days": days,
            }));
        }
        let heard = self.store.meter().heard();
        let heard = heard.iter().find(|(name, _)| *name == "signals").map_or(0, |(_, heard)| *heard);
        let lag = (self.store.position() - heard).max(0);
        Ok(json!({ "workspaces": workspaces, "position": self.store.position(), "moved": heard, "lag": lag }))
    }

    /// What a member is handed of themselves, and whether it is all. The whole log is read for it, so whoever comes while
    /// another one is handed theirs is asked to come again.
    pub async fn signals_of(&self, member: &str) -> Result<Value> {
        let Ok(_place) = self.exporting.try_acquire() else {
            return Err(Error::limited(limits::EXPORT_RETRY_MS));
        };
        signals_of(&self.log, &[Workspace::home(), Workspace::import()], &[member.to_owned()]).await
    }
}

/// What one person did under their ids, the first of it, and whether it is all.
pub(crate) async fn signals_of(log: &SignalLog, workspaces: &[Workspace], ids: &[String]) -> Result<Value> {
    let ids: HashSet<&str> = ids.iter().map(String::as_str).collect();
    let (mut signals, mut is_whole) = (Vec::new(), true);
    'log: for workspace in workspaces {
        let mut reading = log.read(workspace, Day::of(i64::MIN)..=Day::of(i64::MAX)).await?;
        while let Some(day) = reading.next().await? {
            for signal in day.signals.iter().filter(|signal| ids.contains(signal.member.as_str())) {
                if signals.len() == limits::SIGNALS_EXPORTED {
                    is_whole = false;
                    break 'log;
                }
                signals.push(shown(signal));
            }
        }
    }
    Ok(json!({ "signals": signals, "whole": is_whole }))
}

/// Takes a member out of what was learnt on this server and of what was moved in under the same names.
pub(super) async fn erase(log: &SignalLog, member: &Id) -> Result<usize> {
    let ids = std::slice::from_ref(member);
    Ok(log.erase(&Workspace::home(), ids).await? + log.erase(&Workspace::import(), ids).await?)
}

impl Export for Signals {
    fn export<'a>(&'a self, member: &'a str) -> Answer<'a, Value> {
        Box::pin(self.signals_of(member))
    }
}

fn shown(signal: &Signal) -> Value {
    let mut shown = json!({ "at_ms": signal.at_ms, "signal": signal.kind.name });
    let texts = [
        ("peer", signal.peer.as_ref().map(Id::as_str)),
        ("room", signal.room.as_ref().map(Id::as_str)),
        ("variant", signal.variant.as_ref().map(Word::as_str)),
        ("place", signal.place.as_ref().map(Word::as_str)),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            shown[name] = text.into();
        }
    }
    if let Some(amount) = signal.amount {
        shown["amount"] = amount.into();
    }
    shown
}
