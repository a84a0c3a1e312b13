//! The committer: a bounded queue, drained into one transaction after another.
//!
//! There is no artificial delay: while one commit waits for the disk, the next batch gathers. After
//! a commit the observer hears of each entry in order, then the position is published, then callers
//! are answered; so nobody learns of a write before whoever reads can see it.
//!
//! A batch that fails is rolled back whole and its entries are replayed singly, so that one failure
//! never fails its neighbours. There are no savepoints: SQLite may roll back the whole transaction by
//! itself, and a second way to fail is a second thing to get wrong.

use std::{
    any::Any,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use hearth_kernel::{Context, Error, Kind, Result, limits};
use tokio::{
    sync::{mpsc, oneshot, watch},
    time::Instant,
};

use crate::{
    db::Writing,
    entry::{Chain, Entry, Statement},
    fault::{Fault, Faults},
    meter::Meter,
    outbox,
};

/// What an entry tells the process once it is on disk.
pub type Note = Box<dyn Any + Send + Sync>;

/// Hears of every committed entry, in order, before its position is published.
pub trait Observer: Send + Sync {
    fn committed(&self, position: i64, note: Note);

    /// After the positions of a commit were published.
    fn published(&self);
}

/// Who an entry belongs to: people who wait, or bulk work that may not delay them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    Live,
    Background,
}

/// An entry on disk.
#[derive(Clone, Copy, Debug)]
pub struct Committed {
    pub position: i64,
}

/// A reserved place in the queue: submitting cannot fail or wait any more.
pub struct Slot {
    permit: mpsc::OwnedPermit<Job>,
    context: Context,
}

impl Slot {
    pub fn submit(self, entry: Entry) -> Receipt {
        let (reply, receipt) = oneshot::channel();
        let Entry { mut statements, facts, chain, note, is_repeatable } = entry;
        outbox::record(&facts, self.context.now_ms(), &mut statements);
        assert!(statements.len() <= limits::ENTRY_STATEMENTS, "larger work goes in steps");
        let is_placed = note.is_some() || statements.iter().any(Statement::has_position);
        assert!(!(is_repeatable && is_placed), "what is told to others has a position and waits for the disk");
        self.permit.send(Job { work: Work { statements, position: 0 }, chain, note, reply, is_repeatable });
        Receipt(receipt)
    }
}

/// Resolves when the entry is on disk, or is known not to be.
pub struct Receipt(oneshot::Receiver<Result<Committed>>);

impl Receipt {
    /// A refused guard is a conflict whose code is the guard's name.
    pub async fn wait(self) -> Result<Committed> {
        self.0.await.unwrap_or_else(|_| Err(stopped()))
    }
}

/// The statements of one entry with the position that it commits at.
pub(crate) struct Work {
    pub(crate) statements: Vec<Statement>,
    pub(crate) position: i64,
}

pub(crate) struct Job {
    work: Work,
    chain: Option<Chain>,
    note: Option<Note>,
    reply: oneshot::Sender<Result<Committed>>,
    is_repeatable: bool,
}

/// Why a batch did not commit.
pub(crate) enum BatchError {
    /// A guarded statement changed nothing.
    Refused(&'static str),
    Failed(Error),
    /// The connection was lost while committing: the batch may be on disk.
    Unknown,
    /// Another process writes under this writer's number.
    Fenced,
}

impl From<BatchError> for Error {
    fn from(error: BatchError) -> Self {
        match error {
            BatchError::Refused(guard) => Self::new(Kind::Conflict, guard, "somebody else was first"),
            BatchError::Failed(error) => error,
            BatchError::Unknown => Self::unavailable("the database was lost while it stored this"),
            BatchError::Fenced => Self::unavailable("another process has taken over the writing"),
        }
    }
}

fn lost() -> Error {
    Error::unavailable("The database does not answer. Nothing was stored; try again later.")
}

fn stopped() -> Error {
    Error::unavailable("The server is stopping. Nothing was stored; try again.")
}

/// The two lanes, as their writers see them.
#[derive(Clone)]
pub(crate) struct Queue {
    live: mpsc::Sender<Job>,
    background: mpsc::Sender<Job>,
    context: Context,
    lost: Arc<AtomicBool>,
}

impl Queue {
    /// Entries that wait, live and in the background.
    pub(crate) fn waiting(&self) -> [usize; 2] {
        [&self.live, &self.background].map(|lane| lane.max_capacity() - lane.capacity())
    }

    /// A full live lane refuses, so that a caller hears of it at once; bulk work waits for its turn.
    /// While the database is lost in the middle of a commit, nothing can be built on what may or may not
    /// be stored: callers are told so at once.
    pub(crate) async fn reserve(&self, lane: Lane) -> Result<Slot> {
        if self.lost.load(Ordering::Acquire) {
            return Err(lost());
        }
        let permit = match lane {
            Lane::Live => match self.live.clone().try_reserve_owned() {
                Ok(permit) => permit,
                Err(mpsc::error::TrySendError::Full(_)) => return Err(Error::limited(limits::QUEUE_RETRY_MS)),
                Err(mpsc::error::TrySendError::Closed(_)) => return Err(stopped()),
            },
            Lane::Background => self.background.clone().reserve_owned().await.map_err(|_| stopped())?,
        };
        Ok(Slot { permit, context: self.context.clone() })
    }
}

/// Where the writer stands, as its row in the database says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub(crate) epoch: i64,
    /// Holds the epoch that it was written under, so that no two writers' batches have one number.
    pub(crate) batch: i64,
    /// The last batch that no crash of the database takes back. Those since then can be repeated.
    pub(crate) synced: i64,
    pub(crate) position: i64,
}

impl Head {
    pub(crate) fn new(epoch: i64, batch: i64, position: i64) -> Self {
        Self { epoch, batch, synced: batch, position }
    }

    /// More than one process ever writes.
    const BATCHES_OF_AN_EPOCH: i64 = 1 << 40;

    fn epoch_of_batch(&self) -> i64 {
        self.batch / Self::BATCHES_OF_AN_EPOCH
    }

    fn batch_after(&self) -> i64 {
        self.batch.max(self.epoch * Self::BATCHES_OF_AN_EPOCH) + 1
    }
}

pub(crate) struct Committer {
    pub(crate) writing: Writing,
    pub(crate) head: Head,
    pub(crate) observer: Arc<OnceLock<Arc<dyn Observer>>>,
    pub(crate) published: watch::Sender<i64>,
    pub(crate) faults: Option<Arc<dyn Faults>>,
    meter: Arc<Meter>,
    lost: Arc<AtomicBool>,
    live: mpsc::Receiver<Job>,
    background: mpsc::Receiver<Job>,
}

impl Committer {
    pub(crate) fn new(
        writing: Writing,
        head: Head,
        observer: Arc<OnceLock<Arc<dyn Observer>>>,
        faults: Option<Arc<dyn Faults>>,
        meter: Arc<Meter>,
        context: Context,
    ) -> (Self, Queue, watch::Receiver<i64>) {
        let (live_in, live) = mpsc::channel(limits::QUEUE_ENTRIES);
        let (background_in, background) = mpsc::channel(limits::QUEUE_BACKGROUND_ENTRIES);
        let (published, position) = watch::channel(head.position);
        let lost = Arc::new(AtomicBool::new(false));
        let committer =
            Self { writing, head, observer, published, faults, meter, lost: lost.clone(), live, background };
        (committer, Queue { live: live_in, background: background_in, context, lost }, position)
    }

    /// Until every sender is gone.
    pub(crate) async fn run(mut self) {
        let _guard = AbortOnPanic;
        while let Some(batch) = self.gather().await {
            self.settle(batch).await;
            self.lost.store(false, Ordering::Release);
        }
    }

    /// Waits for the first entry. A process that nobody writes to hears in between when another has taken over.
    async fn first(&mut self) -> Option<Job> {
        loop {
            let job = async {
                tokio::select! {
                    biased;
                    Some(job) = self.live.recv() => Some(job),
                    Some(job) = self.background.recv() => Some(job),
                    else => None,
                }
            };
            let Writing::Postgres(writer) = &self.writing else { return job.await };
            match tokio::time::timeout(Duration::from_millis(limits::WRITER_WATCH_MS), job).await {
                Ok(job) => return job,
                // A database that does not answer is found out by whoever writes next.
                Err(_) if writer.epoch().await.is_ok_and(|epoch| epoch != self.head.epoch) => stop_as_taken_over(),
                Err(_) => {}
            }
        }
    }

    /// Waits for the first entry, then takes what is there.
    async fn gather(&mut self) -> Option<Vec<Job>> {
        let first = self.first().await?;
        let mut statements = first.work.statements.len();
        let mut batch = vec![first];
        let room = |batch: &[Job], statements: usize| {
            batch.len() < limits::BATCH_ENTRIES && statements < limits::BATCH_STATEMENTS
        };
        while room(&batch, statements) {
            let Ok(job) = self.live.try_recv() else { break };
            statements += job.work.statements.len();
            batch.push(job);
        }
        let mut bulk = 0;
        while room(&batch, statements) && bulk < limits::BATCH_BACKGROUND_ENTRIES {
            let Ok(job) = self.background.try_recv() else { break };
            statements += job.work.statements.len();
            bulk += 1;
            batch.push(job);
        }
        Some(batch)
    }

    async fn settle(&mut self, batch: Vec<Job>) {
        let batch = refuse_broken(batch);
        if batch.len() > 1 {
            match self.commit(batch).await {
                Ok(()) => {}
                Err(batch) => {
                    for job in batch {
                        self.settle_one(job).await;
                    }
                }
            }
        } else {
            for job in batch {
                self.settle_one(job).await;
            }
        }
    }

    async fn settle_one(&mut self, job: Job) {
        let Some(job) = refuse_broken(vec![job]).pop() else { return };
        let mut jobs = vec![job];
        let error = match self.attempt(&mut jobs).await {
            Ok(()) => return self.publish(jobs),
            Err(error) => Error::from(error),
        };
        for job in jobs {
            if let Some(chain) = &job.chain {
                chain.break_off();
            }
            job.reply.send(Err(error.share())).ok();
            self.meter.write_failed(&error);
            match error.kind {
                Kind::Conflict => {}
                // Whoever wrote is told, and says so in the log.
                Kind::Unavailable => tracing::debug!(%error, "an entry was not stored"),
                _ => tracing::warn!(%error, "an entry was not stored"),
            }
        }
    }

    /// One transaction for the whole batch; a failed batch is handed back as it was.
    async fn commit(&mut self, mut batch: Vec<Job>) -> Result<(), Vec<Job>> {
        match self.attempt(&mut batch).await {
            Ok(()) => {
                self.publish(batch);
                Ok(())
            }
            Err(_) => Err(batch),
        }
    }

    async fn attempt(&mut self, batch: &mut [Job]) -> Result<(), BatchError> {
        let mut next = self.head;
        next.batch = next.batch_after();
        for job in batch.iter_mut() {
            next.position += i64::from(!job.is_repeatable);
            job.work.position = next.position;
        }
        let sync = !batch.iter().all(|job| job.is_repeatable);
        if sync {
            next.synced = next.batch;
        }
        let header = outbox::writer_row(self.head, next);
        let work: Vec<Work> = batch.iter_mut().map(|job| std::mem::replace(&mut job.work, EMPTY)).collect();
        let started = Instant::now();
        let result = self.attempt_with_faults(&work, &header, sync).await;
        for (job, work) in batch.iter_mut().zip(work) {
            job.work = work;
        }
        let landed = match result {
            Ok(()) => true,
            Err(BatchError::Unknown) => self.find_out(next).await,
            Err(BatchError::Fenced) => self.stop_as_fenced().await,
            Err(error) => return Err(error),
        };
        if landed {
            self.meter.committed(started.elapsed(), batch.len());
            self.head = Head { epoch: self.head.epoch, ..next };
            return Ok(());
        }
        Err(BatchError::Failed(Error::unavailable("The database was lost. Nothing was stored; try again.")))
    }

    async fn attempt_with_faults(&mut self, work: &[Work], header: &Statement, sync: bool) -> Result<(), BatchError> {
        let header = [Work { statements: vec![header.clone()], position: 0 }];
        let Some(faults) = &self.faults else { return self.writing.commit(work, &header, sync).await };
        let (takes, fault) = faults.next();
        tokio::time::sleep(takes).await;
        match fault {
            Fault::None => self.writing.commit(work, &header, sync).await,
            Fault::Fails => Err(BatchError::Failed(Error::unavailable("a planted fault"))),
            Fault::AnswerLost => self.writing.commit(work, &header, sync).await.and(Err(BatchError::Unknown)),
            Fault::Vanishes => Err(BatchError::Unknown),
        }
    }

    /// The outcome of a commit whose answer was lost: our row in the database knows. Taking a new
    /// epoch waits for the old transaction and keeps it from committing later.
    async fn find_out(&mut self, tried: Head) -> bool {
        // An answer to this may be lost, too: so many epochs may be our own.
        let mut own = tried.epoch;
        loop {
            let taken = match self.writing.reach().await {
                Ok(()) => {
                    own += 1;
                    self.writing.take_over(own - 1).await
                }
                Err(error) => Err(error),
            };
            match taken {
                // What this process has in memory is of the past.
                Ok(None) => stop_as_taken_over(),
                Ok(Some(found)) if found.epoch_of_batch() > tried.epoch => stop_as_taken_over(),
                Ok(Some(found)) => {
                    self.head.epoch = found.epoch;
                    let landed = found.batch == tried.batch;
                    if !landed && !(self.head.synced..=self.head.batch).contains(&found.batch) {
                        stop_as_rewound();
                    }
                    return landed;
                }
                Err(error) => {
                    tracing::warn!(%error, "waiting for the database to learn what became of a commit");
                    self.lost.store(true, Ordering::Release);
                    self.refuse_waiting();
                    if self.live.is_closed() {
                        tracing::error!("stopping before it is known what became of the last commit");
                        std::process::exit(1);
                    }
                    tokio::time::sleep(std::time::Duration::from_millis(limits::QUEUE_RETRY_MS)).await;
                }
            }
        }
    }

    /// The writer's row is not where this process left it.
    async fn stop_as_fenced(&mut self) -> ! {
        match self.writing.take_over(self.head.epoch).await {
            Ok(Some(found)) if found.epoch_of_batch() <= self.head.epoch => stop_as_rewound(),
            _ => stop_as_taken_over(),
        }
    }

    /// What was queued behind a commit whose outcome is not known.
    fn refuse_waiting(&mut self) {
        while let Ok(job) = self.live.try_recv().or_else(|_| self.background.try_recv()) {
            if let Some(chain) = &job.chain {
                chain.break_off();
            }
            job.reply.send(Err(lost())).ok();
        }
    }

    fn publish(&self, batch: Vec<Job>) {
        let mut replies = Vec::with_capacity(batch.len());
        let mut position = 0;
        for Job { work, note, reply, .. } in batch {
            position = work.position;
            if let (Some(observer), Some(note)) = (self.observer.get(), note) {
                observer.committed(position, note);
            }
            replies.push((reply, position));
        }
        let is_news = self.published.send_if_modified(|published| std::mem::replace(published, position) != position);
        for (reply, position) in replies {
            reply.send(Ok(Committed { position })).ok();
        }
        if let (true, Some(observer)) = (is_news, self.observer.get()) {
            observer.published();
        }
    }
}

/// Behind a panic nobody knows what is stored, and nothing would be from then on: better a new process.
struct AbortOnPanic;

impl Drop for AbortOnPanic {
    fn drop(&mut self) {
        if std::thread::panicking() {
            tracing::error!("the committer broke off; stopping, so that the server is started anew");
            std::process::abort();
        }
    }
}

/// The status that a process ends with which is not to be started again before somebody has looked: another has taken over the
/// writing, and would lose it again, or the database was set back.
pub const NOT_AGAIN: i32 = 69;

fn stop_as_taken_over() -> ! {
    tracing::error!("another Hearth has been started on this database and has taken over the writing; stopping");
    std::process::exit(NOT_AGAIN);
}

/// What members and this process know of is no longer there, so that nothing that is written now would fit.
fn stop_as_rewound() -> ! {
    tracing::error!(
        "the database was set back and lacks what was stored in it; stopping. Run `hearth db rewound`, then start again"
    );
    std::process::exit(NOT_AGAIN);
}

/// The code of an entry that failed because an earlier one of its chain did.
pub const BROKEN_CHAIN: &str = "store.broken_chain";

const EMPTY: Work = Work { statements: Vec::new(), position: 0 };

/// What rests on a failed entry fails with it, without touching the disk.
fn refuse_broken(batch: Vec<Job>) -> Vec<Job> {
    let (kept, refused): (Vec<_>, Vec<_>) =
        batch.into_iter().partition(|job| job.chain.as_ref().is_none_or(|chain| !chain.is_broken()));
    for job in refused {
        let why = "Something that this rested on was not stored. Nothing was stored; try again.";
        job.reply.send(Err(Error::new(Kind::Unavailable, BROKEN_CHAIN, why))).ok();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_writers_batches_have_one_number() {
        // A database of an older Hearth counted batches alone.
        let old = Head::new(3, 10, 70);
        let ours = Head { batch: old.batch_after(), ..old };
        let next = Head { batch: ours.batch_after(), ..ours };
        let others = Head { epoch: 4, ..old }.batch_after();
        assert!(old.batch < ours.batch && ours.batch < next.batch && next.batch < others);
        let epochs = [old.batch, ours.batch, next.batch, others];
        assert_eq!(epochs.map(|batch| Head { batch, ..old }.epoch_of_batch()), [0, 3, 3, 4]);
    }
}
