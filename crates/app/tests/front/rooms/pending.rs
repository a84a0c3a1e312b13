//! What is written and not yet on disk: answers that rest on it wait for it, and hold only if it does.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use hearth_http::testing::Answer;
use hearth_store::{
    Fault, Faults,
    testing::{TestPlace, in_leaps},
};
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::support::{Member, PASSWORD, Server, bodies, fresh, message};

/// Time leaps to the end of a held commit when all others wait.
const HELD: Duration = Duration::from_secs(1);

/// What becomes of the next commits, each of which is held; those behind them go through at once.
#[derive(Default)]
struct Planted(Mutex<VecDeque<Fault>>);

impl Faults for Planted {
    fn next(&self) -> (Duration, Fault) {
        self.0.lock().pop_front().map_or((Duration::ZERO, Fault::None), |fault| (HELD, fault))
    }
}

impl Planted {
    fn plant(&self, fault: Fault) {
        self.0.lock().push_back(fault);
    }

    /// Until the commit that it was planted for has begun.
    async fn is_met(&self) {
        while !self.0.lock().is_empty() {
            tokio::task::yield_now().await;
        }
    }
}

/// A server, and what breaks its commits.
async fn planted(place: TestPlace) -> (Server, Arc<Planted>) {
    let planted = Arc::new(Planted::default());
    (Server::open_with_faults(place, planted.clone()).await, planted)
}

/// What becomes of `act` while its commit is held, and of what is done once that has begun.
async fn beside<A, B>(
    planted: &Planted,
    fault: Fault,
    act: impl Future<Output = A>,
    meanwhile: impl Future<Output = B>,
) -> (A, B) {
    planted.plant(fault);
    let meanwhile = async {
        planted.is_met().await;
        meanwhile.await
    };
    tokio::join!(act, meanwhile)
}

/// What becomes of `act` while its commit is held, and of what a member says meanwhile, with the time that they waited.
async fn while_held(
    planted: &Planted,
    fault: Fault,
    act: impl Future<Output = Answer>,
    (speaker, room): (&Member, &str),
) -> (Answer, Answer, Duration) {
    let path = format!("/rooms/{room}/send/m.room.message/{}", fresh());
    let speaking = async {
        let began = Instant::now();
        let said = speaker.put(&path, message("still here")).await;
        (said, began.elapsed())
    };
    let (acted, (said, waited)) = beside(planted, fault, act, speaking).await;
    (acted, said, waited)
}

async fn said_in(reader: &Member, room: &str) -> Vec<String> {
    bodies(&Value::from(reader.history(room, None, 50).await))
}

#[test]
fn a_kick_that_never_was_refuses_nobody() {
    in_leaps(|place| async {
        let (server, planted) = planted(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        for fault in [Fault::Fails, Fault::Vanishes] {
            let room = alice.room_with(json!({}), &[&bob]).await;
            let kick = alice.remove("kick", &room, &bob);
            let (kicked, said, waited) = while_held(&planted, fault, kick, (&bob, &room)).await;
            assert_eq!(kicked.status, 503, "{fault:?}: {}", kicked.text);
            said.ok();
            assert!(waited >= HELD, "{fault:?}: answered before it was known");
            assert_eq!(said_in(&bob, &room).await, ["still here"], "{fault:?}");
            alice.remove("kick", &room, &bob).await.ok();
            let refused = bob.put(&format!("/rooms/{room}/send/m.room.message/late"), message("late")).await;
            assert_eq!(refused.refusal(), (403, "M_FORBIDDEN"), "{fault:?}: on disk it counts");
        }
        server.close().await;
    });
}

#[test]
fn who_is_kicked_is_refused_once_the_kick_is_on_disk() {
    in_leaps(|place| async {
        let (server, planted) = planted(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        for fault in [Fault::None, Fault::AnswerLost] {
            let room = alice.room_with(json!({}), &[&bob]).await;
            let kick = alice.remove("kick", &room, &bob);
            let (kicked, said, waited) = while_held(&planted, fault, kick, (&bob, &room)).await;
            kicked.ok();
            assert_eq!(said.refusal(), (403, "M_FORBIDDEN"), "{fault:?}");
            assert!(waited >= HELD, "{fault:?}: refused for what was not on disk");
            assert_eq!(said_in(&alice, &room).await, Vec::<String>::new(), "{fault:?}");
        }
        server.close().await;
    });
}

#[test]
fn what_is_said_behind_a_change_that_fails_is_said_without_it() {
    in_leaps(|place| async {
        let (server, planted) = planted(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({}), &[&bob]).await;
        let (before, topic) = (alice.history(&room, None, 50).await.len(), json!({ "topic": "never set" }));
        let change = alice.set(&room, "m.room.topic", "", topic);
        let (changed, said, waited) = while_held(&planted, Fault::Fails, change, (&bob, &room)).await;
        assert_eq!(changed.status, 503, "{}", changed.text);
        said.ok();
        assert!(waited >= HELD, "acknowledged before it was on disk");
        assert_eq!(alice.history(&room, None, 50).await.len(), before + 1);
        assert_eq!(said_in(&alice, &room).await, ["still here"]);
        let topic = alice.get(&format!("/rooms/{room}/state/m.room.topic")).await;
        assert_eq!(topic.refusal(), (404, "M_NOT_FOUND"));
        server.close().await;
    });
}

#[test]
fn a_room_with_a_pending_write_is_not_let_go() {
    in_leaps(|place| async {
        let (server, planted) = planted(place).await;
        let alice = server.member("alice").await;
        let (idle, busy) = (alice.create(json!({})).await, alice.create(json!({})).await);
        let let_go = || server.app.matrix.rooms.let_go_beyond(0);
        let looking_on = async { let_go() };
        let (said, gone) = beside(&planted, Fault::None, alice.say(&busy, "hello"), looking_on).await;
        assert_eq!(gone, [idle.as_str()]);
        assert_eq!(let_go(), [busy.as_str()], "nothing is pending any more");
        let event = alice.event(&busy, &said).await.ok();
        assert_eq!(event["content"]["body"], "hello");

        // Whoever hangs up leaves the write behind, and the room stays for it.
        planted.plant(Fault::None);
        let path = format!("/rooms/{busy}/send/m.room.message/given-up");
        tokio::select! {
            biased;
            early = alice.put(&path, message("given up")) => panic!("it is held: {}", early.text),
            () = planted.is_met() => {}
        }
        assert_eq!(let_go(), Vec::<String>::new());
        alice.say(&busy, "behind it").await;
        assert_eq!(said_in(&alice, &busy).await, ["hello", "given up", "behind it"]);
        server.close().await;
    });
}

/// It was let in before the end was on disk, so that the commit alone knows.
#[test]
fn what_a_device_does_while_it_is_signed_out_leaves_nothing() {
    in_leaps(|place| async {
        let (server, planted) = planted(place).await;
        let alice = server.member("alice").await;
        let lost = server.another_device(&alice).await;
        let keys = json!({ "one_time_keys": { "signed_curve25519:A": { "key": "A", "signatures": {} } } });
        let pusher = json!({
            "kind": "http", "app_id": "org.test", "pushkey": "key", "app_display_name": "App", "lang": "en",
            "device_display_name": "Phone", "data": { "url": "https://push.test/_matrix/push/v1/notify" },
        });
        let meanwhile = async { tokio::join!(lost.post("/keys/upload", keys), lost.post("/pushers/set", pusher)) };
        let (out, (uploaded, set)) = beside(&planted, Fault::None, lost.post("/logout", json!({})), meanwhile).await;
        out.ok();
        for late in [uploaded, set] {
            assert_eq!(late.refusal(), (401, "M_UNKNOWN_TOKEN"));
        }
        for table in ["keys_one_time", "push_pusher"] {
            assert!(server.rows(&format!("SELECT user_id FROM {table}")).await.is_empty(), "{table}");
        }
        server.close().await;
    });
}

#[test]
fn what_a_member_does_while_their_account_ends_leaves_nothing() {
    in_leaps(|place| async {
        let (server, planted) = planted(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.create(json!({ "preset": "public_chat" })).await;
        let auth = json!({ "type": "m.login.password", "user": "bob", "password": PASSWORD });
        let (profile, data) = (format!("/profile/{}/m.tz", bob.id), format!("/user/{}/account_data/org.test", bob.id));
        let meanwhile = async {
            tokio::join!(
                bob.put(&profile, json!({ "m.tz": "Europe/Paris" })),
                bob.put(&data, json!({ "kept": true })),
                bob.join(&room),
            )
        };
        let ending = bob.post("/account/deactivate", json!({ "auth": auth }));
        let (ended, (shown, kept, joined)) = beside(&planted, Fault::None, ending, meanwhile).await;
        ended.ok();
        for late in [shown, kept] {
            assert!(!late.status.is_success(), "{}", late.text);
        }
        joined.ok();
        for table in ["accounts_profile", "accounts_data"] {
            let rows = server.rows(&format!("SELECT user_id FROM {table} WHERE user_id = '{}'", bob.id)).await;
            assert!(rows.is_empty(), "{table}: {rows:?}");
        }
        // Nobody has listened so far.
        let server = server.restart().await;
        let alice = server.back(&alice);
        while alice.get(&format!("/rooms/{room}/state/m.room.member/{}", bob.id)).await.ok()["membership"] != "leave" {
            tokio::time::sleep(HELD).await;
        }
        server.close().await;
    });
}

#[test]
fn a_room_whose_maker_hung_up_is_whole_or_not_there() {
    in_leaps(|place| async {
        let (server, planted) = planted(place).await;
        let alice = server.member("alice").await;
        for (fault, made) in [(Fault::None, 1), (Fault::Fails, 1)] {
            planted.plant(fault);
            tokio::select! {
                biased;
                early = alice.post("/createRoom", json!({ "name": "given up" })) => panic!("it is held: {}", early.text),
                () = planted.is_met() => {}
            }
            tokio::time::sleep(2 * HELD).await;
            let joined = alice.get("/joined_rooms").await.ok()["joined_rooms"].clone();
            assert_eq!(joined.as_array().map(Vec::len), Some(made), "{fault:?}");
            for room in joined.as_array().into_iter().flatten().filter_map(Value::as_str) {
                alice.say(room, "hello").await;
            }
            assert_eq!(server.app.matrix.rooms.let_go_beyond(0).len(), made, "{fault:?}: nothing hollow is left");
        }
        server.close().await;
    });
}
