//! The network's edge: one line from a device to the server's router, with delays, clients that hang
//! up, and answers that never arrive.

use std::{sync::Arc, time::Duration};

use hearth_http::testing::{Answer, Door};
use hearth_kernel::Rng;
use serde_json::Value;
use tokio::time::timeout;

use crate::{faults::Cut, ledger, scenario::Weather};

/// Longer than any run of failing and slow commits: what takes longer never ends.
const PATIENCE: Duration = Duration::from_secs(300);
/// The time within which a client hangs up, if it does: as long as most requests take.
const HANGS_UP_WITHIN_MS: u64 = 60;

/// What all lines of one life of the server share.
#[derive(Clone)]
pub(crate) struct Network {
    pub(crate) door: Door,
    pub(crate) weather: Weather,
    pub(crate) cut: Arc<Cut>,
    pub(crate) ledger: ledger::Shared,
    /// The date in milliseconds at which this life began, for the journal.
    pub(crate) clock: Arc<dyn hearth_kernel::Clock>,
}

/// One device's way to the server.
#[derive(Clone)]
pub(crate) struct Line {
    network: Network,
    door: Door,
    device: String,
    rng: Arc<Rng>,
}

impl Network {
    pub(crate) fn line(&self, device: &str, rng: Arc<Rng>, token: Option<&str>) -> Line {
        let door = token.map_or_else(|| self.door.clone(), |token| self.door.with_token(token));
        Line { network: self.clone(), door, device: device.to_owned(), rng }
    }
}

impl Line {
    pub(crate) async fn get(&self, path: &str) -> Option<Answer> {
        self.call("GET", path, None).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Option<Answer> {
        self.call("PUT", path, Some(body)).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Option<Answer> {
        self.call("POST", path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str, body: Value) -> Option<Answer> {
        self.call("DELETE", path, Some(body)).await
    }

    /// The answer, or nothing where the line broke: whether the server has done it is then not known.
    async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Option<Answer> {
        self.travel().await;
        let weather = self.network.weather;
        let patience = match self.happens(weather.client_hangs_up) {
            true => Duration::from_millis(self.rng.below(HANGS_UP_WITHIN_MS)),
            false => PATIENCE,
        };
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        // Boxed, so that every caller's future stays small.
        let answer = timeout(patience, Box::pin(self.door.send(method, path, body))).await.ok();
        let is_lost = self.happens(weather.answer_is_lost);
        self.travel().await;
        if self.network.cut.has_come() {
            std::future::pending::<()>().await;
        }
        self.note(method, path, answer.as_ref(), patience, is_lost);
        answer.filter(|_| !is_lost)
    }

    async fn travel(&self) {
        tokio::time::sleep(Duration::from_millis(self.rng.below(self.network.weather.latency_ms + 1))).await;
    }

    fn happens(&self, one_in: u64) -> bool {
        one_in > 0 && self.rng.one_in(one_in)
    }

    fn note(&self, method: &str, path: &str, answer: Option<&Answer>, patience: Duration, is_lost: bool) {
        let (now, device) = (self.network.clock.now_ms(), &self.device);
        let mut ledger = self.network.ledger.lock();
        let told = match answer {
            Some(answer) if answer.status == http::StatusCode::OK => answer.text.clone(),
            Some(answer) => format!("{} {}", answer.status.as_u16(), answer.text),
            None => format!("hung up after {} ms", patience.as_millis()),
        };
        if answer.is_none() {
            ledger.trouble("a client hangs up");
        }
        if is_lost {
            ledger.trouble("an answer is lost");
        }
        ledger.journal.push(format!("{now} {device} {method} {path} -> {told}"));
        if answer.is_none() && patience == PATIENCE {
            ledger.fault(format!("{now}: {device} waits for ever for {method} {path}"));
        }
        if answer.is_some_and(|answer| answer.status == http::StatusCode::INTERNAL_SERVER_ERROR) {
            ledger.fault(format!("{now}: the server is at fault: {device} {method} {path}: {told}"));
        }
    }
}

/// Escapes whatever is not a letter, a digit or safe in a path.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
