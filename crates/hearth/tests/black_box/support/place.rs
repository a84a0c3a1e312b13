//! Where one test's server keeps its data: a folder, and a database of its own where it is on PostgreSQL.

use std::path::Path;

use hearth_kernel::{Rng, id};
use tempfile::TempDir;
use tokio_postgres::NoTls;

/// A folder and perhaps a database. The folder goes when dropped, the database when discarded.
pub(crate) struct Place {
    folder: TempDir,
    pub(crate) database_url: String,
    /// The server that the database was made on.
    postgres: Option<String>,
}

/// The PostgreSQL that the tests may make databases on, if there is one.
pub(crate) fn tests_postgres() -> Option<String> {
    std::env::var("HEARTH_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

impl Place {
    pub(crate) fn embedded() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder, database_url: String::new(), postgres: None }
    }

    /// In another folder than the usual one for temporary things.
    pub(crate) fn inside(folder: &Path) -> Self {
        let folder = TempDir::new_in(folder).expect("a temporary folder");
        Self { folder, database_url: String::new(), postgres: None }
    }

    /// With a new database on the server that `url` leads to.
    pub(crate) async fn on_postgres(url: &str) -> Self {
        let name = format!("hearth_{}", id::letters(&Rng::from_os(), 12).to_lowercase());
        execute(url, &format!("CREATE DATABASE {name}")).await;
        let (server, _) = url.rsplit_once('/').expect("the URL names a database");
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder, database_url: format!("{server}/{name}"), postgres: Some(url.to_owned()) }
    }

    /// Another data directory on the same database.
    pub(crate) fn beside(&self) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder, database_url: self.database_url.clone(), postgres: None }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// At the end of a test that passed; one that failed leaves its database to be looked at.
    pub(crate) async fn discard(self) {
        if let (Some(url), Some((_, name))) = (&self.postgres, self.database_url.rsplit_once('/')) {
            execute(url, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn execute(url: &str, sql: &str) {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the tests' PostgreSQL answers");
    tokio::spawn(connection);
    client.batch_execute(sql).await.expect("the tests may make and drop databases");
}
