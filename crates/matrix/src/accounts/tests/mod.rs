//! What members and their clients see, through the front door, on both databases.

mod members;
mod signing_in;

use std::sync::Arc;

use hearth_http::{
    Access, Call, Quota, Rate, RateLimits, Server, Stopping, router,
    testing::{Answer, Door},
};
use hearth_i18n::Cultures;
use hearth_kernel::{Context, ManualClock, limits};
use hearth_store::{
    Note, Observer, Store,
    testing::{TestPlace, context, facts, on_both},
};
use hmac::{Hmac, KeyInit, Mac};
use parking_lot::Mutex;
use serde_json::{Value, json};
use sha1::Sha1;

use super::{Accounts, Argon2Settings, MIGRATIONS, Profile, Registration, Settings, model, module};
use crate::stream::Change;

const CHEAP: Argon2Settings = Argon2Settings { memory_kib: 8, iterations: 1, lanes: 1 };
const PASSWORD: &str = "correct horse";
const V3: &str = "/_matrix/client/v3";

/// A server of this module alone.
struct House {
    door: Door,
    accounts: Arc<Accounts>,
    store: Arc<Store>,
    clock: Arc<ManualClock>,
}

fn settings() -> Settings {
    Settings {
        server_name: "test.example".try_into().expect("a server name"),
        registration: Registration::Open,
        shared_secret: Some("the secret".to_owned()),
        public_base_url: None,
        argon2: CHEAP,
    }
}

async fn house(place: &TestPlace) -> House {
    let (context, clock) = context(1);
    house_of(place, &context, clock, settings(), RateLimits::off(context.clock.clone())).await
}

async fn house_of(
    place: &TestPlace,
    context: &Context,
    clock: Arc<ManualClock>,
    settings: Settings,
    rate_limits: RateLimits,
) -> House {
    let store = place.open(context, MIGRATIONS).await;
    let cultures = Arc::new(Cultures::load().expect("the cultures load"));
    let accounts = Accounts::new(store.clone(), context.clone(), cultures, settings);
    let (_, stopping) = Stopping::new();
    let authenticator = accounts.clone();
    let server = Server::new(context.clone(), authenticator, rate_limits, stopping);
    let door = Door::new(router(&Arc::new(server), &[module(&accounts)]));
    House { door, accounts, store, clock }
}

impl House {
    /// A member who is signed in: the door with their token, and the device.
    async fn member(&self, name: &str) -> (Door, String) {
        let answer = register(&self.door, name).await.ok();
        (self.with(&answer), text(&answer, "device_id"))
    }

    fn with(&self, session: &Value) -> Door {
        self.door.with_token(&text(session, "access_token"))
    }

    /// The facts so far, in order: name, subject, fields.
    async fn facts(&self) -> Vec<(String, String, String)> {
        facts(&self.store).await.into_iter().map(|fact| (fact.name, fact.subject, fact.fields)).collect()
    }
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap_or_else(|| panic!("{value} has no {field}")).to_owned()
}

fn path(rest: &str) -> String {
    format!("{V3}{rest}")
}

fn dummy(name: &str) -> Value {
    json!({ "username": name, "password": PASSWORD, "auth": { "type": "m.login.dummy" } })
}

async fn register(door: &Door, name: &str) -> Answer {
    door.post(&path("/register"), dummy(name)).await
}

fn login(user: &str, password: &str) -> Value {
    json!({ "type": "m.login.password", "identifier": { "type": "m.id.user", "user": user }, "password": password })
}

async fn log_in(door: &Door, user: &str, password: &str) -> Answer {
    door.post(&path("/login"), login(user, password)).await
}
