//! Coming in: a new account, or the old one where the answer to the first attempt was lost. Staying in: new tokens for old,
//! another password. And showing elsewhere who one is.

use serde_json::{Value, json};

use super::{Memory, Person, acting::V3, pick};
use crate::{
    ledger::Kept,
    network::{Line, Network, escaped},
};

/// The one that everybody begins with.
const PASSWORD: &str = "correct horse";

/// Who somebody is, by a password: to come in, and once more before something that matters.
pub(crate) fn proof(name: &str, password: &str) -> Value {
    let who = json!({ "type": "m.id.user", "user": name });
    json!({ "type": "m.login.password", "identifier": who, "password": password })
}

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
            let mut login = proof(self.name, &self.some_password(network));
            login["device_id"] = self.device.as_str().into();
            login["refresh_token"] = true.into();
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

    /// The one that was acknowledged last, or one that was asked for since.
    pub(super) fn some_password(&self, network: &Network) -> String {
        let ledger = network.ledger.lock();
        let words = ledger.passwords.get(self.name).map_or(&[][..], Kept::words);
        pick(&self.acting, words).cloned().unwrap_or_else(|| PASSWORD.to_owned())
    }

    /// No device is signed out by it. The member's first one sees to it.
    pub(super) async fn change_password(&self, network: &Network, line: &Line) {
        if self.is_second() {
            return;
        }
        let auth = proof(self.name, &self.some_password(network));
        let new = format!("password {} {}", self.device, self.memory.lock().count());
        let begun = || Kept::beginning_with(&[PASSWORD]);
        network.ledger.lock().passwords.entry(self.name).or_insert_with(begun).ask("", &new);
        let body = json!({ "new_password": new, "logout_devices": false, "auth": auth });
        let Some(answer) = line.post(&format!("{V3}/account/password"), body).await else { return };
        let mut ledger = network.ledger.lock();
        let Some(password) = ledger.passwords.get_mut(self.name) else { return };
        match answer.refusal() {
            (200, _) => password.acknowledge(&new),
            // The one that was shown was not theirs.
            (401, "M_FORBIDDEN") => password.take_back(&new),
            _ => {}
        }
    }

    /// A token that tells services elsewhere who somebody is.
    pub(super) async fn get_a_voucher(&self, network: &Network, line: &Line) {
        let user_id = self.memory.lock().user_id.clone();
        let path = format!("{V3}/user/{}/openid/request_token", escaped(&user_id));
        let Some(answer) = line.post(&path, json!({})).await else { return };
        if let Some(token) = answer.json["access_token"].as_str() {
            network.ledger.lock().vouchers.insert(token.to_owned(), user_id);
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
