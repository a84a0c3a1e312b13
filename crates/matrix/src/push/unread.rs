//! What one reader has not read in one room: notifying events above the reader's receipts, counted
//! from themselves and never incremented, so that a receipt that arrives twice or late cannot make
//! the counts drift.

use std::collections::BTreeMap;

use hearth_kernel::limits;
use ruma::{EventId, OwnedEventId};

use super::Effect;

/// How many notify, and how many of these ask for the reader by name.
pub type Counts = (u64, u64);

/// What a sync shows of a room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Outside threads.
    pub notifications: u64,
    /// Outside threads.
    pub highlights: u64,
    /// By the thread's root. None is empty.
    pub threads: BTreeMap<OwnedEventId, Counts>,
}

impl Unread {
    /// With the threads in it, for a client that does not ask for them apart.
    pub fn whole_room(&self) -> Counts {
        let add = |(notifications, highlights), (more, more_highlights): &Counts| {
            (notifications + more, highlights + more_highlights)
        };
        self.threads.values().fold((self.notifications, self.highlights), add)
    }
}

#[derive(Debug)]
struct Notifying {
    seq: i64,
    highlight: bool,
    thread: Option<OwnedEventId>,
}

/// Unread events that are not known one by one any more.
#[derive(Debug, Default)]
struct Older {
    counts: Counts,
    /// The last of them.
    through: i64,
}

impl Older {
    /// Whether something of it may be left when all up to `seq` is read.
    fn read_up_to(&mut self, seq: i64) -> bool {
        let room = u64::try_from(self.through - seq).unwrap_or(0);
        self.counts = (self.counts.0.min(room), self.counts.1.min(room));
        room > 0
    }
}

/// The notifying unread events of one reader in one room.
///
/// At most [`limits::UNREAD_EVALUATED`] are kept one by one. Beyond that the oldest become a sum, those
/// that highlight last. A receipt that ends within a sum leaves of it what there is room for behind it,
/// so that such a count may be too high until the reader has read on; it is exact again from then.
#[derive(Debug, Default)]
pub struct Counter {
    evaluated_through: i64,
    /// In order of `seq`.
    unread: Vec<Notifying>,
    /// The sums of what is older, by thread.
    older: BTreeMap<Option<OwnedEventId>, Older>,
    read_through: i64,
    /// Receipts of threads, and of what is in none, for events that are not evaluated yet.
    read_ahead: BTreeMap<Option<OwnedEventId>, i64>,
}

impl Counter {
    /// A counter that takes all up to `seq` for read.
    pub fn read_through(seq: i64) -> Self {
        Self { evaluated_through: seq, read_through: seq, ..Self::default() }
    }

    /// The last event that was evaluated; the next to give to [`Self::extend`] is after it.
    pub fn evaluated_through(&self) -> i64 {
        self.evaluated_through
    }

    /// Takes in the next event, notifying or not. One that was taken in before changes nothing.
    pub fn extend(&mut self, seq: i64, effect: Effect, thread: Option<OwnedEventId>) {
        if seq <= self.evaluated_through {
            return;
        }
        self.evaluated_through = seq;
        let is_read = seq <= self.read_through || self.read_ahead.get(&thread).is_some_and(|through| seq <= *through);
        self.read_ahead.retain(|_, through| *through > seq);
        if effect.notify && !is_read {
            self.unread.push(Notifying { seq, highlight: effect.highlight, thread });
            self.sum_up_one_too_many();
        }
    }

    /// Takes for unread, outside threads, what is older than what it will be given one by one.
    pub fn count_older(&mut self, notifications: u64, through: i64) {
        self.older.insert(None, Older { counts: (notifications, 0), through });
    }

    fn sum_up_one_too_many(&mut self) {
        if self.unread.len() > limits::UNREAD_EVALUATED {
            let oldest = self.unread.iter().position(|event| !event.highlight).unwrap_or(0);
            let event = self.unread.remove(oldest);
            // Of so many threads the rest counts as none.
            let is_known = self.older.len() < limits::UNREAD_EVALUATED || self.older.contains_key(&event.thread);
            let older = self.older.entry(event.thread.clone().filter(|_| is_known)).or_default();
            older.counts = count(older.counts, &event);
            older.through = older.through.max(event.seq);
        }
    }

    /// An unthreaded receipt, or the reader's own event: all up to `seq` is read, in threads too.
    pub fn read_up_to(&mut self, seq: i64) {
        self.read_through = self.read_through.max(seq);
        self.unread.retain(|event| event.seq > seq);
        self.older.retain(|_, older| older.read_up_to(seq));
    }

    /// A receipt of the thread with this root, or of what is in no thread (`main`).
    pub fn read_thread_up_to(&mut self, root: Option<&EventId>, seq: i64) {
        self.unread.retain(|event| event.seq > seq || event.thread.as_deref() != root);
        self.older.retain(|thread, older| thread.as_deref() != root || older.read_up_to(seq));
        // A reader is seldom ahead of us, and never in many threads.
        if seq > self.evaluated_through && self.read_ahead.len() < limits::UNREAD_EVALUATED {
            let through = self.read_ahead.entry(root.map(EventId::to_owned)).or_insert(seq);
            *through = seq.max(*through);
        }
    }

    /// An event that was redacted notifies no more.
    pub fn forget(&mut self, seq: i64) {
        self.unread.retain(|event| event.seq != seq);
    }

    /// Whether an event that notifies waits to be read.
    pub fn is_unread(&self, seq: i64) -> bool {
        self.unread.iter().any(|event| event.seq == seq)
    }

    /// Notifications and highlights outside threads.
    pub fn main(&self) -> Counts {
        let older = self.older.get(&None).map_or((0, 0), |older| older.counts);
        self.unread.iter().filter(|event| event.thread.is_none()).fold(older, count)
    }

    /// Notifications and highlights by the thread's root.
    pub fn threads(&self) -> BTreeMap<OwnedEventId, Counts> {
        let older = |(thread, older): (&Option<OwnedEventId>, &Older)| Some((thread.clone()?, older.counts));
        let mut threads: BTreeMap<OwnedEventId, Counts> = self.older.iter().filter_map(older).collect();
        for event in &self.unread {
            let Some(root) = &event.thread else { continue };
            let counts = threads.entry(root.clone()).or_default();
            *counts = count(*counts, event);
        }
        threads
    }

    pub fn unread(&self) -> Unread {
        let (notifications, highlights) = self.main();
        Unread { notifications, highlights, threads: self.threads() }
    }
}

fn count((notifications, highlights): Counts, event: &Notifying) -> Counts {
    (notifications + 1, highlights + u64::from(event.highlight))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use hearth_kernel::limits;
    use proptest::prelude::*;
    use ruma::{EventId, OwnedEventId};

    use super::{Counter, Unread, count};
    use crate::push::Effect;

    const NOTIFY: Effect = Effect { notify: true, highlight: false };
    const HIGHLIGHT: Effect = Effect { notify: true, highlight: true };

    #[derive(Clone, Debug)]
    enum Step {
        Event { gap: i64, effect: Effect, thread: Option<OwnedEventId> },
        Read { seq: i64 },
        ReadThread { thread: Option<OwnedEventId>, seq: i64 },
    }

    /// The same, by counting everything anew each time.
    #[derive(Default)]
    struct Recount {
        events: Vec<(i64, Effect, Option<OwnedEventId>)>,
        read: i64,
        read_threads: BTreeMap<Option<OwnedEventId>, i64>,
    }

    impl Recount {
        fn unread(&self) -> Unread {
            let mut unread = Unread::default();
            for (seq, effect, thread) in &self.events {
                let read = self.read.max(self.read_threads.get(thread).copied().unwrap_or(0));
                if !effect.notify || *seq <= read {
                    continue;
                }
                let highlight = u64::from(effect.highlight);
                let (notifications, highlights) = match thread {
                    None => (&mut unread.notifications, &mut unread.highlights),
                    Some(root) => {
                        let counts = unread.threads.entry(root.clone()).or_default();
                        (&mut counts.0, &mut counts.1)
                    }
                };
                *notifications += 1;
                *highlights += highlight;
            }
            unread
        }
    }

    fn root(name: &str) -> OwnedEventId {
        EventId::parse(format!("${name}:test.example")).expect("an event id")
    }

    fn threads() -> impl Strategy<Value = Option<OwnedEventId>> {
        prop_oneof![Just(None), Just(Some(root("one"))), Just(Some(root("two")))]
    }

    fn effects() -> impl Strategy<Value = Effect> {
        prop_oneof![Just(Effect::default()), Just(NOTIFY), Just(HIGHLIGHT)]
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            4 => (1..3_i64, effects(), threads()).prop_map(|(gap, effect, thread)| Step::Event { gap, effect, thread }),
            1 => (0..80_i64).prop_map(|seq| Step::Read { seq }),
            1 => (threads(), 0..80_i64).prop_map(|(thread, seq)| Step::ReadThread { thread, seq }),
        ];
        proptest::collection::vec(step, 0..60)
    }

    proptest! {
        #[test]
        fn counts_are_those_of_a_recount(steps in steps()) {
            let (mut counter, mut recount, mut last) = (Counter::default(), Recount::default(), 0);
            for step in steps {
                match step {
                    Step::Event { gap, effect, thread } => {
                        last += gap;
                        recount.events.push((last, effect, thread.clone()));
                        counter.extend(last, effect, thread.clone());
                        counter.extend(last, effect, thread);
                    }
                    Step::Read { seq } => {
                        recount.read = recount.read.max(seq);
                        counter.read_up_to(seq);
                    }
                    Step::ReadThread { thread, seq } => {
                        counter.read_thread_up_to(thread.as_deref(), seq);
                        let read = recount.read_threads.entry(thread).or_default();
                        *read = seq.max(*read);
                    }
                }
                prop_assert_eq!(counter.unread(), recount.unread());
                prop_assert_eq!(counter.evaluated_through(), last);
                prop_assert!(counter.read_ahead.values().all(|through| *through > last));
            }
            let whole = counter.unread.iter().fold((0, 0), count);
            prop_assert_eq!(counter.unread().whole_room(), whole);
        }
    }

    #[test]
    fn unread_evaluated_is_the_most_that_is_kept_one_by_one() {
        let most = limits::UNREAD_EVALUATED as i64;
        let mut counter = Counter::read_through(10);
        counter.extend(11, HIGHLIGHT, None);
        (12..12 + 2 * most).for_each(|seq| counter.extend(seq, NOTIFY, None));
        assert_eq!(counter.main(), (2 * most as u64 + 1, 1), "the counts go on");
        assert_eq!(counter.unread.len(), limits::UNREAD_EVALUATED);
        counter.read_up_to(11);
        assert_eq!(counter.main(), (2 * most as u64, 0));
        counter.read_up_to(12 + most - 1);
        assert_eq!(counter.main(), (most as u64, 0), "what is left of a sum has room behind the receipt");

        counter.read_up_to(11 + 2 * most - 7);
        assert_eq!(counter.main(), (7, 0), "exact again once the reader is near the end");
    }

    #[test]
    fn what_is_older_counts_until_it_is_read() {
        let mut counter = Counter::read_through(100);
        counter.count_older(40, 100);
        counter.extend(101, NOTIFY, None);
        assert_eq!(counter.main(), (41, 0));
        counter.read_thread_up_to(Some(&root("one")), 101);
        assert_eq!(counter.main(), (41, 0), "another thread's receipt");
        counter.read_up_to(90);
        assert_eq!(counter.main(), (11, 0), "there is room for ten");
        counter.read_thread_up_to(None, 100);
        assert_eq!(counter.main(), (1, 0));
    }

    #[test]
    fn a_redacted_event_is_not_counted() {
        let mut counter = Counter::default();
        counter.extend(1, HIGHLIGHT, Some(root("one")));
        counter.extend(2, NOTIFY, None);
        counter.forget(1);
        assert_eq!(counter.unread(), Unread { notifications: 1, ..Unread::default() });
    }
}
