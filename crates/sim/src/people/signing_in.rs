//! Coming in: a new account, or the old one where the answer to the first attempt was lost. Staying in: new tokens for old.

use serde_json::{Value, json};

use super::{Memory, Person};
use crate::network::{Line, Network};

const PASSWORD: &str = "correct horse";

impl Memory {
    fn take_tokens(&mut self, answer: &Value) {
        let text = |key: &str| answer[key].as_str().map(str::to_owned);
        (self.token, self.refresh_token) = (text("access_token"), text("refresh_token"));
    }
}

impl Person {
    /// Until there is a token, of a device that wants to stay.
    pub(super) async fn sign_in(&self, network: &Network) {
        if self.memory.lock().is_leaving {
            self.sign_out(network).await;
        }
        let line = network.line(&self.device, self.acting.clone(), None);
        while self.memory.lock().token.is_none() {
            tokio::time::sleep(std::time::Duration::from_millis(self.acting.below(2_000))).await;
            self.try_to_sign_in(network, &line).await;
        }
        let known = (self.memory.lock().user_id.clone(), self.device.clone());
        network.ledger.lock().devices.insert(known);
    }

    async fn try_to_sign_in(&self, network: &Network, line: &Line) {
        let account = json!({
            "username": self.name,
            "password": PASSWORD,
            "device_id": self.device,
            "refresh_token": true,
            "auth": { "type": "m.login.dummy" },
        });
        let Some(mut answer) = line.post("/_matrix/client/v3/register", account).await else { return };
        if answer.refusal().1 == "M_USER_IN_USE" {
            let login = json!({
                "type": "m.login.password",
                "identifier": { "type": "m.id.user", "user": self.name },
                "password": PASSWORD,
                "device_id": self.device,
                "refresh_token": true,
            });
            let Some(signed_in) = line.post("/_matrix/client/v3/login", login).await else { return };
            answer = signed_in;
        }
        if let Some(user_id) = answer.json["user_id"].as_str() {
            let mut memory = self.memory.lock();
            memory.take_tokens(&answer.json);
            memory.user_id = user_id.to_owned();
            memory.signed_in_at = network.ledger.lock().step();
        }
    }

    /// The old pair is good until one of the new pair is used: an answer that is lost costs nothing.
    pub(super) async fn renew_tokens(&self, network: &Network) {
        let Some(token) = self.memory.lock().refresh_token.clone() else { return };
        let line = network.line(&self.device, self.acting.clone(), None);
        let Some(answer) = line.post("/_matrix/client/v3/refresh", json!({ "refresh_token": token })).await else {
            return;
        };
        match answer.status.as_u16() {
            200 => self.memory.lock().take_tokens(&answer.json),
            429 | 500.. => {}
            _ => network
                .ledger
                .lock()
                .fault(format!("{}: a good refresh token is refused: {}", self.device, answer.text)),
        }
    }
}
