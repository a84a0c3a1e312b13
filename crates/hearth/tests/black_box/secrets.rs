//! SIGKILL while devices write to each other, take keys, react and name a room: what was acknowledged is there
//! once, in order, and what is spent once stays spent.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use hearth_kernel::Rng;
use serde_json::{Value, json};
use tokio::{sync::watch, task::JoinSet};

use crate::support::{Member, PAUSE, Place, Request, Server, expect_sound, list, skip, soon, tests_postgres, text};

const PAIRS: usize = 4;
const ROUNDS: usize = 2;
const ROUNDS_SOAKING: usize = 20;
/// The kill falls after so many steps more, at most, and then within this time.
const STEPS: u64 = 60;
const JITTER_US: u64 = 20_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_devices_tell_each_other_outlives_kills_on_sqlite() {
    write_and_kill(Place::embedded()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_devices_tell_each_other_outlives_kills_on_postgres() {
    match tests_postgres() {
        Some(url) => write_and_kill(Place::on_postgres(&url).await).await,
        None => skip("HEARTH_TEST_POSTGRES names no server"),
    }
}

async fn write_and_kill(place: Place) {
    let rng = Arc::new(Rng::from_os());
    let mut server = Server::start(&place).await;
    let mut pairs = Vec::new();
    for number in 0..PAIRS {
        pairs.push(Pair::meet(&server, number).await);
    }
    let rounds = if std::env::var_os("HEARTH_SOAK").is_some() { ROUNDS_SOAKING } else { ROUNDS };
    for _ in 0..rounds {
        let (stop, done) = (watch::Sender::new(false), watch::Sender::new(0_u64));
        let going = pairs.drain(..).map(|pair| pair.go_on(stop.subscribe(), done.clone())).collect::<JoinSet<_>>();
        let mut progress = done.subscribe();
        soon("steps", progress.wait_for(|steps| *steps > rng.below(STEPS))).await.expect("they go on");
        tokio::time::sleep(Duration::from_micros(rng.below(JITTER_US))).await;
        server.kill();
        let before = *done.borrow();
        server.start_again(&place).await;
        let enough = before + 2 * PAIRS as u64;
        soon("everybody to go on", progress.wait_for(|steps| *steps > enough)).await.expect("they go on");
        stop.send_replace(true);
        pairs = soon("the pairs", going.join_all()).await;
        for pair in &mut pairs {
            pair.check().await;
        }
        server.stop().await;
        expect_sound(&place).await;
        server.start_again(&place).await;
    }
    server.stop().await;
    place.discard().await;
}

/// One who writes and one who reads, in a room of theirs.
struct Pair {
    number: usize,
    writer: Member,
    reader: Member,
    /// The reader's device.
    device: String,
    room: String,
    steps: usize,
    since: Option<String>,
    /// The numbers of the messages to the device, as they were told.
    heard: Vec<u64>,
    keys: BTreeSet<String>,
    /// Messages, each with its reaction.
    said: Vec<(String, String)>,
}

impl Pair {
    async fn meet(server: &Server, number: usize) -> Self {
        let mut writer = Member::register(&server.address(), &format!("writer{number}")).await;
        let mut reader = Member::register(&server.address(), &format!("reader{number}")).await;
        let room = writer.create_room().await;
        reader.join(&room).await;
        let device = text(&reader.read("/account/whoami").await, "device_id");
        let (since, heard, keys, said) = (None, Vec::new(), BTreeSet::new(), Vec::new());
        Self { number, writer, reader, device, room, steps: 0, since, heard, keys, said }
    }

    async fn go_on(mut self, stop: watch::Receiver<bool>, done: watch::Sender<u64>) -> Self {
        while !*stop.borrow() {
            self.step().await;
            done.send_modify(|steps| *steps += 1);
        }
        self
    }

    async fn step(&mut self) {
        let (step, me, device) = (self.steps, self.reader.user_id.clone(), self.device.clone());
        let note = json!({ "messages": { &me: { &device: { "n": step } } } });
        let note = Request::put(format!("/sendToDevice/test.note/n{step}"), note);
        insist(&mut self.writer, &note, &[200]).await;
        self.listen().await;

        let name = format!("signed_curve25519:K{step}");
        let upload = json!({ "one_time_keys": { &name: { "key": name, "signatures": {} } } });
        insist(&mut self.reader, &Request::post("/keys/upload", upload), &[200]).await;
        let claim = json!({ "one_time_keys": { &me: { &device: "signed_curve25519" } } });
        if let Ok(answer) = self.writer.call(&Request::post("/keys/claim", claim)).await {
            let given = answer.body["one_time_keys"][&me][&device].as_object().into_iter().flatten();
            for (name, _) in given {
                assert!(self.keys.insert(name.clone()), "{name} was given twice");
            }
        }

        let message = Request::message(&self.room, &format!("m{step}"), "a message");
        let said = text(&insist(&mut self.writer, &message, &[200]).await, "event_id");
        let reaction = json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": said, "key": "+" } });
        let reaction = Request::put(format!("/rooms/{}/send/m.reaction/r{step}", self.room), reaction);
        let reacted = text(&insist(&mut self.reader, &reaction, &[200]).await, "event_id");
        self.said.push((said, reacted));

        // The second attempt finds the address taken by the first, whose answer was lost.
        let named = Request::put(self.address(step), json!({ "room_id": self.room }));
        insist(&mut self.writer, &named, &[200, 409]).await;
        self.steps += 1;
    }

    fn address(&self, step: usize) -> String {
        format!("/directory/room/%23p{}n{step}:{}", self.number, self.writer.server_name())
    }

    /// One sync; what came of it is known only if there is an answer.
    async fn listen(&mut self) -> bool {
        let since = self.since.as_ref().map_or_else(String::new, |since| format!("&since={since}"));
        let Ok(answer) = self.reader.get(&format!("/sync?timeout=0{since}")).await else { return true };
        if answer.status != 200 {
            return true;
        }
        self.since = Some(text(&answer.body, "next_batch"));
        let told = list(&answer.body["to_device"]["events"]).iter();
        let before = self.heard.len();
        self.heard.extend(told.map(|event| event["content"]["n"].as_u64().expect("a number")));
        self.heard.len() > before
    }

    async fn check(&mut self) {
        while self.listen().await {}
        let all: Vec<u64> = (0..self.steps as u64).collect();
        assert_eq!(self.heard, all, "what {} was told of", self.reader.user_id);
        let history = self.writer.history(&self.room).await;
        let of = |event: &&Value| event["type"] == "m.reaction";
        let reactions: Vec<(String, String)> = history
            .iter()
            .filter(of)
            .map(|event| (text(&event["content"]["m.relates_to"], "event_id"), text(event, "event_id")))
            .collect();
        assert_eq!(reactions, self.said, "the reactions of {}", self.reader.user_id);
        for step in 0..self.steps {
            let found = self.reader.read(&self.address(step)).await;
            assert_eq!(found["room_id"], self.room.as_str(), "{}", self.address(step));
        }
    }
}

/// Asks until there is an answer, which must be one of these.
async fn insist(member: &mut Member, request: &Request, expected: &[u16]) -> Value {
    loop {
        match member.call(request).await {
            Ok(answer) => {
                assert!(expected.contains(&answer.status), "{}: {} {}", request.path, answer.status, answer.body);
                return answer.body;
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}
