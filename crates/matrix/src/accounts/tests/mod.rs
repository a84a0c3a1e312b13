//! What members and their clients see, through the front door, on both databases.

mod administering;
mod interactive;
mod keeping;
mod leaving;
mod members;
mod sessions;
mod signing_in;

use std::sync::Arc;

use hearth_http::{
    Access, Call, Caller, Quota, Rate, RateLimits, Server, Stopping, router,
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
    let shared_secret = Some("the secret".to_owned());
    Settings { registration: Registration::Open, shared_secret, argon2: CHEAP, ..Settings::default() }
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
    let name = "test.example".try_into().expect("a server name");
    let accounts = Accounts::new(store.clone(), context.clone(), cultures, name, settings);
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

    /// The same house with other settings.
    async fn with_settings(place: &TestPlace, settings: Settings) -> Self {
        let (context, clock) = context(1);
        let off = RateLimits::off(context.clock.clone());
        house_of(place, &context, clock, settings, off).await
    }

    /// The kinds of the facts so far, in order.
    async fn fact_names(&self) -> Vec<String> {
        self.facts().await.into_iter().map(|(name, ..)| name).collect()
    }

    /// Who a session's token is taken for.
    async fn caller(&self, session: &Value) -> Arc<Caller> {
        let token = text(session, "access_token");
        self.accounts.authenticate(&token, Access::Member, [127, 0, 0, 1].into()).await.expect("a caller")
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

/// A request as a handler sees it, with nothing but its address.
fn call(method: http::Method, uri: &str) -> Call {
    Call {
        method,
        uri: uri.parse().expect("an address"),
        headers: http::HeaderMap::new(),
        path: Vec::new(),
        body: bytes::Bytes::new(),
        upload: None,
        caller: None,
        shown: None,
        address: [127, 0, 0, 1].into(),
        stopping: Stopping::new().1,
    }
}

/// The proof of a password.
fn proof(password: &str, session: &Value) -> Value {
    let identifier = json!({ "type": "m.id.user", "user": "ada" });
    json!({ "type": "m.login.password", "identifier": identifier, "password": password, "session": session })
}

fn login(user: &str, password: &str) -> Value {
    json!({ "type": "m.login.password", "identifier": { "type": "m.id.user", "user": user }, "password": password })
}

async fn log_in(door: &Door, user: &str, password: &str) -> Answer {
    door.post(&path("/login"), login(user, password)).await
}
