//! What every test here needs: a place for data, a server on it, members who talk and listen, and
//! the question whether all that was acknowledged is there.

mod actor;
mod cluster;
mod community;
mod host;
mod http;
mod keeper;
mod listener;
mod lodger;
mod member;
mod mover;
mod pair;
mod place;
mod server;
mod signer;
mod talker;

use std::{future::Future, time::Duration};

pub(crate) use self::{
    cluster::{Cluster, NOT_INSTALLED},
    community::{Community, expect_clear_refusal, expect_sound},
    http::Http,
    member::{Member, PASSWORD, Request, list, text},
    place::{Place, tests_postgres},
    server::{Server, hearth, run},
};

/// How long anything here may take before the test says what it waited for.
pub(crate) const DEADLINE: Duration = Duration::from_secs(90);

/// Between two looks at something that cannot be awaited.
pub(crate) const PAUSE: Duration = Duration::from_millis(10);

/// What `outcome` resolves to, within the deadline.
pub(crate) async fn soon<T>(what: &str, outcome: impl Future<Output = T>) -> T {
    tokio::time::timeout(DEADLINE, outcome).await.unwrap_or_else(|_| panic!("waited too long for {what}"))
}

/// Says that a check cannot be made on this machine, which is a failure where everything must be checked.
#[expect(clippy::print_stderr, reason = "a test speaks by printing")]
pub(crate) fn skip(why: &str) {
    assert!(std::env::var("CI").as_deref() != Ok("true"), "with CI=true nothing is skipped: {why}");
    eprintln!("skipped: {why}");
}
