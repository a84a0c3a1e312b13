//! Signing a member's key with a device, which shows to others that the device is the member's.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};

use super::{Person, acting::V3};
use crate::network::{Line, Network};

impl Person {
    /// The device tells its own key before. Where the member's key is another device's, there is nothing to sign.
    pub(super) async fn sign_the_key(&self, network: &Network, line: &Line) {
        let user_id = self.memory.lock().user_id.clone();
        let (key, master) = self.signing_key(&user_id);
        let is_theirs = network.ledger.lock().first_keys.get(&user_id).is_some_and(|keys| keys.contains(&key));
        if !is_theirs {
            return;
        }
        let told = json!({ "device_keys": self.own_keys(&user_id) });
        let told = line.post(&format!("{V3}/keys/upload"), told).await;
        if told.is_none_or(|answer| answer.status != http::StatusCode::OK) {
            return;
        }
        let signed = json!({ &user_id: { key: self.signed(&user_id, master) } });
        let Some(answer) = line.post(&format!("{V3}/keys/signatures/upload"), signed).await else { return };
        if answer.status != http::StatusCode::OK {
            return;
        }
        let mut ledger = network.ledger.lock();
        if answer.json["failures"] == json!({}) {
            ledger.signers.entry(user_id).or_default().insert(self.device.clone());
        } else {
            ledger.fault(format!("{}: a true signature is refused: {}", self.device, answer.text));
        }
    }

    fn own_keys(&self, user_id: &str) -> Value {
        let public = STANDARD_NO_PAD.encode(self.pair().public_key());
        let keys = json!({ format!("ed25519:{}", self.device): public });
        json!({ "user_id": user_id, "device_id": self.device, "algorithms": [], "keys": keys, "signatures": {} })
    }

    fn signed(&self, user_id: &str, mut key: Value) -> Value {
        // A value's text is canonical: its names are in order.
        let signature = STANDARD_NO_PAD.encode(self.pair().sign(key.to_string().as_bytes()));
        key["signatures"] = json!({ user_id: { format!("ed25519:{}", self.device): signature } });
        key
    }

    /// Of the device's name, so that it is the same whenever it signs in.
    fn pair(&self) -> Ed25519KeyPair {
        let mut seed = [0_u8; 32];
        seed[..self.device.len()].copy_from_slice(self.device.as_bytes());
        Ed25519KeyPair::from_seed_unchecked(&seed).expect("a seed has 32 bytes")
    }
}
