//! Whose keys one has to look at anew: exactly when they changed, or when the first room is shared;
//! and whose no more.

use hearth_kernel::limits;
use hearth_store::{Entry, Statement, Value as Cell, testing::on_both};
use serde_json::{Value, json};

use super::{Device, claim, listed, one_time_keys};
use crate::{
    support::{Member, Server, text},
    sync::longpoll::woken_by,
};

/// A reader who follows the lists, and asks `/keys/changes` whether it tells the same.
struct Reader<'a> {
    member: &'a Member,
    since: String,
}

impl<'a> Reader<'a> {
    async fn new(member: &'a Member) -> Self {
        Self { member, since: member.token().await }
    }

    /// Who is listed as changed and as left since the last time.
    async fn news(&mut self) -> (Vec<String>, Vec<String>) {
        let answer = self.member.sync(Some(&self.since), &json!({}), "").await;
        let next = text(&answer["next_batch"]);
        let path = format!("/keys/changes?from={}&to={next}", self.since);
        let changes = json!({ "device_lists": self.member.get(&path).await.ok() });
        self.since = next;
        let both = |answer: &Value| (listed(answer, "changed"), listed(answer, "left"));
        assert_eq!(both(&answer), both(&changes), "sync and /keys/changes agree");
        both(&answer)
    }
}

fn nobody() -> (Vec<String>, Vec<String>) {
    (Vec::new(), Vec::new())
}

fn changed(members: &[&Member]) -> (Vec<String>, Vec<String>) {
    (members.iter().map(|member| member.id.clone()).collect(), Vec::new())
}

fn left(members: &[&Member]) -> (Vec<String>, Vec<String>) {
    (Vec::new(), members.iter().map(|member| member.id.clone()).collect())
}

#[test]
fn whoever_shares_a_room_hears_of_devices_that_come_change_and_go() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, stranger] = server.members(["alice", "bob", "stranger"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        let mut readers = [Reader::new(&alice).await, Reader::new(&bob).await, Reader::new(&stranger).await];
        let laptop = Device::known(&alice, 1).await;
        for (reader, expected) in readers.iter_mut().zip([changed(&[&alice]), changed(&[&alice]), nobody()]) {
            assert_eq!(reader.news().await, expected, "own changes too, and not for strangers");
        }
        let [_, bobs, _] = &mut readers;
        laptop.upload(json!({ "device_keys": laptop.keys() })).await.ok();
        assert_eq!(bobs.news().await, nobody(), "the same keys again");
        let phone = server.another_device(&alice).await;
        assert_eq!(bobs.news().await, nobody(), "a device without keys is nobody's business");
        let phone = Device::known(&phone, 2).await;
        assert_eq!(bobs.news().await, changed(&[&alice]));
        phone.put(&format!("/devices/{}", phone.id), json!({ "display_name": "Phone" })).await.ok();
        assert_eq!(bobs.news().await, changed(&[&alice]), "renamed");
        phone.post("/logout", json!({})).await.ok();
        assert_eq!(bobs.news().await, changed(&[&alice]), "signed out");
        let server = server.restart().await;
        let bob = server.back(&bob);
        let since = bobs.since.clone();
        let mut bobs = Reader { member: &bob, since };
        assert_eq!(bobs.news().await, nobody(), "nothing is told twice");
        server.close().await;
    });
}

#[test]
fn the_first_room_that_is_shared_and_the_last_one_count_and_none_between() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let open = json!({ "preset": "public_chat" });
        let (one, two) = (alice.create(open.clone()).await, alice.create(open).await);
        let (mut alices, mut bobs) = (Reader::new(&alice).await, Reader::new(&bob).await);
        bob.join(&one).await.ok();
        assert_eq!(alices.news().await, changed(&[&bob]));
        assert_eq!(bobs.news().await, changed(&[&alice]));
        bob.join(&two).await.ok();
        assert_eq!((alices.news().await, bobs.news().await), (nobody(), nobody()), "a second room");
        bob.leave(&one).await.ok();
        assert_eq!((alices.news().await, bobs.news().await), (nobody(), nobody()), "one room is left");
        alice.remove("kick", &two, &bob).await.ok();
        assert_eq!(alices.news().await, left(&[&bob]));
        assert_eq!(bobs.news().await, left(&[&alice]));
        // Between two answers somebody may come and go, or go and come.
        bob.join(&one).await.ok();
        bob.leave(&one).await.ok();
        assert_eq!((alices.news().await, bobs.news().await), (nobody(), nobody()));
        bob.join(&one).await.ok();
        assert_eq!(alices.news().await, changed(&[&bob]));
        bobs.news().await;
        bob.leave(&one).await.ok();
        bob.join(&one).await.ok();
        assert_eq!((alices.news().await, bobs.news().await), (nobody(), nobody()));
        // Another name is no coming, and who comes later is told of everybody who is there.
        bob.put(&format!("/profile/{}/displayname", bob.id), json!({ "displayname": "Bob" })).await.ok();
        assert_eq!((alices.news().await, bobs.news().await), (nobody(), nobody()));
        let mut carols = Reader::new(&carol).await;
        carol.join(&one).await.ok();
        assert_eq!(carols.news().await, changed(&[&alice, &bob]));
        assert_eq!(bobs.news().await, changed(&[&carol]));
        // Who left is not told of any more.
        bob.leave(&one).await.ok();
        assert_eq!(carols.news().await, left(&[&bob]));
        Device::known(&bob, 2).await;
        assert_eq!(carols.news().await, nobody());
        server.close().await;
    });
}

#[test]
fn who_went_and_came_back_with_other_keys_is_looked_at_anew() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        let mut alices = Reader::new(&alice).await;
        bob.leave(&room).await.ok();
        Device::known(&bob, 1).await;
        bob.join(&room).await.ok();
        assert_eq!(alices.news().await, changed(&[&bob]), "nobody here was told while he was out");
        bob.leave(&room).await.ok();
        bob.join(&room).await.ok();
        assert_eq!(alices.news().await, nobody(), "with the same keys there is nothing to look at");
        alice.leave(&room).await.ok();
        Device::known(&bob, 2).await;
        alice.join(&room).await.ok();
        assert_eq!(alices.news().await, changed(&[&bob]), "the same where the reader was out");
        bob.leave(&room).await.ok();
        Device::known(&bob, 3).await;
        bob.join(&room).await.ok();
        for number in 0..limits::ROOM_RECENT_EVENTS {
            alice.say(&room, &number.to_string()).await;
        }
        assert_eq!(alices.news().await, changed(&[&bob]), "the same where it is in memory no more");
        server.close().await;
    });
}

#[test]
fn changes_between_two_tokens_are_those_and_no_others() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        let room = alice.room_with(json!({ "preset": "public_chat" }), &[&bob]).await;
        let mut tokens = vec![alice.token().await];
        Device::known(&bob, 1).await;
        tokens.push(alice.token().await);
        carol.join(&room).await.ok();
        tokens.push(alice.token().await);
        bob.leave(&room).await.ok();
        tokens.push(alice.token().await);
        Device::known(&alice, 3).await;
        tokens.push(alice.token().await);
        let server = server.restart().await;
        let back = server.back(&alice);
        let between = async |from: usize, to: usize| {
            let answer = back.get(&format!("/keys/changes?from={}&to={}", tokens[from], tokens[to])).await.ok();
            let answer = json!({ "device_lists": answer });
            (listed(&answer, "changed"), listed(&answer, "left"))
        };
        assert_eq!(between(0, 1).await, changed(&[&bob]));
        assert_eq!(between(1, 2).await, changed(&[&carol]));
        assert_eq!(between(0, 2).await, changed(&[&bob, &carol]));
        assert_eq!(between(2, 3).await, left(&[&bob]));
        assert_eq!(between(3, 4).await, changed(&[&alice]));
        assert_eq!((between(1, 1).await, between(4, 0).await), (nobody(), nobody()));
        assert_eq!(between(0, 4).await, (vec![alice.id.clone(), carol.id.clone()], vec![bob.id.clone()]));
        for (query, code) in [("from=x&to=y", "M_INVALID_PARAM"), ("from=", "M_INVALID_PARAM"), ("", "M_INVALID_PARAM")]
        {
            assert_eq!(back.get(&format!("/keys/changes?{query}")).await.refusal(), (400, code), "{query}");
        }
        server.close().await;
    });
}

#[test]
fn a_waiting_sync_wakes_for_keys_and_a_beginning_one_is_told_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        let woken = woken_by(&bob, Device::known(&alice, 1)).await;
        assert_eq!((listed(&woken, "changed"), woken.get("rooms")), (vec![alice.id.clone()], None));
        let phone = server.another_device(&bob).await;
        assert_eq!(phone.sync(None, &json!({}), "").await.get("device_lists"), None);
        // A filter of rooms leaves out rooms, not keys.
        let since = bob.token().await;
        Device::known(&alice, 2).await;
        let answer = bob.sync(Some(&since), &json!({ "room": { "rooms": [] } }), "").await;
        assert_eq!(listed(&answer, "changed"), [alice.id.as_str()]);
        server.close().await;
    });
}

/// What was put back from a backup may have forgotten who came and which keys were given away.
#[test]
fn after_a_restore_all_keys_are_looked_at_anew_and_no_one_time_key_is_left() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        let laptop = Device::known(&alice, 1).await;
        laptop.upload(json!({ "one_time_keys": one_time_keys(&["A"]) })).await.ok();
        let since = bob.token().await;
        let mut entry = Entry::new();
        let new_epoch = "UPDATE store_meta SET value = 'another' WHERE key = 'database_epoch'";
        entry.statement(Statement::new(new_epoch, Vec::new()));
        server.app.store.write(entry).await.unwrap();
        let server = server.restart().await;
        let (alice, bob) = (server.back(&alice), server.back(&bob));
        let begun = bob.sync(Some(&since), &json!({}), "").await;
        assert_eq!(listed(&begun, "changed"), [alice.id.as_str()]);
        assert_eq!(claim(&bob, &laptop).await, Value::Null);
        assert_eq!(alice.sync(None, &json!({}), "").await["device_one_time_keys_count"]["signed_curve25519"], 0);
        server.close().await;
    });
}

#[test]
fn in_a_crowd_one_hears_of_keys_as_among_few() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        server.app.matrix.sync.set_crowd_members(2);
        let [alice, bob, carol, dave] = server.members(["alice", "bob", "carol", "dave"]).await;
        let crowd = alice.room_with(json!({ "preset": "public_chat" }), &[&bob, &carol, &dave]).await;
        let mut readers = [Reader::new(&bob).await, Reader::new(&carol).await, Reader::new(&dave).await];
        // The first message makes it a crowd.
        alice.say(&crowd, "hello").await;
        let woken = woken_by(&bob, async { Device::known(&alice, 1).await }).await;
        assert_eq!(listed(&woken, "changed"), std::slice::from_ref(&alice.id));
        for reader in &mut readers {
            assert_eq!(reader.news().await, changed(&[&alice]));
            assert_eq!(reader.news().await, nobody(), "once");
        }
        // Carol goes from where she heard of it before she looks, and meets alice elsewhere.
        let phone = server.another_device(&alice).await;
        Device::known(&phone, 2).await;
        alice.room_with(json!({ "preset": "public_chat" }), &[&carol]).await;
        carol.leave(&crowd).await.ok();
        let [bobs, carols, _] = &mut readers;
        assert_eq!(bobs.news().await, (vec![alice.id.clone()], vec![carol.id.clone()]));
        assert_eq!(carols.news().await, (vec![alice.id.clone()], vec![bob.id.clone(), dave.id.clone()]));
        server.close().await;
    });
}

#[test]
fn beyond_key_changes_nobody_who_shares_a_room_is_left_out() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, zoe] = server.members(["alice", "bob", "zoe"]).await;
        alice.room_with(json!({}), &[&bob, &zoe]).await;
        let mut reader = Reader::new(&alice).await;
        let strangers = format!(
            "INSERT INTO keys_change (position, user_id, seen_by)
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {})
             SELECT CAST(?1 AS BIGINT), '@a' || i || ':test.example', '' FROM n",
            limits::KEY_CHANGES
        );
        let mut entry = Entry::new();
        entry.statement(Statement::new(strangers, vec![Cell::Position]));
        server.app.store.write(entry).await.unwrap();
        Device::known(&zoe, 1).await;
        assert_eq!(reader.news().await, changed(&[&alice, &bob, &zoe]));
        assert_eq!(reader.news().await, nobody());
        server.close().await;
    });
}
