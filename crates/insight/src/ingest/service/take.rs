//! Taking events in: on disk before anybody is told so.

use std::{collections::BTreeMap, sync::atomic::Ordering};

use hearth_kernel::{Error, Result, limits};
use hearth_store::{Entry, Lane};

use crate::ingest::{
    Ingest,
    known::DAY_MS,
    model::{self, Mapping, Parsed, Taken, Why},
    store,
};

fn unknown_key() -> Error {
    Error::unknown_token("This write key is not known here, or it was revoked.")
}

impl Ingest {
    /// The workspace that a write key opens, with what it keeps of an event.
    pub(in crate::ingest) fn opened_by(&self, key: Option<&str>) -> Result<(String, Mapping)> {
        let key = key.ok_or_else(|| Error::missing_token("Give your write key."))?;
        let opened = self.known.lock().opened_by(&model::digest(key.as_bytes()));
        opened.ok_or_else(unknown_key)
    }

    /// Stores what a request holds, but for what finds no room, which is refused. Answers when it is on disk; what came
    /// before is known by its message id.
    pub(in crate::ingest) async fn take(&self, workspace: &str, mut parsed: Parsed) -> Result<Parsed> {
        let came = parsed.taken.len() as i64;
        if self.waiting.load(Ordering::Relaxed) + came > limits::EVENTS_WAITING {
            return Err(Error::limited(limits::EVENTS_RETRY_MS));
        }
        let _taking = self.taking.read().await;
        if !self.known.lock().workspaces.contains_key(workspace) {
            return Err(unknown_key());
        }
        let events = parsed.taken.iter().map(|event| (event.name.as_str(), 1));
        let no_room = self.known.lock().admit(workspace, events);
        parsed.refuse(no_room);
        let more = parsed.taken.len() as i64;
        let mut receipts = Vec::new();
        for entry in self.entries(workspace, &parsed) {
            receipts.push(self.store.reserve(Lane::Live).await?.submit(entry));
        }
        for receipt in receipts {
            receipt.wait().await?;
        }
        self.waiting.fetch_add(more, Ordering::Relaxed);
        self.bell.notify_one();
        Ok(parsed)
    }

    /// In steps that an entry can hold. When one of them fails all are sent again, and what is stored is known then.
    fn entries(&self, workspace: &str, parsed: &Parsed) -> Vec<Entry> {
        let now_ms = self.context.now_ms();
        let Parsed { taken, links, refused } = parsed;
        let mut counts: BTreeMap<Why, i64> = BTreeMap::new();
        for (_, refusal) in refused {
            *counts.entry(refusal.why).or_default() += 1;
        }
        let mut first = Entry::new();
        first.statements(counts.iter().map(|(why, events)| store::refuse(workspace, now_ms / DAY_MS, *why, *events)));
        first.statements(links.iter().map(|link| store::link(workspace, link)));
        let mut entries = vec![first];
        let events: Vec<(usize, &Taken)> = taken.iter().enumerate().collect();
        for step in events.chunks(limits::INGEST_STEP_EVENTS) {
            let mut entry = Entry::new();
            for (ordinal, event) in step {
                let message = event.message_id.as_deref().map(model::message_digest);
                entry.statements(store::insert(workspace, event, *ordinal, message, now_ms));
            }
            entries.push(entry);
        }
        entries.retain(|entry| !entry.is_empty());
        entries
    }
}
