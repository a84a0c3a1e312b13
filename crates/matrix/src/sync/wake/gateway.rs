//! Telling a gateway: some times if it does not answer, and never in anybody's way. Each member has a share of what waits
//! and of what is asked at once, so that whoever names gateways that never answer waits for them alone.

use std::{
    collections::HashMap,
    sync::{Arc, Weak},
    time::Duration,
};

use hearth_http::Outgoing;
use hearth_kernel::{Result, limits};
use http::{Method, StatusCode};
use parking_lot::Mutex;
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Semaphore;

use super::{news::News, notice::Target};
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
    /// The shares of the members of whom something waits.
    shares: Mutex<HashMap<Arc<str>, Weak<Share>>>,
}

/// What one member has of it.
struct Share {
    waiting: Arc<Semaphore>,
    asking: Semaphore,
}

impl Share {
    fn new() -> Arc<Self> {
        let waiting = Arc::new(Semaphore::new(limits::PUSHES_WAITING_EACH));
        Arc::new(Self { waiting, asking: Semaphore::new(limits::PUSHES_AT_ONCE_EACH) })
    }
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
        let asking = Semaphore::new(limits::PUSHES_AT_ONCE);
        Arc::new(Self { push, outgoing, waiting, asking, shares: Mutex::default() })
    }

    /// Returns at once. Where too much waits already it is let go: the app shows it when it is opened. What is not taken is told
    /// again as it is then, or not at all.
    pub(super) fn tell(self: &Arc<Self>, target: Target, news: Arc<News>, unread: u64) {
        let let_go = || tracing::debug!("so much waits for push gateways that a notification was let go");
        let Ok(place) = self.waiting.clone().try_acquire_owned() else { return let_go() };
        let share = self.share(&news.member);
        // A share without room has others that wait, who forget it in the end.
        let Ok(own) = share.waiting.clone().try_acquire_owned() else { return let_go() };
        let gateways = self.clone();
        tokio::spawn(async move {
            gateways.deliver(&share, &news, &target, unread).await;
            drop((own, place, share));
            gateways.forget_idle(&news.member);
        });
    }

    fn share(&self, member: &Arc<str>) -> Arc<Share> {
        let mut shares = self.shares.lock();
        if let Some(share) = shares.get(member).and_then(Weak::upgrade) {
            return share;
        }
        let share = Share::new();
        shares.insert(member.clone(), Arc::downgrade(&share));
        share
    }

    fn forget_idle(&self, member: &Arc<str>) {
        let mut shares = self.shares.lock();
        if shares.get(member).is_some_and(|share| share.strong_count() == 0) {
            shares.remove(member);
        }
    }

    async fn deliver(&self, share: &Share, news: &News, target: &Target, unread: u64) {
        let mut told = news.told(target, unread);
        for pause_ms in PAUSES_MS {
            tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            if pause_ms > 0 {
                told = match news.again(target).await {
                    Ok(Some(now)) => now,
                    Ok(None) => return,
                    Err(error) => {
                        tracing::debug!(%error, "it is not known whether somebody still wants to be woken");
                        continue;
                    }
                };
            }
            match self.ask(share, target, &told).await {
                Ok(Taken::Yes { rejected }) if rejected.contains(&target.pushkey) => {
                    if let Err(error) = self.push.rejected(&news.member, &target.app_id, &target.pushkey).await {
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

    async fn ask(&self, share: &Share, target: &Target, told: &Value) -> Result<Taken> {
        let Some(url) = target.url() else { return Ok(Taken::No) };
        let Ok(_own_turn) = share.asking.acquire().await else { return Ok(Taken::No) };
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
