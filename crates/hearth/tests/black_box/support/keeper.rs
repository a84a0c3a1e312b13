//! A member who keeps numbers in every place that the server has for one's own things, and hears of them by sync.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    actor::Actor,
    member::{Member, Request, list, text},
    talker::Outcome,
};

/// Every so many turns one sync: a number that has nothing in common with that of the places, so that each has its turn.
const LISTEN_EVERY: u64 = 7;
/// A key of a backup takes another's place where it reads further back.
const FIRST_INDEX: u64 = 1_000_000;
const KIND: &str = "org.hearth.test.number";
const DEHYDRATED: &str = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device";

/// A place that holds one number.
struct Drawer {
    put: Box<dyn Fn(u64) -> Request + Send + Sync>,
    /// Where it is read.
    path: String,
    /// Where the number stands in what is read.
    at: &'static str,
    acknowledged: u64,
    tried: u64,
}

impl Drawer {
    fn new(path: impl Into<String>, at: &'static str, put: impl Fn(u64) -> Request + Send + Sync + 'static) -> Self {
        Self { put: Box::new(put), path: path.into(), at, acknowledged: 0, tried: 0 }
    }

    /// One that is read where it is written.
    fn plain(path: String, at: &'static str, content: fn(u64) -> Value) -> Self {
        let there = path.clone();
        Self::new(path, at, move |number| Request::put(there.clone(), content(number)))
    }
}

pub(crate) struct Keeper {
    member: Member,
    room: String,
    drawers: Vec<Drawer>,
    turn: u64,
    since: Option<String>,
    /// The newest that syncs have told, by the room or "".
    heard: BTreeMap<String, u64>,
}

impl Keeper {
    pub(crate) async fn new(mut member: Member) -> Self {
        let room = member.create_room().await;
        let backup = json!({ "algorithm": "m.megolm_backup.v1.curve25519-aes-sha2", "auth_data": {} });
        let version = text(&member.done(&Request::post("/room_keys/version", backup)).await, "version");
        let id = &member.user_id;
        let number = |number: u64| json!({ "number": number.to_string() });
        let tags = format!("/user/{id}/rooms/{room}/tags");
        let (tag, owner) = (format!("{tags}/u.number"), id.clone());
        let drawers = vec![
            Drawer::plain(format!("/user/{id}/account_data/{KIND}"), "/number", number),
            Drawer::plain(format!("/user/{id}/rooms/{room}/account_data/{KIND}"), "/number", number),
            Drawer::plain(
                format!("/room_keys/keys/{room}/session?version={version}"),
                "/session_data/number",
                |number| {
                    json!({
                        "first_message_index": FIRST_INDEX - number, "forwarded_count": 0, "is_verified": true,
                        "session_data": { "number": number.to_string() },
                    })
                },
            ),
            Drawer::plain(
                "/pushrules/global/content/number".into(),
                "/pattern",
                |number| json!({ "pattern": number.to_string(), "actions": ["notify"] }),
            ),
            Drawer::plain(
                format!("/profile/{id}/displayname"),
                "/displayname",
                |number| json!({ "displayname": number.to_string() }),
            ),
            Drawer::new(tags, "/tags/u.number/number", move |number| {
                Request::put(tag.clone(), json!({ "number": number.to_string() }))
            }),
            Drawer::new("/pushers", "/pushers/0/device_display_name", |number| {
                Request::post("/pushers/set", pusher(number))
            }),
            Drawer::new(DEHYDRATED, "/device_data/number", move |number| {
                Request::put(DEHYDRATED, asleep(&owner, number))
            }),
        ];
        Self { member, room, drawers, turn: 0, since: None, heard: BTreeMap::new() }
    }

    async fn change(&mut self) -> Outcome {
        let at = usize::try_from(self.turn).expect("a small number") % self.drawers.len();
        let drawer = &mut self.drawers[at];
        drawer.tried += 1;
        let request = (drawer.put)(drawer.tried);
        match Outcome::of(self.member.call(&request).await) {
            Ok(_) => drawer.acknowledged = drawer.tried,
            Err(outcome) => return outcome,
        }
        Outcome::Acknowledged
    }

    async fn listen(&mut self) -> Outcome {
        let answer = match Outcome::of(self.member.sync(self.since.as_deref()).await) {
            Ok(answer) => answer,
            Err(outcome) => return outcome,
        };
        let of_room = &answer["rooms"]["join"][&self.room]["account_data"];
        for (place, told) in [("", &answer["account_data"]), (self.room.as_str(), of_room)] {
            let event = list(&told["events"]).iter().find(|event| event["type"] == KIND);
            if let Some(event) = event {
                self.heard.insert(place.to_owned(), number(&event["content"], "/number"));
            }
        }
        self.since = Some(text(&answer, "next_batch"));
        Outcome::Acknowledged
    }

    /// Each place holds what was acknowledged, or a later number whose answer was lost; and syncs have told of it. A device that
    /// sleeps has taken the place of the one before.
    pub(crate) async fn check(&mut self) {
        let mut held = Vec::new();
        for drawer in &self.drawers {
            if drawer.acknowledged == 0 {
                held.push(None);
                continue;
            }
            let found = number(&self.member.read(&drawer.path).await, drawer.at);
            let may_be = drawer.acknowledged..=drawer.tried;
            assert!(may_be.contains(&found), "{} holds {found}, not one of {may_be:?}", drawer.path);
            held.push(Some(found));
        }
        assert!(matches!(self.listen().await, Outcome::Acknowledged), "a sync of {}", self.member.user_id);
        for (place, held) in ["", &self.room].into_iter().zip(held) {
            assert!(held.is_none() || self.heard.get(place).copied() == held, "what syncs told: {:?}", self.heard);
        }
        let devices = self.member.read("/devices").await;
        let asleep =
            list(&devices["devices"]).iter().filter(|device| device["device_id"] != self.member.device_id.as_str());
        assert!(asleep.count() <= 1, "more than one device sleeps: {devices}");
    }
}

impl Actor for Keeper {
    async fn go_on(&mut self) -> Outcome {
        self.turn += 1;
        if self.turn.is_multiple_of(LISTEN_EVERY) { self.listen().await } else { self.change().await }
    }
}

/// Nobody writes to who has it, so that its gateway is never asked.
fn pusher(number: u64) -> Value {
    json!({
        "kind": "http", "app_id": "org.hearth.test", "pushkey": "key", "app_display_name": "Test",
        "device_display_name": number.to_string(), "lang": "en",
        "data": { "url": "https://push.test/_matrix/push/v1/notify" },
    })
}

/// A device that nobody is signed in on.
fn asleep(owner: &str, number: u64) -> Value {
    let device = format!("asleep{number}");
    let keys = json!({ format!("ed25519:{device}"): "key" });
    json!({
        "device_id": device, "device_data": { "algorithm": "org.hearth.test", "number": number.to_string() },
        "device_keys": { "user_id": owner, "device_id": device, "algorithms": [], "keys": keys, "signatures": {} },
    })
}

fn number(content: &Value, at: &str) -> u64 {
    let number = content.pointer(at).and_then(Value::as_str).and_then(|number| number.parse().ok());
    number.unwrap_or_else(|| panic!("no number at {at} in {content}"))
}
