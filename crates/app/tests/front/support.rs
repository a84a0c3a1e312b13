//! A server with members: the real router, a place of its own, a clock that is turned by hand.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use hearth_app::{App, Config};
use hearth_http::testing::{Answer, Door};
use hearth_insight::signals::{Signal, Stream, Workspace};
use hearth_kernel::ManualClock;
use hearth_store::{
    Faults, Options,
    testing::{TestPlace, context},
};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

pub const V3: &str = "/_matrix/client/v3";
/// Everybody's.
pub const PASSWORD: &str = "correct horse";
pub const DAY_MS: i64 = 86_400_000;
/// 2016-05-02, a Monday.
pub const MONDAY_MS: i64 = 16_923 * DAY_MS;

/// One life of a server, on a place that outlives it.
pub struct Server {
    pub app: App,
    pub clock: Arc<ManualClock>,
    pub place: TestPlace,
    listening: JoinHandle<()>,
    life: u64,
    settings: Vec<Setting>,
}

/// A setting of one test, as a variable of the environment.
pub type Setting = (&'static str, &'static str);

fn config(more: &[Setting]) -> Config {
    let mut settings = vec![
        ("HEARTH_SERVER_NAME", "test.example"),
        ("HEARTH_REGISTRATION", "open"),
        ("HEARTH_RATE_LIMITS", "off"),
        ("HEARTH_ARGON2_MEMORY_KIB", "8"),
        ("HEARTH_ARGON2_ITERATIONS", "1"),
    ];
    settings.extend(more);
    let variables = settings.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned()));
    Config::load(None, variables).expect("a configuration")
}

impl Server {
    pub async fn open(place: TestPlace) -> Self {
        Self::open_with(place, &[]).await
    }

    /// The same with settings of the test's own, which stay after a restart.
    pub async fn open_with(place: TestPlace, settings: &[Setting]) -> Self {
        Self::live(place, 1, None, settings.to_vec()).await
    }

    /// The same on a store whose commits a test breaks. Nobody listens, so that each commit is one of the test's own.
    pub async fn open_with_faults(place: TestPlace, faults: Arc<dyn Faults>) -> Self {
        let (context, clock) = context(1);
        let options = Options { faults: Some(faults), ..place.options() };
        let app = App::open_with(&config(&[]), context, options).await.expect("the server opens");
        let listening = tokio::spawn(std::future::ready(()));
        Self { app, clock, place, listening, life: 1, settings: Vec::new() }
    }

    /// Another life has other chances and the same clock.
    async fn live(place: TestPlace, life: u64, clock: Option<Arc<ManualClock>>, settings: Vec<Setting>) -> Self {
        let (mut context, fresh) = context(life);
        let clock = clock.unwrap_or(fresh);
        context.clock = clock.clone();
        let app = App::open_with(&config(&settings), context, place.options()).await.expect("the server opens");
        let listening = tokio::spawn(app.listen());
        Self { app, clock, place, listening, life, settings }
    }

    pub async fn close(self) -> TestPlace {
        self.app.store.close().await;
        self.listening.abort();
        self.place
    }

    /// Another process on the same place.
    pub async fn restart(self) -> Self {
        let settings = self.settings.clone();
        self.restart_with(settings).await
    }

    /// Another process on the same place, set up otherwise.
    pub async fn restart_with(self, settings: Vec<Setting>) -> Self {
        let (life, clock) = (self.life + 1, self.clock.clone());
        Self::live(self.close().await, life, Some(clock), settings).await
    }

    pub fn door(&self) -> Door {
        Door::new(self.app.router.clone())
    }

    /// A new member, signed in.
    pub async fn member(&self, name: &str) -> Member {
        let body = json!({ "username": name, "password": PASSWORD, "auth": { "type": "m.login.dummy" } });
        self.signed_in(&self.door().post(&format!("{V3}/register"), body).await.ok())
    }

    pub async fn members<const N: usize>(&self, names: [&str; N]) -> [Member; N] {
        let mut members = Vec::new();
        for name in names {
            members.push(self.member(name).await);
        }
        members.try_into().unwrap_or_else(|_| unreachable!("as many members as names"))
    }

    /// The same member on another device.
    pub async fn another_device(&self, member: &Member) -> Member {
        self.log_in(&member.id).await
    }

    /// A member that there is, by name or id, on a new device.
    pub async fn log_in(&self, name: &str) -> Member {
        let who = json!({ "type": "m.id.user", "user": name });
        let body = json!({ "type": "m.login.password", "identifier": who, "password": PASSWORD });
        self.signed_in(&self.door().post(&format!("{V3}/login"), body).await.ok())
    }

    /// One who may do everything, on a device.
    pub async fn administrator(&self) -> Member {
        self.app.matrix.accounts.create("root", PASSWORD, true).await.expect("an administrator");
        self.log_in("root").await
    }

    /// Puts signals into the workspace of what was moved in.
    pub async fn move_in(&self, stream: &str, signals: Vec<Signal>) {
        let stream = Stream::parse(stream).expect("a stream's name");
        self.app.insight.log.append(&Workspace::import(), &stream, signals).await.expect("they are written");
    }

    /// The same device, after a restart.
    pub fn back(&self, member: &Member) -> Member {
        Member { door: self.door().with_token(&member.token), clock: self.clock.clone(), ..member.clone() }
    }

    fn signed_in(&self, session: &Value) -> Member {
        let (id, token) = (text(&session["user_id"]), text(&session["access_token"]));
        Member { door: self.door().with_token(&token), id, token, clock: self.clock.clone() }
    }

    /// Until the index of the search has followed everything that was stated so far and that it listens to.
    pub async fn followed(&self) {
        const STATED: &str = "SELECT CAST(MAX(position) AS TEXT) FROM store_fact WHERE name IN ('accounts.registered',
             'accounts.profile_changed', 'rooms.created', 'rooms.described', 'rooms.message_sent')";
        const FOLLOWED: &str = "SELECT CAST(MAX(position) AS TEXT) FROM store_listener WHERE name = 'search'";
        let position = async |sql: &str| self.rows(sql).await[0][0].parse().unwrap_or(0_i64);
        let stated = position(STATED).await;
        while position(FOLLOWED).await < stated {
            tokio::task::yield_now().await;
        }
    }

    /// The rows of a question, as text.
    pub async fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let rows = self.app.store.query(sql, &[]).await.expect("an answer");
        let columns = sql.split(" FROM ").next().unwrap_or_default().split(',').count();
        let cell = |row: &hearth_store::Row, at| row.text_or_null(at).ok().flatten().unwrap_or_default().to_owned();
        rows.iter().map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect()
    }
}

/// A member on one of their devices.
#[derive(Clone)]
pub struct Member {
    pub id: String,
    pub token: String,
    pub door: Door,
    clock: Arc<ManualClock>,
}

/// What a test never asks for twice.
pub fn fresh() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed).to_string()
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not a text")).to_owned()
}

pub fn message(body: &str) -> Value {
    json!({ "msgtype": "m.text", "body": body })
}

/// Safe in a path and in a query.
pub fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(escape).collect()
}

impl Member {
    pub async fn get(&self, path: &str) -> Answer {
        self.door.get(&format!("{V3}{path}")).await
    }

    /// Time goes on with everything that somebody does.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.clock.advance_ms(1);
        self.door.put(&format!("{V3}{path}"), body).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.clock.advance_ms(1);
        self.door.post(&format!("{V3}{path}"), body).await
    }

    pub async fn create(&self, body: Value) -> String {
        text(&self.post("/createRoom", body).await.ok()["room_id"])
    }

    /// A room that all of these are in.
    pub async fn room_with(&self, body: Value, others: &[&Member]) -> String {
        let room = self.create(body).await;
        for other in others {
            self.invite(&room, other).await.ok();
            other.join(&room).await.ok();
        }
        room
    }

    pub async fn invite(&self, room: &str, whom: &Member) -> Answer {
        self.post(&format!("/rooms/{room}/invite"), json!({ "user_id": whom.id })).await
    }

    pub async fn join(&self, room: &str) -> Answer {
        self.post(&format!("/rooms/{room}/join"), json!({})).await
    }

    pub async fn leave(&self, room: &str) -> Answer {
        self.post(&format!("/rooms/{room}/leave"), json!({})).await
    }

    /// Kick, ban or unban.
    pub async fn remove(&self, verb: &str, room: &str, whom: &Member) -> Answer {
        self.post(&format!("/rooms/{room}/{verb}"), json!({ "user_id": whom.id })).await
    }

    pub async fn say(&self, room: &str, body: &str) -> String {
        self.send(room, "m.room.message", message(body)).await
    }

    pub async fn send(&self, room: &str, kind: &str, content: Value) -> String {
        let path = format!("/rooms/{room}/send/{kind}/{}", fresh());
        text(&self.put(&path, content).await.ok()["event_id"])
    }

    pub async fn set(&self, room: &str, kind: &str, key: &str, content: Value) -> Answer {
        self.put(&format!("/rooms/{room}/state/{kind}/{key}"), content).await
    }

    pub async fn redact(&self, room: &str, event: &str) -> Answer {
        self.put(&format!("/rooms/{room}/redact/{event}/{}", fresh()), json!({})).await
    }

    pub async fn read(&self, room: &str, event: &str) -> Answer {
        self.post(&format!("/rooms/{room}/receipt/m.read/{event}"), json!({})).await
    }

    pub async fn types(&self, room: &str, typing: bool) -> Answer {
        let body = if typing { json!({ "typing": true, "timeout": 120_000 }) } else { json!({ "typing": false }) };
        self.put(&format!("/rooms/{room}/typing/{}", self.id), body).await
    }

    pub async fn set_data(&self, room: Option<&str>, kind: &str, content: Value) -> Answer {
        let room = room.map_or_else(String::new, |room| format!("/rooms/{room}"));
        self.put(&format!("/user/{}{room}/account_data/{kind}", self.id), content).await
    }

    pub async fn event(&self, room: &str, event: &str) -> Answer {
        self.get(&format!("/rooms/{room}/event/{event}")).await
    }

    /// A sync that answers at once. `more` is a query: `&timeout=1000`.
    pub async fn sync(&self, since: Option<&str>, filter: &Value, more: &str) -> Value {
        let since = since.map_or_else(String::new, |since| format!("&since={since}"));
        self.get(&format!("/sync?filter={}{since}{more}", escaped(&filter.to_string()))).await.ok()
    }

    /// Everything from the beginning, left rooms too.
    pub async fn sync_all(&self) -> Value {
        let filter = json!({ "room": { "include_leave": true, "timeline": { "limit": 100 } } });
        self.sync(None, &filter, "").await
    }

    /// Where a sync would go on from now.
    pub async fn token(&self) -> String {
        text(&self.sync(None, &json!({}), "").await["next_batch"])
    }

    /// What one may read going back from a token, or from the end, oldest first.
    pub async fn history(&self, room: &str, from: Option<&str>, page: usize) -> Vec<Value> {
        let mut events = Vec::new();
        let mut from = from.map(str::to_owned);
        for _ in 0..1_000 {
            let at = from.as_ref().map_or_else(String::new, |from| format!("&from={from}"));
            let answer = self.get(&format!("/rooms/{room}/messages?dir=b&limit={page}{at}")).await.ok();
            events.extend(answer["chunk"].as_array().cloned().unwrap_or_default());
            let Some(end) = answer["end"].as_str() else {
                events.reverse();
                return events;
            };
            from = Some(end.to_owned());
        }
        panic!("history has no end");
    }
}

/// The texts of messages, in order.
pub fn bodies(events: &Value) -> Vec<String> {
    let events = events.as_array().map(Vec::as_slice).unwrap_or_default();
    events.iter().filter_map(|event| event["content"]["body"].as_str().map(str::to_owned)).collect()
}

pub fn array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
