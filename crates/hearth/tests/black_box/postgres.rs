//! PostgreSQL taken away under load: sends are refused in words, and the server goes on by itself when it is back.

use std::time::Duration;

use hearth_kernel::{Rng, limits};

use crate::support::{
    Cluster, Community, NOT_INSTALLED, Place, Server, expect_clear_refusal, expect_sound, hearth, run, skip, soon, text,
};

const ROUNDS: usize = 2;
const ROUNDS_SOAKING: usize = 20;

fn rounds() -> usize {
    if std::env::var_os("HEARTH_SOAK").is_some() { ROUNDS_SOAKING } else { ROUNDS }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_postgres_is_killed() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    cluster.start(&[]).await;
    let place = Place::on_postgres(&cluster.url()).await;
    let mut server = Server::start(&place).await;
    let mut community = Community::gather(&server.address()).await;
    for number in 0..rounds() {
        let round = community.begin();
        round.acknowledged(100).await;
        cluster.stop_immediately();
        let refusal = soon("an answer without a database", community.try_message(&format!("outage{number}"))).await;
        expect_clear_refusal(&refusal.expect("the server answers"));
        let unready = server.readiness().await;
        assert_eq!(unready.status, 503, "{}", unready.body);
        assert!(text(&unready.body, "error").contains("database does not answer"), "{}", unready.body);
        cluster.start_again().await;
        round.everybody_goes_on().await;
        let ready = server.readiness().await;
        assert_eq!(ready.status, 200, "{}", ready.body);
        community.end(round).await.expect_clear_refusals();
        community.check(&Rng::from_os()).await;
    }
    assert!(server.is_running(), "it is still the same process");
    server.stop().await;
    expect_sound(&place).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgres_that_does_not_sync_is_refused() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    cluster.start(&["fsync=off"]).await;
    let place = Place::on_postgres(&cluster.url()).await;
    let output = run(hearth(&place, &["serve"])).await;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("PostgreSQL runs with fsync=off"), "{said}");
}

/// A list that took the writing over would end the server.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writer_gone_ms_is_how_long_a_command_waits_for_who_writes_elsewhere() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    cluster.start(&[]).await;
    let place = Place::on_postgres(&cluster.url()).await;
    let mut server = Server::start(&place).await;
    let began = tokio::time::Instant::now();
    let file = place.path().join("events.csv");
    std::fs::write(&file, "user,time\nada,1700000000\n").expect("the folder is ours");
    let import =
        ["import", "events", file.to_str().expect("a plain path"), "--workspace", "shop", "--basis", "contract"];
    for command in [&["admin", "list"][..], &["insight", "workspace", "list"], &["admin", "create", "ada"], &import] {
        let output = run(hearth(&place.beside(), command)).await;
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            !output.status.success() && said.contains("another Hearth writes to this database"),
            "{command:?}: {said}"
        );
    }
    assert!(began.elapsed() >= Duration::from_millis(4 * limits::WRITER_GONE_MS));
    assert!(run(hearth(&place, &["admin", "list"])).await.status.success(), "the server does it itself");
    tokio::time::sleep(Duration::from_millis(2 * limits::WRITER_WATCH_MS)).await;
    assert!(server.is_running());
    // Who was killed is seen for a moment.
    server.kill();
    let output = run(hearth(&place.beside(), &["admin", "list"])).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Another one takes over, also from one that nobody writes to, which would answer with what was.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writer_watch_ms_is_how_soon_an_idle_server_hears_that_another_has_taken_over() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    cluster.start(&[]).await;
    let place = Place::on_postgres(&cluster.url()).await;
    let mut first = Server::start(&place).await;
    // Who only looks takes nothing.
    expect_sound(&place.beside()).await;
    assert!(first.is_running());
    let mut second = Server::start(&place.beside()).await;
    let status = first.ended().await;
    assert_eq!(status.code(), Some(hearth_store::NOT_AGAIN));
    assert!(second.is_running());
    second.stop().await;
}

/// A standby is promoted that lacks the newest, or a snapshot is put back under a server that runs: it stops before it writes on
/// what is not there, and goes on once it is told.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_whose_database_is_set_back_stops_and_says_what_to_do() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    cluster.start(&[]).await;
    let place = Place::on_postgres(&cluster.url()).await;
    let log = place.path().join("log");
    let mut serve = hearth(&place, &["serve"]);
    serve.stderr(std::fs::File::create(&log).expect("the folder is ours"));
    let mut server = Server::start_by(serve).await;
    let mut community = Community::gather(&server.address()).await;
    let round = community.begin();
    round.acknowledged(20).await;
    cluster.says_to(&place.database_url, "UPDATE store_writer SET batch = batch - 1000");
    assert_eq!(server.ended().await.code(), Some(hearth_store::NOT_AGAIN));
    let said = std::fs::read_to_string(&log).expect("it wrote a log");
    assert!(said.contains("hearth db rewound"), "{said}");
    assert!(run(hearth(&place, &["db", "rewound"])).await.status.success());
    server.start_again(&place).await;
    server.stop().await;
}

/// One is held up, perhaps in the middle of a commit, and another takes over: it waits for no longer than PostgreSQL lets the
/// first one say nothing. Let go on, the first one ends, and what it acknowledged is there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writer_idle_ms_and_writer_lock_ms_bound_how_long_a_held_up_server_keeps_another_out() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    cluster.start(&[]).await;
    let place = Place::on_postgres(&cluster.url()).await;
    let mut first = Server::start(&place).await;
    let mut community = Community::gather(&first.address()).await;
    let round = community.begin();
    round.acknowledged(100).await;
    first.hold_up();
    let began = tokio::time::Instant::now();
    let mut second = Server::start(&place.beside()).await;
    let most = Duration::from_millis(limits::WRITER_IDLE_MS + 3 * limits::WRITER_LOCK_MS);
    assert!(began.elapsed() < most, "it took {:?}", began.elapsed());
    let there = *second.address().lock().expect("nobody panics with it");
    *first.address().lock().expect("nobody panics with it") = there;
    first.let_go_on();
    assert_eq!(first.ended().await.code(), Some(hearth_store::NOT_AGAIN));
    round.everybody_goes_on().await;
    community.end(round).await;
    community.check(&Rng::from_os()).await;
    second.stop().await;
    expect_sound(&place).await;
}
