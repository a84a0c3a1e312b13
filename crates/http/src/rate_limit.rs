//! How often one account or one address may call. The arithmetic is governor's; the clock is ours.

use std::{net::IpAddr, num::NonZeroU32, sync::Arc};

use governor::{
    NotUntil, RateLimiter,
    clock::{Clock as GovernorClock, Reference},
    middleware::NoOpMiddleware,
    nanos::Nanos,
    state::keyed::DashMapStateStore,
};
use hearth_kernel::{Clock, Error, Result, limits};

/// What kind of call it is, as far as its price goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// Costs the server little: never limited.
    Free,
    Reading,
    Writing,
    /// Sign-up, sign-in and whatever else checks a password: by address, and low.
    SigningIn,
    /// Events of another product, in batches: by address.
    Ingesting,
    /// What a member's app tells of its use, in batches.
    Telling,
    /// Texts that a provider outside translates.
    Translating,
}

/// So many calls a second on average, so many at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quota {
    pub per_second: f64,
    pub burst: u32,
}

/// Accounts and addresses are told apart, so that nobody can use up another's share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Account(Arc<str>),
    Address(IpAddr),
}

struct OurClock(Arc<dyn Clock>);

impl Clone for OurClock {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl GovernorClock for OurClock {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::new(self.0.now_ms().unsigned_abs() * 1_000_000)
    }
}

type Limiter = RateLimiter<Key, DashMapStateStore<Key>, OurClock, NoOpMiddleware<Nanos>>;

/// One limiter a rate; none where limits are off.
pub struct RateLimits {
    clock: OurClock,
    limiters: Option<[Limiter; 6]>,
}

impl RateLimits {
    pub fn off(clock: Arc<dyn Clock>) -> Self {
        Self { clock: OurClock(clock), limiters: None }
    }

    pub fn new(clock: Arc<dyn Clock>, reading: Quota, writing: Quota, signing_in: Quota, ingesting: Quota) -> Self {
        let clock = OurClock(clock);
        let telling = Quota { per_second: 1_000.0 / limits::TOLD_EVERY_MS as f64, burst: limits::TOLD_BURST };
        let translating = limits::TRANSLATIONS_PER_MINUTE;
        let translating = Quota { per_second: f64::from(translating) / 60.0, burst: translating };
        let limiters =
            [reading, writing, signing_in, ingesting, telling, translating].map(|quota| limiter(quota, &clock));
        Self { clock, limiters: Some(limiters) }
    }

    pub(crate) fn check(&self, rate: Rate, account: Option<&Arc<str>>, address: IpAddr) -> Result<()> {
        let Some([reading, writing, signing_in, ingesting, telling, translating]) = &self.limiters else {
            return Ok(());
        };
        let by_address = || Key::Address(household(address));
        let by_account = || account.map_or_else(by_address, |account| Key::Account(account.clone()));
        let (limiter, key) = match rate {
            Rate::Free => return Ok(()),
            Rate::Reading => (reading, by_account()),
            Rate::Writing => (writing, by_account()),
            Rate::SigningIn => (signing_in, by_address()),
            Rate::Ingesting => (ingesting, by_address()),
            Rate::Telling => (telling, by_account()),
            Rate::Translating => (translating, by_account()),
        };
        limiter.check_key(&key).map_err(|wait| self.too_often(&wait))
    }

    fn too_often(&self, wait: &NotUntil<Nanos>) -> Error {
        let until = wait.earliest_possible().duration_since(self.clock.now());
        Error::limited((u64::from(until) / 1_000_000).max(1))
    }

    /// Forgets who has not called for a while.
    pub fn forget_idle(&self) {
        for limiter in self.limiters.iter().flatten() {
            limiter.retain_recent();
        }
    }
}

/// Whoever has one address of IPv6 has the 2^64 beside it too, so these count as one.
fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => IpAddr::from((u128::from(address) >> 64 << 64).to_be_bytes()),
    }
}

fn limiter(quota: Quota, clock: &OurClock) -> Limiter {
    let period = std::time::Duration::from_secs_f64(1.0 / quota.per_second.max(0.001));
    let burst = NonZeroU32::new(quota.burst).unwrap_or(NonZeroU32::MIN);
    let quota =
        governor::Quota::with_period(period).map_or(governor::Quota::per_second(burst), |q| q.allow_burst(burst));
    RateLimiter::dashmap_with_clock(quota, clock.clone())
}
