//! Coming in: a new account, or the old one where the answer to the first attempt was lost.

use serde_json::json;

use super::Person;
use crate::network::{Line, Network};

const PASSWORD: &str = "correct horse";

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
            "auth": { "type": "m.login.dummy" },
        });
        let Some(mut answer) = line.post("/_matrix/client/v3/register", account).await else { return };
        if answer.refusal().1 == "M_USER_IN_USE" {
            let login = json!({
                "type": "m.login.password",
                "identifier": { "type": "m.id.user", "user": self.name },
                "password": PASSWORD,
                "device_id": self.device,
            });
            let Some(signed_in) = line.post("/_matrix/client/v3/login", login).await else { return };
            answer = signed_in;
        }
        if let (Some(token), Some(user_id)) = (answer.json["access_token"].as_str(), answer.json["user_id"].as_str()) {
            let mut memory = self.memory.lock();
            memory.token = Some(token.to_owned());
            memory.user_id = user_id.to_owned();
            memory.signed_in_at = network.ledger.lock().step();
        }
    }
}
