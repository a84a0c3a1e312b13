//! What a reader who comes back again and again puts together is what one reads who comes once.

use std::collections::{BTreeMap, BTreeSet};

use hearth_store::testing::{TestPlace, on_both, sqlite_place};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::{Value, json};

use crate::{
    support::{Member, Server},
    sync::reader::{Reader, Way},
};

const MEMBERS: usize = 3;
const ROOMS: usize = 3;
/// The member whose devices read.
const READER: usize = 2;

/// One thing that happens. Numbers name members and rooms; what the rules refuse does not happen.
#[derive(Clone, Debug)]
enum Step {
    Say {
        who: usize,
        room: usize,
    },
    Set {
        who: usize,
        room: usize,
        key: usize,
    },
    Join {
        who: usize,
        room: usize,
    },
    Leave {
        who: usize,
        room: usize,
    },
    /// Invite, kick, ban or unban.
    Decide {
        who: usize,
        room: usize,
        verb: usize,
        whom: usize,
    },
    Read {
        who: usize,
        room: usize,
        back: usize,
        private: bool,
    },
    Type {
        who: usize,
        room: usize,
        typing: bool,
    },
    Redact {
        who: usize,
        room: usize,
        back: usize,
    },
    Note {
        who: usize,
        room: Option<usize>,
        kind: usize,
    },
    Poll {
        limit: u8,
    },
    Restart,
}

fn steps(length: usize) -> impl Strategy<Value = Vec<Step>> {
    let (who, room) = (0..MEMBERS, 0..ROOMS);
    let place = move || (who.clone(), room.clone());
    let step = prop_oneof![
        60 => place().prop_map(|(who, room)| Step::Say { who, room }),
        20 => (place(), 0..3_usize).prop_map(|((who, room), key)| Step::Set { who, room, key }),
        16 => place().prop_map(|(who, room)| Step::Join { who, room }),
        8 => place().prop_map(|(who, room)| Step::Leave { who, room }),
        14 => (place(), 0..5_usize, 0..MEMBERS).prop_map(|((who, room), verb, whom)| Step::Decide { who, room, verb, whom }),
        14 => (place(), 0..6_usize, any::<bool>()).prop_map(|((who, room), back, private)| Step::Read { who, room, back, private }),
        10 => (place(), any::<bool>()).prop_map(|((who, room), typing)| Step::Type { who, room, typing }),
        10 => (place(), 0..6_usize).prop_map(|((who, room), back)| Step::Redact { who, room, back }),
        8 => (place(), any::<bool>(), 0..2_usize)
            .prop_map(|((who, room), own, kind)| Step::Note { who, room: (!own).then_some(room), kind }),
        30 => (1..20_u8).prop_map(|limit| Step::Poll { limit }),
        1 => Just(Step::Restart),
    ];
    proptest::collection::vec(step, length)
}

/// A small community, and one reader's devices, each of which reads in its own way.
struct World {
    server: Server,
    members: Vec<Member>,
    rooms: Vec<String>,
    readers: Vec<Reader>,
    said: BTreeMap<usize, Vec<String>>,
    /// The rooms that the reader is in.
    inside: BTreeSet<usize>,
}

impl World {
    async fn new(place: TestPlace) -> Self {
        let server = Server::open(place).await;
        let members = server.members(["alice", "bob", "carol"]).await.to_vec();
        let mut rooms = Vec::new();
        for (at, version) in ["10", "11", "12"].into_iter().enumerate() {
            // Levels that let members remove each other, so that much happens.
            let levels = json!({ "kick": 0, "ban": 0, "state_default": 0, "redact": 0 });
            let creation =
                json!({ "preset": "public_chat", "room_version": version, "power_level_content_override": levels });
            rooms.push(members[at].create(creation).await);
        }
        let mut readers = Vec::new();
        for way in Way::ALL {
            readers.push(Reader::new(server.another_device(&members[READER]).await, way));
        }
        let mut world =
            Self { server, members, rooms, readers, said: BTreeMap::new(), inside: BTreeSet::from([READER]) };
        world.poll(10).await;
        world
    }

    async fn take(&mut self, step: Step) {
        match step {
            Step::Say { who, room } => {
                let (path, body) = (
                    format!("send/m.room.message/{}", crate::support::fresh()),
                    json!({ "msgtype": "m.text", "body": "said" }),
                );
                let sent = self.members[who].put(&format!("/rooms/{}/{path}", self.rooms[room]), body).await;
                if let Some(id) = allowed(sent)["event_id"].as_str() {
                    self.said.entry(room).or_default().push(id.to_owned());
                }
            }
            Step::Set { who, room, key } => {
                let key = format!("key{key}");
                let content = json!({ "by": who, "at": self.said.len() });
                allowed(self.members[who].set(&self.rooms[room], "test.state", &key, content).await);
            }
            Step::Join { who, room } => {
                let answer = allowed(self.members[who].join(&self.rooms[room]).await);
                if who == READER && answer.get("errcode").is_none() && self.inside.insert(room) {
                    self.readers.iter_mut().for_each(|reader| reader.came.extend([self.rooms[room].clone()]));
                }
            }
            Step::Leave { who, room } => {
                let answer = allowed(self.members[who].leave(&self.rooms[room]).await);
                self.left(who, room, &answer);
            }
            Step::Decide { who, room, verb, whom } => {
                let verb = ["invite", "invite", "kick", "ban", "unban"][verb];
                let answer = allowed(self.members[who].remove(verb, &self.rooms[room], &self.members[whom]).await);
                if ["kick", "ban"].contains(&verb) {
                    self.left(whom, room, &answer);
                }
            }
            Step::Read { who, room, back, private } => {
                let kind = if private { "m.read.private" } else { "m.read" };
                if let Some(event) = self.recent(room, back) {
                    let path = format!("/rooms/{}/receipt/{kind}/{event}", self.rooms[room]);
                    allowed(self.members[who].post(&path, json!({})).await);
                }
            }
            Step::Type { who, room, typing } => drop(allowed(self.members[who].types(&self.rooms[room], typing).await)),
            Step::Redact { who, room, back } => {
                if let Some(event) = self.recent(room, back) {
                    allowed(self.members[who].redact(&self.rooms[room], &event).await);
                }
            }
            Step::Note { who, room, kind } => {
                let room = room.map(|room| self.rooms[room].as_str());
                let content = json!({ "at": self.server.app.store.position() });
                allowed(self.members[who].set_data(room, &format!("test.data{kind}"), content).await);
            }
            Step::Poll { limit } => self.poll(limit).await,
            Step::Restart => self.restart().await,
        }
    }

    fn recent(&self, room: usize, back: usize) -> Option<String> {
        self.said.get(&room)?.iter().rev().nth(back).cloned()
    }

    fn left(&mut self, who: usize, room: usize, answer: &Value) {
        if who == READER && answer.get("errcode").is_none() {
            self.inside.remove(&room);
        }
    }

    async fn poll(&mut self, limit: u8) {
        for reader in &mut self.readers {
            reader.poll(limit).await;
        }
    }

    async fn restart(&mut self) {
        let place = sqlite_place();
        let server = std::mem::replace(&mut self.server, Server::open(place).await);
        let unused = std::mem::replace(&mut self.server, server.restart().await);
        unused.close().await;
        self.members = self.members.iter().map(|member| self.server.back(member)).collect();
        for reader in &mut self.readers {
            reader.device = self.server.back(&reader.device);
        }
    }

    /// Whoever comes once must find what those have who came often.
    async fn compare(mut self) {
        self.poll(5).await;
        let whole = self.members[READER].sync_all().await;
        for reader in &self.readers {
            reader.assert_knows(&whole).await;
        }
        let found = hearth_matrix::rooms::check(&self.server.app.store).await.expect("a check");
        assert_eq!(found.faults, Vec::<String>::new());
        self.server.close().await;
    }
}

/// What the rules refuse is no fault; anything else is.
fn allowed(answer: hearth_http::testing::Answer) -> Value {
    assert!([200, 400, 403, 404].contains(&answer.status.as_u16()), "{}", answer.text);
    answer.json
}

async fn run(place: TestPlace, steps: Vec<Step>) {
    let mut world = World::new(place).await;
    for step in steps {
        world.take(step).await;
    }
    world.compare().await;
}

#[test]
fn reading_often_and_reading_once_come_to_the_same() {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12);
    let config = Config {
        cases,
        max_shrink_time: 60_000,
        max_shrink_iters: 2_000,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&steps(300), |steps| {
        on_both(|place| run(place, steps.clone()));
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn a_reader_who_comes_while_others_write_misses_nothing() {
    on_both(|place| async move {
        let mut world = World::new(place).await;
        for (who, room) in (0..MEMBERS).flat_map(|who| (0..ROOMS).map(move |room| (who, room))) {
            world.take(Step::Join { who, room }).await;
        }
        let mut writing = tokio::task::JoinSet::new();
        for member in &world.members[..READER] {
            let (member, rooms) = (member.clone(), world.rooms.clone());
            writing.spawn(async move {
                for number in 0..90 {
                    let room = &rooms[number % ROOMS];
                    match number % 5 {
                        0 => drop(member.set(room, "test.state", "key", json!({ "number": number })).await.ok()),
                        1 => drop(member.types(room, number % 2 == 0).await.ok()),
                        _ => drop(member.say(room, "said").await),
                    }
                }
            });
        }
        while !writing.is_empty() {
            world.poll(3).await;
            while let Some(done) = writing.try_join_next() {
                done.expect("a writer");
            }
        }
        world.compare().await;
    });
}
