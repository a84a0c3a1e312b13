//! One test body, both databases: SQLite in a folder, and PostgreSQL where `HEARTH_TEST_POSTGRES`
//! names a server that the tests may make databases on.

use std::{future::Future, path::PathBuf, sync::Arc};

use hearth_kernel::{Context, ManualClock, Rng};
use tempfile::TempDir;

use crate::{Migration, Options, Store, StoredFact, outbox, postgres};

/// A context whose clock stands at 2026-01-01 and whose chance comes from `seed`.
pub fn context(seed: u64) -> (Context, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::new(1_767_225_600_000));
    (Context { clock: clock.clone(), rng: Arc::new(Rng::from_number(seed)) }, clock)
}

/// A place for one test's data, gone when dropped.
pub struct TestPlace {
    pub dir: TempDir,
    pub database_url: String,
    /// All work on the thread that asks for it.
    inline: bool,
}

impl TestPlace {
    pub fn options(&self) -> Options {
        Options { database_url: self.database_url.clone(), inline: self.inline, ..Options::embedded(self.dir.path()) }
    }

    pub fn path(&self) -> PathBuf {
        self.dir.path().to_owned()
    }

    pub async fn open(&self, context: &Context, migrations: &[Migration]) -> Arc<Store> {
        Store::open(self.options(), context, Some("test.example"), migrations).await.expect("the store opens")
    }
}

/// Whether the tests have a PostgreSQL.
pub fn postgres_url() -> Option<String> {
    std::env::var("HEARTH_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// A place on SQLite.
pub fn sqlite_place() -> TestPlace {
    TestPlace { dir: TempDir::new().expect("a temporary folder"), database_url: String::new(), inline: false }
}

/// A database of its own on the tests' PostgreSQL.
pub async fn postgres_place(url: &str) -> TestPlace {
    let name = format!("hearth_{}", hearth_kernel::id::letters(&Rng::from_os(), 12).to_lowercase());
    let (client, connection) =
        tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("the tests' PostgreSQL answers");
    tokio::spawn(connection);
    client.batch_execute(&format!("CREATE DATABASE {name}")).await.expect("a database can be made");
    let base = url.rsplit_once('/').map_or(url, |(base, _)| base);
    let database_url = format!("{base}/{name}");
    postgres::parse(&database_url).expect("a database URL");
    TestPlace { dir: TempDir::new().expect("a temporary folder"), database_url, inline: false }
}

/// The facts so far, in order.
pub async fn facts(store: &Store) -> Vec<StoredFact> {
    outbox::all(store).await.expect("the facts can be read")
}

/// Runs `body` on SQLite, and on PostgreSQL where there is one.
pub fn on_both<F, Fut>(body: F)
where
    F: Fn(TestPlace) -> Fut,
    Fut: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        body(sqlite_place()).await;
        if let Some(url) = postgres_url() {
            body(postgres_place(&url).await).await;
        }
    });
}

/// Runs `body` on SQLite, on one thread whose timers do not wait: where nothing else is to be done, time leaps to the next.
pub fn in_leaps<Fut: Future<Output = ()>>(body: impl FnOnce(TestPlace) -> Fut) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    runtime.expect("a runtime").block_on(body(TestPlace { inline: true, ..sqlite_place() }));
}
