//! Sending with a transaction id: the same request twice, at once, after a reconnect or after a
//! restart, is one event.

use std::{collections::HashMap, sync::Arc};

use hearth_http::Caller;
use hearth_kernel::{Error, Kind, Result};
use parking_lot::Mutex;
use ruma::OwnedEventId;
use tokio::sync::OnceCell;

use super::{
    super::{Rooms, build::Draft, event::Echo, room::Room, store},
    append::Append,
};

type Outcome = Arc<OnceCell<Result<OwnedEventId, Arc<Error>>>>;

/// Member, device and path.
type Key = (Arc<str>, Arc<str>, String);

/// Requests under way.
#[derive(Default)]
pub(crate) struct InFlight(Mutex<HashMap<Key, Outcome>>);

/// A client's transaction.
pub(crate) struct Transaction {
    pub(crate) caller: Arc<Caller>,
    /// The request's path without the version prefix: the scope of the id.
    pub(crate) path: String,
    pub(crate) txn_id: String,
}

impl Rooms {
    /// Sends an event once per transaction: of equal requests under way, the first does the work and
    /// all get its outcome. The work outlives the request: a client that hangs up
    /// leaves nothing half done, and its retry finds the outcome.
    pub(crate) async fn send(
        self: &Arc<Self>,
        room: &Arc<Room>,
        transaction: Transaction,
        draft: Draft,
    ) -> Result<OwnedEventId> {
        let Transaction { caller, path, txn_id } = transaction;
        let key = (caller.user_id.clone(), caller.device_id.clone(), path);
        let outcome = self.in_flight.0.lock().entry(key.clone()).or_default().clone();
        let (rooms, room) = (self.clone(), room.clone());
        let work = tokio::spawn(async move {
            let draft = Draft { echo: Some(Echo { device_id: caller.device_id.clone(), txn_id }), ..draft };
            let first = || async { rooms.send_once(&room, &caller, &key.2, draft).await.map_err(Arc::new) };
            let decided = outcome.get_or_init(first).await.clone();
            rooms.in_flight.0.lock().remove(&key);
            decided
        });
        let decided = work.await.map_err(|error| Error::internal("a send did not finish").caused_by(error))?;
        decided.map_err(|error| error.share())
    }

    async fn send_once(&self, room: &Arc<Room>, caller: &Caller, path: &str, draft: Draft) -> Result<OwnedEventId> {
        if let Some(event_id) = store::transaction(&self.store, &caller.user_id, &caller.device_id, path).await? {
            return Ok(event_id);
        }
        let sender = super::super::user_id(&caller.user_id)?;
        let mut append = Append::new(sender, self.context.now_ms(), draft);
        append.transaction = Some((caller.user_id.clone(), caller.device_id.clone(), path.to_owned()));
        match self.append(room, append).await {
            Ok(events) => events
                .first()
                .map(|event| event.event_id.clone())
                .ok_or_else(|| Error::internal("nothing was appended")),
            Err(error) if error.kind == Kind::Conflict && error.code == "rooms.transaction" => {
                let first = store::transaction(&self.store, &caller.user_id, &caller.device_id, path).await?;
                first.ok_or(error)
            }
            Err(error) => Err(error),
        }
    }
}
