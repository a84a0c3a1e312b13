//! SIGKILL at random moments under load: what was acknowledged is there once, and what was not is settled by asking again.

use std::time::Duration;

use hearth_kernel::Rng;

use crate::support::{Community, Place, Server, expect_sound, skip, tests_postgres};

const ROUNDS: usize = 2;
const ROUNDS_SOAKING: usize = 20;
/// The kill falls after so many acknowledged requests at least and at most …
const EARLIEST: u64 = 40;
const LATEST: u64 = 240;
/// … and then within this time, so that it may hit any part of a commit.
const JITTER_US: u64 = 20_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_sqlite() {
    talk_and_kill(Place::embedded()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_on_postgres() {
    match tests_postgres() {
        Some(url) => talk_and_kill(Place::on_postgres(&url).await).await,
        None => skip("HEARTH_TEST_POSTGRES names no server"),
    }
}

async fn talk_and_kill(place: Place) {
    let rng = seeded();
    let mut server = Server::start(&place).await;
    let mut community = Community::gather(&server.address()).await;
    for _ in 0..rounds() {
        let round = community.begin();
        round.acknowledged(moment(&rng, EARLIEST..LATEST)).await;
        tokio::time::sleep(Duration::from_micros(rng.below(JITTER_US))).await;
        server.kill();
        server.start_again(&place).await;
        round.everybody_goes_on().await;
        community.end(round).await.expect_no_refusals();
        community.check(&rng).await;
        server.stop().await;
        expect_sound(&place).await;
        server.start_again(&place).await;
    }
    server.stop().await;
    place.discard().await;
}

fn moment(rng: &Rng, range: std::ops::Range<u64>) -> usize {
    usize::try_from(range.start + rng.below(range.end - range.start)).expect("a small number")
}

pub(crate) fn rounds() -> usize {
    if std::env::var_os("HEARTH_SOAK").is_some() { ROUNDS_SOAKING } else { ROUNDS }
}

/// The seed of HEARTH_SEED, or a new one. It chooses the moments; what the scheduler makes of them is its own.
#[expect(clippy::print_stderr, reason = "a failed test tells its seed")]
pub(crate) fn seeded() -> Rng {
    let given = std::env::var("HEARTH_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| Rng::from_os().next_u64());
    eprintln!("HEARTH_SEED={seed}");
    Rng::from_number(seed)
}
