//! Eight members who talk in two rooms while two listen, one moves about, one keeps things, one signs keys, one signs in and out,
//! one has guests who end their accounts, and two devices exchange messages and keys; and the questions that must be answered
//! after any accident.

use std::collections::{BTreeMap, BTreeSet};

use hearth_kernel::Rng;
use serde_json::{Value, json};
use tokio::{
    sync::watch,
    task::{JoinHandle, JoinSet},
};

use super::{
    PAUSE, Place,
    actor::set_off,
    hearth,
    host::Host,
    http::Answer,
    keeper::Keeper,
    listener::{Heard, Listener},
    lodger::Lodger,
    member::{Member, Request, ids, list, text},
    mover::Mover,
    pair::Pair,
    run,
    server::Address,
    signer::Signer,
    soon,
    talker::{Outcome, Talker},
};

const ROOMS: usize = 2;
const TALKERS: usize = 8;
const LISTENERS: usize = 2;
/// A listener's poll is short, so that it notices the end of a round.
const POLL_MS: u64 = 500;

/// Everybody, at rest.
pub(crate) struct Community {
    founder: Member,
    rooms: Vec<String>,
    talkers: Vec<Talker>,
    listeners: Vec<Listener>,
    mover: Option<Mover>,
    keeper: Option<Keeper>,
    pair: Option<Pair>,
    signer: Option<Signer>,
    lodger: Option<Lodger>,
    host: Option<Host>,
    /// Events of each room that were looked at one by one already.
    looked_at: BTreeMap<String, usize>,
}

/// How far a round has come.
#[derive(Default)]
pub(crate) struct Progress {
    /// Requests of each talker that were acknowledged.
    acknowledged: [usize; TALKERS],
    pub(crate) refused: Vec<Answer>,
    /// Reads that were refused.
    unread: Vec<Answer>,
}

/// Everybody, talking.
pub(crate) struct Round {
    stop: watch::Sender<bool>,
    progress: watch::Sender<Progress>,
    talkers: JoinSet<(usize, Talker)>,
    listeners: JoinSet<Listener>,
    mover: JoinHandle<Mover>,
    keeper: JoinHandle<Keeper>,
    pair: JoinHandle<Pair>,
    signer: JoinHandle<Signer>,
    lodger: JoinHandle<Lodger>,
    host: JoinHandle<Host>,
}

impl Community {
    pub(crate) async fn gather(address: &Address) -> Self {
        let mut founder = Member::register(address, "founder").await;
        let mut rooms = Vec::new();
        for _ in 0..ROOMS {
            rooms.push(founder.create_room().await);
        }
        let (mut talkers, mut listeners) = (Vec::new(), Vec::new());
        for number in 0..TALKERS {
            let mut member = Member::register(address, &format!("talker{number}")).await;
            let room = &rooms[number % ROOMS];
            member.join(room).await;
            talkers.push(Talker::new(member, room));
        }
        for number in 0..LISTENERS {
            let mut member = Member::register(address, &format!("listener{number}")).await;
            for room in &rooms {
                member.join(room).await;
            }
            listeners.push(Listener::new(member));
        }
        let mover = Some(Mover::new(Member::register(address, "mover").await).await);
        let keeper = Some(Keeper::new(Member::register(address, "keeper").await).await);
        let [writer, reader] =
            [Member::register(address, "pair-writer").await, Member::register(address, "pair-reader").await];
        let pair = Some(Pair::new(writer, reader));
        let signer = Some(Signer::new(Member::register(address, "signer").await).await);
        let lodger = Some(Lodger::new(Member::register(address, "lodger").await));
        let host = Some(Host::new(Member::register(address, "host").await).await);
        let looked_at = BTreeMap::new();
        Self { founder, rooms, talkers, listeners, mover, keeper, pair, signer, lodger, host, looked_at }
    }

    pub(crate) fn rooms(&self) -> &[String] {
        &self.rooms
    }

    /// Everybody talks and listens until the round ends, whatever the server does meanwhile.
    pub(crate) fn begin(&mut self) -> Round {
        let (stop, progress) = (watch::Sender::new(false), watch::Sender::new(Progress::default()));
        let (mut talkers, mut listeners) = (JoinSet::new(), JoinSet::new());
        for (number, talker) in self.talkers.drain(..).enumerate() {
            talkers.spawn(talk(number, talker, stop.subscribe(), progress.clone()));
        }
        for listener in self.listeners.drain(..) {
            listeners.spawn(listen(listener, stop.subscribe(), progress.clone()));
        }
        let mover = set_off(&mut self.mover, &stop, &progress);
        let keeper = set_off(&mut self.keeper, &stop, &progress);
        let pair = set_off(&mut self.pair, &stop, &progress);
        let signer = set_off(&mut self.signer, &stop, &progress);
        let lodger = set_off(&mut self.lodger, &stop, &progress);
        let host = set_off(&mut self.host, &stop, &progress);
        Round { stop, progress, talkers, listeners, mover, keeper, pair, signer, lodger, host }
    }

    /// Everybody finishes the request at hand.
    pub(crate) async fn end(&mut self, round: Round) -> Progress {
        round.stop.send_replace(true);
        let mut talkers = soon("the talkers", round.talkers.join_all()).await;
        talkers.sort_by_key(|(number, _)| *number);
        self.talkers = talkers.into_iter().map(|(_, talker)| talker).collect();
        self.listeners = soon("the listeners", round.listeners.join_all()).await;
        self.mover = Some(soon("the mover", round.mover).await.expect("it ends"));
        self.keeper = Some(soon("the keeper", round.keeper).await.expect("it ends"));
        self.pair = Some(soon("the two devices", round.pair).await.expect("they end"));
        self.signer = Some(soon("the signer", round.signer).await.expect("it ends"));
        self.lodger = Some(soon("the lodger", round.lodger).await.expect("it ends"));
        self.host = Some(soon("the host", round.host).await.expect("it ends"));
        round.progress.send_replace(Progress::default())
    }

    /// A message of somebody who has no request waiting.
    pub(crate) async fn try_message(&mut self, transaction: &str) -> std::io::Result<Answer> {
        self.founder.call(&Request::message(&self.rooms[0], transaction, transaction)).await
    }

    /// Reads that need no writing go on.
    pub(crate) async fn expect_reading(&mut self) {
        for room in &self.rooms {
            self.founder.read(&format!("/rooms/{room}/messages?dir=b&limit=30")).await;
        }
        self.founder.read("/sync?timeout=0").await;
    }

    /// All that was acknowledged is there once, in order and whole; listeners have missed nothing.
    pub(crate) async fn check(&mut self, rng: &Rng) {
        for talker in &mut self.talkers {
            talker.repeat_all().await;
        }
        for listener in &mut self.listeners {
            listener.catch_up().await;
        }
        for room in self.rooms.clone() {
            let history = self.founder.history(&room).await;
            let receipts = self.listeners[0].receipts(&room).await;
            for talker in &mut self.talkers {
                talker.check(&room, &history);
                talker.check_receipt(&room, &history, &receipts);
                talker.check_marker(&room, &history).await;
            }
            for listener in &self.listeners {
                listener.check(&room, &history);
            }
            self.look_at_each(&room, &history).await;
        }
        for listener in &mut self.listeners {
            listener.go_back(rng).await;
        }
        if let Some(mover) = &mut self.mover {
            mover.check().await;
        }
        if let Some(keeper) = &mut self.keeper {
            keeper.check().await;
        }
        if let Some(pair) = &mut self.pair {
            pair.check().await;
        }
        if let Some(signer) = &mut self.signer {
            signer.check().await;
        }
        if let Some(lodger) = &mut self.lodger {
            lodger.check().await;
        }
        if let Some(host) = &mut self.host {
            host.check().await;
        }
        for number in 0..self.talkers.len() {
            self.search(number).await;
        }
    }

    /// The newest message of a talker is found by its words, once. The index follows behind.
    async fn search(&mut self, number: usize) {
        let Some((words, sender, event_id)) = self.talkers[number].newest() else { return };
        let filter = json!({ "senders": [sender] });
        let criteria = json!({ "search_term": words, "keys": ["content.body"], "filter": filter });
        let request = Request::post("/search", json!({ "search_categories": { "room_events": criteria } }));
        let founder = &mut self.founder;
        let found = soon("the index", async {
            loop {
                let answer = founder.done(&request).await;
                let results = list(&answer["search_categories"]["room_events"]["results"]).to_vec();
                if results.is_empty() {
                    tokio::time::sleep(PAUSE).await;
                } else {
                    return results;
                }
            }
        });
        let found: Vec<String> = found.await.iter().map(|found| text(&found["result"], "event_id")).collect();
        assert_eq!(found, [event_id], "{words} of {sender}");
    }

    /// Each event by its id is what the page says that it is.
    async fn look_at_each(&mut self, room: &str, history: &[Value]) {
        let looked_at = self.looked_at.insert(room.to_owned(), history.len()).unwrap_or(0);
        for event in &history[looked_at..] {
            let event_id = text(event, "event_id");
            let found = self.founder.read(&format!("/rooms/{room}/event/{event_id}")).await;
            assert_eq!(found["event_id"], event_id.as_str());
            for part in ["sender", "type", "content", "origin_server_ts", "state_key"] {
                assert_eq!(found.get(part), event.get(part), "the {part} of {event_id}");
            }
        }
        let unique: BTreeSet<String> = ids(history).into_iter().collect();
        assert_eq!(unique.len(), history.len(), "an event stands twice in {room}");
    }
}

impl Round {
    /// Resolves when so many requests have been acknowledged.
    pub(crate) async fn acknowledged(&self, requests: usize) {
        let enough = |progress: &Progress| progress.acknowledged.iter().sum::<usize>() >= requests;
        self.until("acknowledged requests", enough).await;
    }

    /// Resolves when everybody has been acknowledged once more than now.
    pub(crate) async fn everybody_goes_on(&self) {
        let before = self.progress.borrow().acknowledged;
        let on = move |progress: &Progress| progress.acknowledged.iter().zip(before).all(|(now, then)| *now > then);
        self.until("everybody to go on", on).await;
    }

    pub(crate) async fn refused(&self, requests: usize) {
        self.until("refused requests", |progress| progress.refused.len() >= requests).await;
    }

    async fn until(&self, what: &str, reached: impl FnMut(&Progress) -> bool) {
        soon(what, self.progress.subscribe().wait_for(reached)).await.expect("the round goes on");
    }
}

impl Progress {
    /// Every refusal says in the protocol's way that it is the server's trouble and may be tried again.
    pub(crate) fn expect_clear_refusals(&self) {
        for refusal in &self.refused {
            expect_clear_refusal(refusal);
        }
    }

    pub(crate) fn expect_no_refusals(&self) {
        assert!(self.refused.is_empty(), "requests were refused: {:?}", self.refused.first());
        self.expect_reads();
    }

    pub(crate) fn expect_reads(&self) {
        assert!(self.unread.is_empty(), "reads were refused: {:?}", self.unread.first());
    }
}

pub(crate) fn expect_clear_refusal(refusal: &Answer) {
    let Answer { status, body } = refusal;
    assert_eq!(*status, 503, "{body}");
    assert!(text(body, "errcode").starts_with("M_"), "{body}");
    assert!(text(body, "error").contains("try again") || text(body, "error").contains("Try again"), "{body}");
}

async fn talk(
    number: usize,
    mut talker: Talker,
    stop: watch::Receiver<bool>,
    progress: watch::Sender<Progress>,
) -> (usize, Talker) {
    while !*stop.borrow() {
        match talker.talk().await {
            Outcome::Acknowledged => progress.send_modify(|progress| progress.acknowledged[number] += 1),
            Outcome::Refused(answer) => {
                progress.send_modify(|progress| progress.refused.push(answer));
                tokio::time::sleep(PAUSE).await;
            }
            Outcome::Lost | Outcome::Unreached => tokio::time::sleep(PAUSE).await,
        }
    }
    (number, talker)
}

async fn listen(mut listener: Listener, stop: watch::Receiver<bool>, progress: watch::Sender<Progress>) -> Listener {
    while !*stop.borrow() {
        match listener.listen(POLL_MS).await {
            Heard::Something | Heard::Nothing => {}
            Heard::Refused(answer) => {
                progress.send_modify(|progress| progress.unread.push(answer));
                tokio::time::sleep(PAUSE).await;
            }
            Heard::Lost => tokio::time::sleep(PAUSE).await,
        }
    }
    listener
}

/// What `hearth db check` says of a database whose server has stopped.
pub(crate) async fn expect_sound(place: &Place) {
    let output = run(hearth(place, &["db", "check", "--json"])).await;
    let said: Value = serde_json::from_slice(&output.stdout).expect("it speaks JSON");
    assert!(output.status.success() && said["sound"] == true, "{said}");
}
