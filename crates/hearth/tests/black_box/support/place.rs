//! Where one test's server keeps its data: a folder, and a database of its own where it is on PostgreSQL.

use std::path::Path;

use hearth_kernel::{Rng, id};
use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

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

    /// All that its database holds, as text: the bytes of its files, or the rows of its tables.
    pub(crate) async fn stored(&self) -> String {
        match self.database_url.as_str() {
            "" => self.files(),
            url => rows(url).await,
        }
    }

    fn files(&self) -> String {
        let entries = std::fs::read_dir(self.path()).expect("the folder is ours").map(|entry| entry.expect("an entry"));
        let files = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("hearth.db"));
        files.map(|file| String::from_utf8_lossy(&std::fs::read(file.path()).expect("a file")).into_owned()).collect()
    }

    /// At the end of a test that passed; one that failed leaves its database to be looked at.
    pub(crate) async fn discard(self) {
        if let (Some(url), Some((_, name))) = (&self.postgres, self.database_url.rsplit_once('/')) {
            execute(url, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the tests' PostgreSQL answers");
    tokio::spawn(connection);
    client
}

async fn execute(url: &str, sql: &str) {
    connect(url).await.batch_execute(sql).await.expect("the tests may make and drop databases");
}

/// Every row of every table, as PostgreSQL writes it.
async fn rows(url: &str) -> String {
    const TABLES: &str = "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
         WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')";
    let client = connect(url).await;
    let mut all = String::new();
    for table in client.query(TABLES, &[]).await.expect("the tables") {
        let sql = format!("SELECT t::text FROM {} t", table.get::<_, &str>(0));
        for row in client.query(sql.as_str(), &[]).await.expect("the rows") {
            all.push_str(row.get(0));
            all.push('\n');
        }
    }
    all
}
