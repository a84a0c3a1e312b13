//! End-to-end encryption as the server sees it: public keys, signatures, and messages that it cannot read.

mod backup;
mod dehydrated;
mod device_keys;
mod lists;
mod one_time_keys;
mod signing;
mod to_device;

use hearth_http::testing::Answer;
use ruma::{
    CanonicalJsonObject,
    signatures::{Ed25519KeyPair, sign_json},
};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{Member, array, fresh, text};

/// The head of an Ed25519 private key in PKCS#8; the seed follows.
const PKCS8_HEAD: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// A key that signs, under a name of its own or named by itself.
struct Pen {
    pair: Ed25519KeyPair,
    public: String,
}

impl Pen {
    fn new(seed: u8, name: Option<&str>) -> Self {
        let document = [&PKCS8_HEAD[..], &[seed; 32]].concat();
        let pair = |name: &str| Ed25519KeyPair::from_der(&document, name.to_owned()).expect("a key");
        let public = ruma::serde::Base64::<ruma::serde::base64::Standard, _>::new(pair("x").public_key()).encode();
        Self { pair: pair(name.unwrap_or(&public)), public }
    }

    fn sign(&self, user_id: &str, object: &Value) -> Value {
        let mut object: CanonicalJsonObject = serde_json::from_value(object.clone()).expect("an object");
        sign_json(user_id, &self.pair, &mut object).expect("a signature");
        serde_json::to_value(object).expect("JSON")
    }
}

/// A member's device with keys that sign.
struct Device {
    member: Member,
    id: String,
    pen: Pen,
}

impl std::ops::Deref for Device {
    type Target = Member;

    fn deref(&self) -> &Member {
        &self.member
    }
}

impl Device {
    async fn new(member: &Member, seed: u8) -> Self {
        let id = text(&member.get("/account/whoami").await.ok()["device_id"]);
        Self { member: member.clone(), pen: Pen::new(seed, Some(&id)), id }
    }

    /// With its keys uploaded.
    async fn known(member: &Member, seed: u8) -> Self {
        let device = Self::new(member, seed).await;
        device.upload(json!({ "device_keys": device.keys() })).await.ok();
        device
    }

    fn keys(&self) -> Value {
        self.pen.sign(
            &self.member.id,
            &json!({
                "user_id": self.member.id, "device_id": self.id,
                "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
                "keys": { format!("ed25519:{}", self.id): self.pen.public, format!("curve25519:{}", self.id): "curve" },
            }),
        )
    }

    async fn upload(&self, body: Value) -> Answer {
        self.member.post("/keys/upload", body).await
    }

    async fn send(&self, kind: &str, messages: Value) -> Answer {
        self.member.put(&format!("/sendToDevice/{kind}/{}", fresh()), json!({ "messages": messages })).await
    }

    /// What a device would be sent, from a token on.
    async fn since(&self, since: &str) -> Value {
        self.member.sync(Some(since), &json!({}), "").await
    }
}

/// One-time keys with these names, each of which is another key.
fn one_time_keys(names: &[&str]) -> Value {
    let key = |name: &&str| (format!("signed_curve25519:{name}"), json!({ "key": name, "signatures": {} }));
    Value::Object(names.iter().map(key).collect())
}

async fn query(member: &Member, whom: &Member) -> Value {
    member.post("/keys/query", json!({ "device_keys": { &whom.id: [] } })).await.ok()
}

async fn claim(member: &Member, whom: &Device) -> Value {
    claim_by(member.clone(), whom.member.id.clone(), whom.id.clone()).await
}

async fn claim_by(member: Member, user_id: String, device_id: String) -> Value {
    let body = json!({ "one_time_keys": { &user_id: { &device_id: "signed_curve25519" } } });
    member.post("/keys/claim", body).await.ok()["one_time_keys"][&user_id][&device_id].clone()
}

/// All at once, on as many threads as there are.
async fn claims(number: usize, member: &Member, whom: &Device) -> Vec<Value> {
    let claim = || claim_by(member.clone(), whom.member.id.clone(), whom.id.clone());
    (0..number).map(|_| claim()).collect::<JoinSet<_>>().join_all().await
}

/// The messages to the device in an answer.
fn messages(answer: &Value) -> Vec<Value> {
    array(&answer["to_device"]["events"]).iter().map(|event| event["content"]["n"].clone()).collect()
}

/// Who is named in a list of an answer.
fn listed(answer: &Value, list: &str) -> Vec<String> {
    array(&answer["device_lists"][list]).iter().map(text).collect()
}
