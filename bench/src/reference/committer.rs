//! Group commit: one thread writes all that has queued up in one transaction. It never waits for more to come;
//! the time that the last transaction took to reach the disk is what lets the next group gather.

use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use anyhow::Result;
use rusqlite::Connection;
use tokio::sync::oneshot;

/// The longest group.
const GROUP: usize = 256;
/// What may wait before senders are refused.
const QUEUE: usize = 4096;

pub struct Row {
    pub event_id: String,
    pub room: String,
    pub event: String,
}

type Waiting = (Row, oneshot::Sender<()>);

pub struct Committer(SyncSender<Waiting>);

impl Committer {
    pub fn start(database: &Path) -> Result<Self> {
        let mut connection = Connection::open(database)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch(
            "CREATE TABLE event (
                position INTEGER PRIMARY KEY,
                event_id TEXT NOT NULL UNIQUE,
                room_id TEXT NOT NULL,
                event TEXT NOT NULL
            )",
        )?;
        let (sender, receiver) = sync_channel(QUEUE);
        std::thread::spawn(move || {
            // Dropping the receiver fails every later send: the handler then answers with an error.
            if let Err(error) = run(&mut connection, &receiver) {
                eprintln!("the committer failed: {error}");
            }
        });
        Ok(Self(sender))
    }

    /// Takes a place in the queue. The answer comes when the row is on disk; `None` when the queue is full.
    pub fn queue(&self, row: Row) -> Option<oneshot::Receiver<()>> {
        let (done, answer) = oneshot::channel();
        self.0.try_send((row, done)).ok()?;
        Some(answer)
    }
}

fn run(connection: &mut Connection, queue: &Receiver<Waiting>) -> Result<()> {
    let mut group = Vec::with_capacity(GROUP);
    while let Ok(first) = queue.recv() {
        group.push(first);
        group.extend(queue.try_iter().take(GROUP - 1));
        let transaction = connection.transaction()?;
        {
            let mut insert =
                transaction.prepare_cached("INSERT INTO event (event_id, room_id, event) VALUES (?1, ?2, ?3)")?;
            for (row, _) in &group {
                insert.execute((&row.event_id, &row.room, &row.event))?;
            }
        }
        transaction.commit()?;
        for (_, done) in group.drain(..) {
            // The client may have gone.
            let _ = done.send(());
        }
    }
    Ok(())
}
