//! Cross-signing: who may sign what, and who sees it.

use hearth_kernel::limits;
use hearth_store::testing::{facts, on_both};
use serde_json::{Value, json};

use super::{Device, Pen, listed, query};
use crate::support::{Member, Server, text};

/// The three keys that a member signs with.
struct Signers {
    user_id: String,
    master: Pen,
    self_signing: Pen,
    user_signing: Pen,
}

impl Signers {
    fn new(member: &Member, seed: u8) -> Self {
        let pen = |more| Pen::new(seed + more, None);
        Self { user_id: member.id.clone(), master: pen(0), self_signing: pen(1), user_signing: pen(2) }
    }

    fn key(&self, pen: &Pen, usage: &str) -> Value {
        let keys = json!({ format!("ed25519:{}", pen.public): pen.public });
        json!({ "user_id": self.user_id, "usage": [usage], "keys": keys })
    }

    fn master(&self) -> Value {
        self.key(&self.master, "master")
    }

    fn body(&self) -> Value {
        let signed = |pen, usage| self.master.sign(&self.user_id, &self.key(pen, usage));
        json!({
            "master_key": self.master(),
            "self_signing_key": signed(&self.self_signing, "self_signing"),
            "user_signing_key": signed(&self.user_signing, "user_signing"),
        })
    }
}

const UPLOAD: &str = "/keys/device_signing/upload";
const SIGN: &str = "/keys/signatures/upload";

fn with_password(member: &Member, mut body: Value, session: &Value, password: &str) -> Value {
    let who = json!({ "type": "m.id.user", "user": member.id });
    body["auth"] = json!({ "type": "m.login.password", "session": session, "identifier": who, "password": password });
    body
}

#[test]
fn the_first_keys_need_no_proof_and_others_need_the_password() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        alice.room_with(json!({}), &[&bob]).await;
        let since = bob.token().await;
        let first = Signers::new(&alice, 10);
        alice.post(UPLOAD, first.body()).await.ok();
        alice.post(UPLOAD, first.body()).await.ok();
        assert_eq!(listed(&bob.sync(Some(&since), &json!({}), "").await, "changed"), [alice.id.as_str()]);
        let told = query(&alice, &alice).await;
        for (member, usage) in [
            ("master_keys", "master_key"),
            ("self_signing_keys", "self_signing_key"),
            ("user_signing_keys", "user_signing_key"),
        ] {
            assert_eq!(told[member][&alice.id], first.body()[usage], "{member}");
        }
        let told = query(&bob, &alice).await;
        assert_eq!(told["master_keys"][&alice.id], first.master());
        assert_eq!(told["user_signing_keys"], json!({}), "whom one signs is one's own business");

        let since = bob.token().await;
        let second = Signers::new(&alice, 20);
        let asked = alice.post(UPLOAD, second.body()).await;
        assert_eq!((asked.status.as_u16(), &asked.json["flows"][0]["stages"]), (401, &json!(["m.login.password"])));
        let session = &asked.json["session"];
        let wrong = alice.post(UPLOAD, with_password(&alice, second.body(), session, "wrong horse")).await;
        assert_eq!(wrong.refusal(), (401, "M_FORBIDDEN"));
        let other =
            alice.post(UPLOAD, with_password(&alice, Signers::new(&alice, 30).body(), session, "correct horse")).await;
        assert_ne!(other.status.as_u16(), 200, "the proof was for other keys");
        let told = bob.sync(Some(&since), &json!({}), "").await;
        assert!(listed(&told, "changed").is_empty());
        alice.post(UPLOAD, with_password(&alice, second.body(), session, "correct horse")).await.ok();
        assert_eq!(query(&bob, &alice).await["master_keys"][&alice.id], second.master());
        assert_eq!(listed(&bob.sync(Some(&since), &json!({}), "").await, "changed"), [alice.id.as_str()]);
        let stated = facts(&server.app.store).await;
        assert_eq!(stated.iter().filter(|fact| fact.name == "keys.cross_signing_set_up").count(), 2);
        server.close().await;
    });
}

#[test]
fn of_two_first_ones_one_is_first() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let tasks = (0..8).map(|number| {
            let (alice, body) = (alice.clone(), Signers::new(&alice, 10 * number + 1).body());
            async move { alice.post(UPLOAD, body).await.status.as_u16() }
        });
        let mut outcomes = tasks.collect::<tokio::task::JoinSet<_>>().join_all().await;
        outcomes.sort_unstable();
        assert_eq!(outcomes, [200, 401, 401, 401, 401, 401, 401, 401]);
        server.close().await;
    });
}

#[test]
fn keys_that_are_not_signed_by_the_master_key_are_refused() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let (own, other) = (Signers::new(&alice, 10), Signers::new(&bob, 20));
        let refused = async |body: Value| {
            let answer = alice.post(UPLOAD, body).await;
            (answer.status.as_u16(), text(&answer.json["errcode"]))
        };
        let mut forged = own.body();
        forged["self_signing_key"] = other.master.sign(&alice.id, &own.key(&own.self_signing, "self_signing"));
        assert_eq!(refused(forged).await, (400, "M_INVALID_SIGNATURE".to_owned()));
        let mut unsigned = own.body();
        unsigned["self_signing_key"] = own.key(&own.self_signing, "self_signing");
        assert_eq!(refused(unsigned).await, (400, "M_INVALID_SIGNATURE".to_owned()));
        let mut alone = own.body();
        alone.as_object_mut().unwrap().remove("master_key");
        assert_eq!(refused(alone).await, (400, "M_MISSING_PARAM".to_owned()));
        assert_eq!(refused(json!({})).await, (400, "M_MISSING_PARAM".to_owned()));
        assert_eq!(refused(other.body()).await, (400, "M_INVALID_PARAM".to_owned()), "another member's");
        let usage = json!({ "master_key": own.key(&own.master, "self_signing") });
        assert_eq!(refused(usage).await, (400, "M_INVALID_PARAM".to_owned()));
        let named = json!({ "user_id": alice.id, "usage": ["master"], "keys": { "ed25519:other": own.master.public } });
        assert_eq!(refused(json!({ "master_key": named })).await, (400, "M_INVALID_PARAM".to_owned()));
        let no_key = json!({ "user_id": alice.id, "usage": ["master"], "keys": { "ed25519:AAAA": "AAAA" } });
        assert_eq!(refused(json!({ "master_key": no_key })).await, (400, "M_INVALID_PARAM".to_owned()));
        assert_eq!(query(&bob, &alice).await["master_keys"], json!({}));
        server.close().await;
    });
}

#[test]
fn signatures_are_checked_and_those_on_others_are_the_signers_own() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob, carol] = server.members(["alice", "bob", "carol"]).await;
        alice.room_with(json!({}), &[&bob, &carol]).await;
        let laptop = Device::known(&alice, 1).await;
        let (own, bobs) = (Signers::new(&alice, 10), Signers::new(&bob, 20));
        alice.post(UPLOAD, own.body()).await.ok();
        bob.post(UPLOAD, bobs.body()).await.ok();

        let tokens = [alice.token().await, bob.token().await];
        let device = own.self_signing.sign(&alice.id, &laptop.keys());
        let master = laptop.pen.sign(&alice.id, &own.master());
        let others = own.user_signing.sign(&alice.id, &bobs.master());
        let body = json!({
            &alice.id: { &laptop.id: device, &own.master.public: master },
            &bob.id: { &bobs.master.public: others },
        });
        assert_eq!(alice.post(SIGN, body).await.ok()["failures"], json!({}));

        let told = query(&carol, &alice).await;
        let signatures = |told: &Value, of: &str| told[of][&alice.id]["signatures"][&alice.id].clone();
        let by_self_signing = format!("ed25519:{}", own.self_signing.public);
        let of_device = &told["device_keys"][&alice.id][&laptop.id]["signatures"][&alice.id];
        assert_eq!(of_device[&by_self_signing], device["signatures"][&alice.id][&by_self_signing]);
        assert!(of_device[format!("ed25519:{}", laptop.id)].is_string(), "its own is still there");
        assert!(signatures(&told, "master_keys")[format!("ed25519:{}", laptop.id)].is_string());
        let by_user_signing = format!("ed25519:{}", own.user_signing.public);
        let on_bob = |told: &Value| told["master_keys"][&bob.id]["signatures"][&alice.id][&by_user_signing].clone();
        assert!(on_bob(&query(&alice, &bob).await).is_string());
        for stranger in [&bob, &carol] {
            assert!(on_bob(&query(stranger, &bob).await).is_null(), "whom one signs is one's own business");
        }
        let news =
            [alice.sync(Some(&tokens[0]), &json!({}), "").await, bob.sync(Some(&tokens[1]), &json!({}), "").await];
        assert_eq!(listed(&news[0], "changed"), [alice.id.as_str(), bob.id.as_str()]);
        assert_eq!(listed(&news[1], "changed"), [alice.id.as_str()]);
        server.close().await;
    });
}

#[test]
fn false_signatures_are_named_and_the_others_taken() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let laptop = Device::known(&alice, 1).await;
        let (own, bobs) = (Signers::new(&alice, 10), Signers::new(&bob, 20));
        let early = json!({ &alice.id: { &laptop.id: own.self_signing.sign(&alice.id, &laptop.keys()) } });
        assert_eq!(
            alice.post(SIGN, early).await.ok()["failures"][&alice.id][&laptop.id]["errcode"],
            "M_INVALID_SIGNATURE"
        );
        alice.post(UPLOAD, own.body()).await.ok();
        bob.post(UPLOAD, bobs.body()).await.ok();
        let mut forged = own.self_signing.sign(&alice.id, &laptop.keys());
        let by = format!("ed25519:{}", own.self_signing.public);
        forged["signatures"][&alice.id][&by] = "AAAA".into();
        let mut changed = laptop.keys();
        changed["algorithms"] = json!([]);
        let changed = own.self_signing.sign(&alice.id, &changed);
        let good = own.user_signing.sign(&alice.id, &bobs.master());
        for (key, object, code) in [
            (&laptop.id, forged, "M_INVALID_SIGNATURE"),
            (&laptop.id, changed, "M_INVALID_SIGNATURE"),
            (&laptop.id, laptop.keys(), "M_INVALID_SIGNATURE"),
            (&"NOBODY".to_owned(), laptop.keys(), "M_NOT_FOUND"),
        ] {
            let body = json!({ &alice.id: { key: object }, &bob.id: { &bobs.master.public: good } });
            let failures = alice.post(SIGN, body).await.ok()["failures"].clone();
            assert_eq!(failures[&alice.id][key]["errcode"], code);
            assert!(failures[&bob.id].is_null(), "{failures}");
        }
        // A device of somebody else's is not for us to sign, nor is their master key with the wrong key.
        let desk = Device::known(&bob, 2).await;
        let body = json!({ &bob.id: {
            &desk.id: own.user_signing.sign(&alice.id, &desk.keys()),
            &bobs.master.public: own.self_signing.sign(&alice.id, &bobs.master()),
        } });
        let failures = alice.post(SIGN, body).await.ok()["failures"].clone();
        assert_eq!(failures[&bob.id].as_object().unwrap().len(), 2);
        let told = query(&alice, &alice).await["device_keys"][&alice.id][&laptop.id].clone();
        assert_eq!(told["signatures"], laptop.keys()["signatures"]);
        let many: serde_json::Map<_, _> = (0..=limits::SIGNATURES).map(|n| (format!("K{n}"), json!({}))).collect();
        assert_eq!(alice.post(SIGN, json!({ &alice.id: many })).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(alice.post(SIGN, json!([])).await.refusal(), (400, "M_BAD_JSON"));
        server.close().await;
    });
}
