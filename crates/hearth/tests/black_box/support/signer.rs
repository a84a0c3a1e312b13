//! A member who takes one key to sign with after another, signs each with their device, and remembers what was acknowledged.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};

use super::{
    actor::Actor,
    member::{Member, PASSWORD, Request, proof},
    talker::Outcome,
};

pub(crate) struct Signer {
    member: Member,
    /// How many keys were acknowledged. The newest has this number.
    keys: u64,
    /// Whether the newest was signed, as far as that was acknowledged. Nothing is where there is no key.
    is_signed: bool,
    /// What was asked for last had no answer. It is asked for again.
    is_unsure: bool,
}

impl Signer {
    pub(crate) async fn new(mut member: Member) -> Self {
        let Member { user_id, device_id, .. } = &member;
        let public = public(&pair(0));
        let keys = json!({
            "user_id": user_id, "device_id": device_id, "algorithms": [],
            "keys": { format!("ed25519:{device_id}"): public }, "signatures": {},
        });
        member.done(&Request::post("/keys/upload", json!({ "device_keys": keys }))).await;
        Self { member, keys: 0, is_signed: true, is_unsure: false }
    }

    /// A member's key, as everybody is told it.
    fn key(&self, number: u64, is_signed: bool) -> Value {
        let Member { user_id, device_id, .. } = &self.member;
        let public = public(&pair(number));
        let keys = json!({ format!("ed25519:{public}"): public });
        let mut key = json!({ "user_id": user_id, "usage": ["master"], "keys": keys });
        if is_signed {
            // A value's text is canonical: its names are in order.
            let signature = STANDARD_NO_PAD.encode(pair(0).sign(key.to_string().as_bytes()));
            key["signatures"] = json!({ user_id: { format!("ed25519:{device_id}"): signature } });
        }
        key
    }

    async fn step(&mut self) -> Result<(), Outcome> {
        match self.is_signed {
            true => self.take_another_key().await,
            false => self.sign_it().await,
        }
    }

    /// Whoever has a key shows that it is them.
    async fn take_another_key(&mut self) -> Result<(), Outcome> {
        let body =
            json!({ "master_key": self.key(self.keys + 1, false), "auth": proof(&self.member.user_id, PASSWORD) });
        Outcome::of(self.member.call(&Request::post("/keys/device_signing/upload", body)).await)?;
        self.keys += 1;
        self.is_signed = false;
        Ok(())
    }

    async fn sign_it(&mut self) -> Result<(), Outcome> {
        let public = public(&pair(self.keys));
        let body = json!({ &self.member.user_id: { public: self.key(self.keys, true) } });
        let answer = Outcome::of(self.member.call(&Request::post("/keys/signatures/upload", body)).await)?;
        assert_eq!(answer["failures"], json!({}), "the signature is true");
        self.is_signed = true;
        Ok(())
    }

    /// The newest key is the one that was acknowledged, signed as that was, or what was asked for since.
    pub(crate) async fn check(&mut self) {
        self.member.connect_again().await;
        let user_id = self.member.user_id.clone();
        let query = Request::post("/keys/query", json!({ "device_keys": { &user_id: [] } }));
        let found = self.member.done(&query).await["master_keys"][&user_id].clone();
        let acknowledged = if self.keys == 0 { Value::Null } else { self.key(self.keys, self.is_signed) };
        let asked_for = match self.is_signed {
            true => self.key(self.keys + 1, false),
            false => self.key(self.keys, true),
        };
        let is_one = found == acknowledged || (self.is_unsure && found == asked_for);
        assert!(is_one, "the key of {user_id} is {found} and not {acknowledged}, unsure is {}", self.is_unsure);
    }
}

impl Actor for Signer {
    async fn go_on(&mut self) -> Outcome {
        let step = self.step().await;
        self.is_unsure = Outcome::is_unsure(&step, self.is_unsure);
        step.err().unwrap_or(Outcome::Acknowledged)
    }
}

/// The key pair of a number. That of 0 is the device's.
fn pair(number: u64) -> Ed25519KeyPair {
    let mut seed = [0_u8; 32];
    seed[..8].copy_from_slice(&number.to_be_bytes());
    Ed25519KeyPair::from_seed_unchecked(&seed).expect("a seed has 32 bytes")
}

fn public(pair: &Ed25519KeyPair) -> String {
    STANDARD_NO_PAD.encode(pair.public_key())
}
