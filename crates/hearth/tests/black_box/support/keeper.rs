//! A member who keeps numbers in every place that the server has for one's own things, and hears of them by sync.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    actor::Actor,
    member::{Member, Request, list, text},
    talker::Outcome,
};

/// Every so many turns one sync: a number that has nothing in common with that of the places, so that each has its turn.
const LISTEN_EVERY: u64 = 6;
/// A key of a backup takes another's place where it reads further back.
const FIRST_INDEX: u64 = 1_000_000;
const KIND: &str = "org.hearth.test.number";

/// A place that holds one number.
struct Drawer {
    path: String,
    content: fn(u64) -> Value,
    /// Where the number stands in what is read.
    at: &'static str,
    acknowledged: u64,
    tried: u64,
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
        let drawer = |path, at, content| Drawer { path, content, at, acknowledged: 0, tried: 0 };
        let number = |number: u64| json!({ "number": number.to_string() });
        let drawers = vec![
            drawer(format!("/user/{id}/account_data/{KIND}"), "/number", number),
            drawer(format!("/user/{id}/rooms/{room}/account_data/{KIND}"), "/number", number),
            drawer(format!("/room_keys/keys/{room}/session?version={version}"), "/session_data/number", |number| {
                json!({
                    "first_message_index": FIRST_INDEX - number, "forwarded_count": 0, "is_verified": true,
                    "session_data": { "number": number.to_string() },
                })
            }),
            drawer(
                "/pushrules/global/content/number".into(),
                "/pattern",
                |number| json!({ "pattern": number.to_string(), "actions": ["notify"] }),
            ),
            drawer(
                format!("/profile/{id}/displayname"),
                "/displayname",
                |number| json!({ "displayname": number.to_string() }),
            ),
        ];
        Self { member, room, drawers, turn: 0, since: None, heard: BTreeMap::new() }
    }

    async fn change(&mut self) -> Outcome {
        let at = usize::try_from(self.turn).expect("a small number") % self.drawers.len();
        let drawer = &mut self.drawers[at];
        drawer.tried += 1;
        let request = Request::put(drawer.path.clone(), (drawer.content)(drawer.tried));
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

    /// Each place holds what was acknowledged, or a later number whose answer was lost; and syncs have told of it.
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
    }
}

impl Actor for Keeper {
    async fn go_on(&mut self) -> Outcome {
        self.turn += 1;
        if self.turn.is_multiple_of(LISTEN_EVERY) { self.listen().await } else { self.change().await }
    }
}

fn number(content: &Value, at: &str) -> u64 {
    let number = content.pointer(at).and_then(Value::as_str).and_then(|number| number.parse().ok());
    number.unwrap_or_else(|| panic!("no number at {at} in {content}"))
}
