//! Telling a gateway: some times if it does not answer, and never in anybody's way.

use std::{sync::Arc, time::Duration};

use hearth_http::Outgoing;
use hearth_kernel::{Result, limits};
use http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Semaphore;

use super::notice::Target;
use crate::push::Push;

/// Time and size of one exchange.
const MOST: (u64, usize) = (limits::PUSH_TIME_MS, limits::PUSH_ANSWER_BYTES);

/// How long is waited before each try.
const PAUSES_MS: [u64; 4] = [0, 2_000, 20_000, 120_000];

pub(super) struct Gateways {
    push: Arc<Push>,
    outgoing: Outgoing,
    /// What is to be told and was not taken yet.
    waiting: Arc<Semaphore>,
    /// Exchanges under way.
    asking: Semaphore,
}

/// What came of a try.
enum Taken {
    /// The gateway has it; a key of these is good for nothing any more.
    Yes { rejected: Vec<String> },
    /// It will never take it.
    No,
    /// It may later.
    Later,
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    rejected: Vec<String>,
}

impl Gateways {
    pub(super) fn new(push: Arc<Push>, outgoing: Outgoing) -> Arc<Self> {
        let waiting = Arc::new(Semaphore::new(limits::PUSHES_WAITING));
        Arc::new(Self { push, outgoing, waiting, asking: Semaphore::new(limits::PUSHES_AT_ONCE) })
    }

    /// Returns at once. Where too much waits already it is let go: the app shows it when it is opened.
    pub(super) fn tell(self: &Arc<Self>, member: &Arc<str>, target: Target, told: Value) {
        let Ok(place) = self.waiting.clone().try_acquire_owned() else {
            tracing::debug!("so much waits for push gateways that a notification was let go");
            return;
        };
        let (gateways, member) = (self.clone(), member.clone());
        tokio::spawn(async move {
            gateways.deliver(&member, &target, &told).await;
            drop(place);
        });
    }

    async fn deliver(&self, member: &str, target: &Target, told: &Value) {
        for pause_ms in PAUSES_MS {
            tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            match self.ask(target, told).await {
                Ok(Taken::Yes { rejected }) if rejected.contains(&target.pushkey) => {
                    if let Err(error) = self.push.rejected(member, &target.app_id, &target.pushkey).await {
                        tracing::warn!(%error, "a pusher that its gateway knows no more could not be taken away");
                    }
                    return;
                }
                Ok(Taken::Yes { .. } | Taken::No) => return,
                Ok(Taken::Later) => {}
                Err(error) => tracing::debug!(%error, "a push gateway was not reached"),
            }
        }
    }

    async fn ask(&self, target: &Target, told: &Value) -> Result<Taken> {
        let Some(url) = target.url() else { return Ok(Taken::No) };
        let Ok(_turn) = self.asking.acquire().await else { return Ok(Taken::No) };
        let answer = self.outgoing.ask(Method::POST, &url, Some(told), MOST).await?;
        Ok(match answer.status {
            status if status.is_success() => {
                let answer = serde_json::from_slice::<Answer>(&answer.body);
                Taken::Yes { rejected: answer.map(|answer| answer.rejected).unwrap_or_default() }
            }
            StatusCode::TOO_MANY_REQUESTS => Taken::Later,
            status if status.is_client_error() => Taken::No,
            _ => Taken::Later,
        })
    }
}
