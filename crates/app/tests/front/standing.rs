//! What somebody may do by what they are to a room: every route that takes a room's id, with a room, a message, people and
//! keys that there are. The room is by invitation, and its history is for those who were in it then.

use std::collections::BTreeSet;

use hearth_http::Route;
use hearth_store::testing::sqlite_place;
use serde_json::{Value, json};

use crate::{
    access::{filled, routes},
    support::{Member, Server, fresh, text},
};

/// What somebody is to a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Stranger,
    Invited,
    Left,
    Kicked,
    Banned,
    Member,
    Moderator,
    Creator,
}

const EVERYBODY: [Standing; 8] = [
    Standing::Stranger,
    Standing::Invited,
    Standing::Left,
    Standing::Kicked,
    Standing::Banned,
    Standing::Member,
    Standing::Moderator,
    Standing::Creator,
];

/// Status and code; no code where somebody is let in.
type Told = (u16, &'static str);

const YES: Told = (200, "");
const NO: Told = (403, "M_FORBIDDEN");
/// Who may not see it is told that there is none.
const NONE: Told = (404, "M_NOT_FOUND");
/// Who has not left cannot forget.
const HERE: Told = (400, "M_UNKNOWN");

/// Routes that let the same people in.
struct Class {
    /// By standing, in the order of `EVERYBODY`.
    told: [Told; 8],
    /// Whether nobody is what they were once somebody is let in.
    changes: bool,
    routes: &'static [&'static str],
}

const CLASSES: &[Class] = &[
    // One's own, or open to anybody.
    Class {
        told: [YES; 8],
        changes: false,
        routes: &[
            "GET /directory/list/room/{room_id}",
            "POST /rooms/{room_id}/report",
            "GET /user/{user_id}/rooms/{room_id}/account_data/{event_type}",
            "PUT /user/{user_id}/rooms/{room_id}/account_data/{event_type}",
            "GET /user/{user_id}/rooms/{room_id}/tags",
            "PUT /user/{user_id}/rooms/{room_id}/tags/{tag}",
            "DELETE /user/{user_id}/rooms/{room_id}/tags/{tag}",
            "GET /room_keys/keys/{room_id}",
            "PUT /room_keys/keys/{room_id}",
            "DELETE /room_keys/keys/{room_id}",
            "GET /room_keys/keys/{room_id}/{session_id}",
            "PUT /room_keys/keys/{room_id}/{session_id}",
            "DELETE /room_keys/keys/{room_id}/{session_id}",
        ],
    },
    // Reading, for who is or was in the room.
    Class {
        told: [NO, NO, YES, YES, YES, YES, YES, YES],
        changes: false,
        routes: &[
            "GET /rooms/{room_id}/messages",
            "GET /rooms/{room_id}/initialSync",
            "GET /rooms/{room_id}/members",
            "GET /rooms/{room_id}/state",
            "GET /rooms/{room_id}/state/{event_type}",
            "GET /rooms/{room_id}/state/{event_type}/",
            "GET /rooms/{room_id}/state/{event_type}/{state_key}",
            "GET /rooms/{room_id}/threads",
            "GET /rooms/{room_id}/timestamp_to_event",
        ],
    },
    // One message, for who was there.
    Class {
        told: [NONE, NONE, YES, YES, YES, YES, YES, YES],
        changes: false,
        routes: &[
            "GET /rooms/{room_id}/context/{event_id}",
            "GET /rooms/{room_id}/event/{event_id}",
            "GET /rooms/{room_id}/relations/{event_id}",
            "GET /rooms/{room_id}/relations/{event_id}/{rel_type}",
            "GET /rooms/{room_id}/relations/{event_id}/{rel_type}/{event_type}",
            "POST /rooms/{room_id}/report/{event_id}",
        ],
    },
    // What being in the room is enough for.
    Class {
        told: [NO, NO, NO, NO, NO, YES, YES, YES],
        changes: false,
        routes: &[
            "GET /rooms/{room_id}/joined_members",
            "GET /rooms/{room_id}/aliases",
            "POST /rooms/{room_id}/read_markers",
            "POST /rooms/{room_id}/receipt/{receipt_type}/{event_id}",
            "PUT /rooms/{room_id}/typing/{user_id}",
            "PUT /rooms/{room_id}/send/{event_type}/{txn_id}",
            "POST /rooms/{room_id}/send/{event_type}",
        ],
    },
    // What asks for power.
    Class {
        told: [NO, NO, NO, NO, NO, NO, YES, YES],
        changes: false,
        routes: &[
            "PUT /directory/list/room/{room_id}",
            "PUT /rooms/{room_id}/state/{event_type}",
            "PUT /rooms/{room_id}/state/{event_type}/",
            "PUT /rooms/{room_id}/state/{event_type}/{state_key}",
        ],
    },
    Class {
        told: [NO, NO, NO, NO, NO, NO, YES, YES],
        changes: true,
        routes: &[
            "POST /rooms/{room_id}/invite",
            "POST /rooms/{room_id}/kick",
            "POST /rooms/{room_id}/ban",
            "POST /rooms/{room_id}/unban",
            "PUT /rooms/{room_id}/redact/{event_id}/{txn_id}",
            "POST /rooms/{room_id}/redact/{event_id}",
        ],
    },
    Class { told: [NO, NO, NO, NO, NO, NO, NO, YES], changes: true, routes: &["POST /rooms/{room_id}/upgrade"] },
    // Who may know of the room, and who may come in.
    Class {
        told: [NONE, YES, NONE, NONE, NONE, YES, YES, YES],
        changes: false,
        routes: &["GET /room_summary/{room_id_or_alias}", "GET /rooms/{room_id_or_alias}/summary"],
    },
    Class { told: [NO, YES, NO, NO, NO, YES, YES, YES], changes: false, routes: &["GET /rooms/{room_id}/hierarchy"] },
    Class {
        told: [NO, YES, NO, NO, NO, YES, YES, YES],
        changes: true,
        routes: &["POST /rooms/{room_id}/join", "POST /join/{room_id_or_alias}"],
    },
    // Nobody knocks at a room that is by invitation.
    Class { told: [NO; 8], changes: false, routes: &["POST /knock/{room_id_or_alias}"] },
    // Who is out already leaves again; who is banned or never came has nothing to leave.
    Class { told: [NO, YES, YES, YES, NO, YES, YES, YES], changes: true, routes: &["POST /rooms/{room_id}/leave"] },
    Class {
        told: [NO, HERE, YES, YES, YES, HERE, HERE, HERE],
        changes: true,
        routes: &["POST /rooms/{room_id}/forget"],
    },
];

/// What paths that take a room's id begin with, after their version.
const BEGINNINGS: [&str; 7] =
    ["/user/{", "/rooms/{", "/join/{", "/knock/{", "/room_summary/{", "/directory/list/room/{", "/room_keys/keys/{"];

/// A route without its version: all versions of one let the same people in.
fn name(route: &Route) -> String {
    let begins = BEGINNINGS.into_iter().filter_map(|beginning| route.path.find(beginning)).min();
    format!("{} {}", route.method, &route.path[begins.unwrap_or(0)..])
}

/// A type of event, of state and of account data.
const KIND: &str = "org.example.thing";

/// A room with somebody who is something to it.
struct Scene {
    who: Member,
    room: String,
    message: String,
    backup: String,
    /// The ids of people whom something can be done to.
    inside: String,
    banned: String,
    outside: String,
}

impl Scene {
    async fn new(server: &Server, standing: Standing) -> Self {
        let names = ["who", "founder", "inside", "banned", "outside"].map(|name| format!("{name}{}", fresh()));
        let [who, founder, inside, banned, outside] = server.members(names.each_ref().map(|name| name.as_str())).await;
        let creator = if standing == Standing::Creator { &who } else { &founder };
        let powers = if standing == Standing::Moderator { json!({ who.id.as_str(): 50 }) } else { json!({}) };
        let state = [
            json!({ "type": "m.room.history_visibility", "content": { "history_visibility": "joined" } }),
            json!({ "type": KIND, "state_key": "", "content": {} }),
            json!({ "type": KIND, "state_key": "key", "content": {} }),
        ];
        let body = json!({
            "room_version": "12",
            "initial_state": state,
            "power_level_content_override": { "invite": 50, "users": powers },
        });
        let room = creator.room_with(body, &[&inside]).await;
        creator.remove("ban", &room, &banned).await.ok();
        if !matches!(standing, Standing::Stranger | Standing::Invited | Standing::Creator) {
            creator.invite(&room, &who).await.ok();
            who.join(&room).await.ok();
        }
        let message = creator.say(&room, "hello").await;
        match standing {
            Standing::Invited => drop(creator.invite(&room, &who).await.ok()),
            Standing::Left => drop(who.leave(&room).await.ok()),
            Standing::Kicked => drop(creator.remove("kick", &room, &who).await.ok()),
            Standing::Banned => drop(creator.remove("ban", &room, &who).await.ok()),
            Standing::Stranger | Standing::Member | Standing::Moderator | Standing::Creator => {}
        }
        who.set_data(Some(&room), KIND, json!({})).await.ok();
        let backup = json!({ "algorithm": "m.megolm_backup.v1", "auth_data": {} });
        let backup = text(&who.post("/room_keys/version", backup).await.ok()["version"]);
        who.put(&format!("/room_keys/keys/{room}/session?version={backup}"), key()).await.ok();
        Self { who, room, message, backup, inside: inside.id, banned: banned.id, outside: outside.id }
    }

    fn path(&self, route: &Route) -> String {
        let part = |part: &str| match part {
            "room_id" | "room_id_or_alias" => self.room.clone(),
            "event_id" => self.message.clone(),
            "user_id" => self.who.id.clone(),
            "event_type" => KIND.to_owned(),
            "state_key" => "key".to_owned(),
            "receipt_type" => "m.read".to_owned(),
            "rel_type" => "m.annotation".to_owned(),
            "session_id" => "session".to_owned(),
            "tag" => "u.work".to_owned(),
            "txn_id" => fresh(),
            other => panic!("{}: what {other} there is has to be said here", route.path),
        };
        format!("{}?dir=f&ts=0&version={}", filled(route, part), self.backup)
    }

    /// What any of the routes takes.
    fn body(&self, route: &Route) -> Value {
        let whom = match route.path.rsplit('/').next() {
            Some("invite") => &self.outside,
            Some("unban") => &self.banned,
            _ => &self.inside,
        };
        let mut body = key();
        for (name, value) in [
            ("user_id", json!(whom)),
            ("reason", json!("because")),
            ("typing", json!(true)),
            ("visibility", json!("private")),
            ("new_version", json!("12")),
            ("m.read", json!(self.message)),
            ("sessions", json!({ "session": key() })),
        ] {
            body[name] = value;
        }
        body
    }
}

/// A key of a room, as a backup keeps it.
fn key() -> Value {
    json!({ "first_message_index": 0, "forwarded_count": 0, "is_verified": false, "session_data": {} })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_is_to_a_room_decides_what_they_may_do_with_it() {
    let server = Server::open(sqlite_place()).await;
    let routes: Vec<Route> = routes(&server).into_iter().filter(|route| route.path.contains("{room_id")).collect();
    let mut tried = BTreeSet::new();
    for (at, standing) in EVERYBODY.into_iter().enumerate() {
        let mut scene = Scene::new(&server, standing).await;
        for route in &routes {
            let name = name(route);
            let class = CLASSES.iter().find(|class| class.routes.contains(&name.as_str()));
            let class = class.unwrap_or_else(|| panic!("{name}: who may take it has to be said here"));
            let path = scene.path(route);
            let answer = scene.who.door.send(route.method.as_str(), &path, scene.body(route).to_string()).await;
            let what = format!("{standing:?}: {} {path}: {}", route.method, answer.text);
            assert_eq!(answer.refusal(), class.told[at], "{what}");
            if class.changes && answer.status == 200 {
                scene = Scene::new(&server, standing).await;
            }
            tried.insert(name);
        }
    }
    let classed: BTreeSet<String> =
        CLASSES.iter().flat_map(|class| class.routes).map(|name| (*name).to_owned()).collect();
    assert_eq!(tried, classed);
    server.close().await;
}
