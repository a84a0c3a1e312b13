//! PostgreSQL through tokio-postgres: one pipelined writer, a pool that reads.
//!
//! The writer sends a whole batch without waiting in between and commits when all of it went well.
//! Statements stay prepared for the life of the connection, until there are too many.

use std::{collections::HashMap, str::FromStr, time::Duration};

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use futures_util::future::join_all;
use hearth_kernel::{Error, Result, limits};
use tokio_postgres::{
    Client, Config, NoTls, Statement,
    config::Host,
    types::{ToSql, Type},
};

use crate::{
    committer::{BatchError, Head, Work},
    outbox::WRITER,
    value::{Bound, Row, Value},
};

const CONNECT: Duration = Duration::from_secs(10);

/// `?1` is SQLite's way to number a parameter, `$1` PostgreSQL's. Question marks stand nowhere else
/// in our statements.
pub(crate) fn dialect(sql: &str) -> String {
    sql.replace('?', "$")
}

pub(crate) fn failed(error: tokio_postgres::Error) -> Error {
    match error.as_db_error() {
        Some(db) if !connection_lost(&error) => {
            Error::internal(format!("a statement failed: {}", db.message())).caused_by(error)
        }
        _ => Error::unavailable("The database does not answer. Nothing was stored; try again later.").caused_by(error),
    }
}

/// The server went away, is starting or stopping, is full, or is read-only, or another process is in the way: not the
/// statement's fault.
fn connection_lost(error: &tokio_postgres::Error) -> bool {
    let passing =
        |state: &str| ["08", "53", "57P", "25006", "25P03", "55P03"].iter().any(|class| state.starts_with(class));
    error.is_closed() || error.code().is_none_or(|state| passing(state.code()))
}

async fn connect(config: &Config) -> Result<Client> {
    let attempt = tokio::time::timeout(CONNECT, config.connect(NoTls)).await;
    let (client, connection) =
        attempt.map_err(|_| Error::unavailable("PostgreSQL does not answer"))?.map_err(failed)?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection to PostgreSQL ended");
        }
    });
    client.batch_execute(&setup()).await.map_err(failed)?;
    Ok(client)
}

/// A process that is gone or held up may not keep what others wait for: PostgreSQL ends a transaction in which nothing more is
/// said, and a connection whose machine has vanished, and nobody waits without end.
fn setup() -> String {
    let silence = limits::POSTGRES_SILENCE_MS;
    let (idle, interval) = (silence / 1_000, silence / 3_000);
    format!(
        "SET synchronous_commit = on; SET statement_timeout = 0; SET lock_timeout = {}; \
         SET idle_in_transaction_session_timeout = {}; SET tcp_keepalives_idle = {idle}; \
         SET tcp_keepalives_interval = {interval}; SET tcp_keepalives_count = 3; SET tcp_user_timeout = {silence}",
        limits::WRITER_LOCK_MS,
        limits::WRITER_IDLE_MS,
    )
}

/// Whoever restarts PostgreSQL may have turned off what acknowledged messages rest on.
async fn must_sync(client: &Client) -> Result<()> {
    let fsync = client.query_one("SHOW fsync", &[]).await.map_err(failed)?;
    if fsync.get::<_, &str>(0) != "on" {
        return Err(Error::unavailable(
            "PostgreSQL runs with fsync=off: it would lose acknowledged messages in a crash. Turn fsync on.",
        ));
    }
    Ok(())
}

/// Said to who starts the server, who knows where the database is and may know it wrongly.
fn unusable(config: &Config, error: Error) -> Error {
    let host = config.get_hosts().first().map(host_name).unwrap_or_default();
    let port = config.get_ports().first().copied().unwrap_or(5432);
    let database = config.get_dbname().unwrap_or_default();
    Error::unavailable(format!(
        "The database {database} of PostgreSQL at {host}:{port} cannot be used. Does it run there, and are user and \
         password right?"
    ))
    .caused_by(error)
}

fn host_name(host: &Host) -> String {
    match host {
        Host::Tcp(name) => name.clone(),
        Host::Unix(path) => path.display().to_string(),
    }
}

/// The one connection that writes.
pub(crate) struct Writer {
    config: Config,
    client: Client,
    prepared: HashMap<String, Statement>,
}

/// What a session calls itself that writes, so that others can see that one is there.
pub(crate) const WRITER_NAME: &str = "hearth writer";
/// How many sessions of that name the database has.
pub(crate) const WRITERS: &str = "SELECT COUNT(*) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = CAST(?1 AS TEXT)";

impl Writer {
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let mut config = parse(url)?;
        config.application_name(WRITER_NAME);
        let client = connect(&config).await.map_err(|error| unusable(&config, error))?;
        must_sync(&client).await?;
        Ok(Self { config, client, prepared: HashMap::new() })
    }

    pub(crate) async fn commit(&mut self, batch: &[Work], header: &[Work]) -> Result<(), BatchError> {
        if self.client.is_closed() {
            self.reconnect().await.map_err(BatchError::Failed)?;
        }
        match self.statements(batch, header).await {
            Ok(()) => self.client.batch_execute("COMMIT").await.map_err(|error| {
                if connection_lost(&error) { BatchError::Unknown } else { BatchError::Failed(failed(error)) }
            }),
            Err(error) => {
                self.client.batch_execute("ROLLBACK").await.ok();
                Err(error)
            }
        }
    }

    async fn statements(&mut self, batch: &[Work], header: &[Work]) -> Result<(), BatchError> {
        if self.prepared.len() > limits::STATEMENTS_CACHED {
            self.prepared.clear();
        }
        for statement in header.iter().chain(batch).flat_map(|work| &work.statements) {
            self.prepare(&statement.sql).await?;
        }
        let begin = async { self.client.batch_execute("BEGIN").await.map(|()| 1) };
        let begun = tokio::join!(begin, self.pipeline(header.iter().chain(batch)));
        begun.0.map_err(|error| BatchError::Failed(failed(error)))?;
        begun.1
    }

    /// Sends every statement in order before the first answer is awaited.
    async fn pipeline(&self, works: impl Iterator<Item = &Work>) -> Result<(), BatchError> {
        let sent: Vec<_> = works
            .flat_map(|work| work.statements.iter().map(move |statement| (statement, work.position)))
            .map(|(statement, position)| async move {
                let bound: Vec<_> = statement.params.iter().map(|value| Bound(value, position)).collect();
                let params: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|value| value as _).collect();
                let changed = self.client.execute(&self.prepared[statement.sql.as_ref()], &params).await;
                (changed, statement.guard)
            })
            .collect();
        let mut refused = None;
        for (changed, guard) in join_all(sent).await {
            match (changed, guard) {
                // The writer's row comes first: what was built on another process's past may fail in any way behind it.
                (Ok(0), Some(WRITER)) => return Err(BatchError::Fenced),
                (Ok(0), Some(guard)) => refused = refused.or(Some(guard)),
                (Ok(_), _) => {}
                (Err(error), _) => return Err(BatchError::Failed(failed(error))),
            }
        }
        refused.map_or(Ok(()), |guard| Err(BatchError::Refused(guard)))
    }

    async fn prepare(&mut self, sql: &str) -> Result<(), BatchError> {
        if !self.prepared.contains_key(sql) {
            let prepared = self.client.prepare(&dialect(sql)).await;
            let prepared = prepared.map_err(|error| BatchError::Failed(failed(error)))?;
            self.prepared.insert(sql.to_owned(), prepared);
        }
        Ok(())
    }

    pub(crate) async fn reconnect(&mut self) -> Result<()> {
        let client = connect(&self.config).await?;
        must_sync(&client).await?;
        self.client = client;
        self.prepared.clear();
        Ok(())
    }

    /// A new epoch on the writer's row: waits for a transaction that still holds it, and keeps any
    /// older one from committing. Another process's epoch is left as it is.
    pub(crate) async fn take_over(&self, own: i64) -> Result<Option<Head>> {
        let sql = "UPDATE store_writer SET epoch = epoch + 1 WHERE writer = 1 AND epoch <= $1 RETURNING epoch, batch, position";
        let row = self.client.query_opt(sql, &[&own]).await.map_err(failed)?;
        Ok(row.map(|row| Head::new(row.get(0), row.get(1), row.get(2))))
    }

    /// Whose turn it is to write.
    pub(crate) async fn epoch(&self) -> Result<i64> {
        let sql = "SELECT epoch FROM store_writer WHERE writer = 1";
        Ok(self.client.query_one(sql, &[]).await.map_err(failed)?.get(0))
    }

    pub(crate) async fn script(&self, sql: &str) -> Result<()> {
        self.client.batch_execute(&format!("BEGIN;\n{sql}\nCOMMIT;")).await.map_err(failed)
    }
}

pub(crate) fn parse(url: &str) -> Result<Config> {
    let wrong = |error| {
        let what = "a PostgreSQL URL, such as postgres://user:password@127.0.0.1/hearth";
        Error::invalid_param(format!("database_url must be {what}: {error}"))
    };
    let mut config = Config::from_str(url).map_err(wrong)?;
    // A machine that has vanished answers nothing, not even that it is gone.
    let silence = Duration::from_millis(limits::POSTGRES_SILENCE_MS);
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(silence);
        config.keepalives_idle(silence);
        config.keepalives_interval(silence / 3);
    }
    // A part of the password was taken for the rest of the address, which is told in messages.
    if config
        .get_hosts()
        .iter()
        .map(host_name)
        .chain(config.get_dbname().map(str::to_owned))
        .any(|part| part.contains('@'))
    {
        let written = "are written as %40 %2F %3A %23 %3F and %25";
        return Err(Error::invalid_param(format!("database_url: in a password, @ / : # ? and % {written}.")));
    }
    Ok(config)
}

/// Whether PostgreSQL could be asked for at this address. The address itself holds a password, so it is not repeated.
pub fn check_url(url: &str) -> Result<()> {
    parse(url).map(drop)
}

/// Connections that read.
pub(crate) struct Readers(Pool);

impl Readers {
    pub(crate) fn new(url: &str) -> Result<Self> {
        let manager =
            Manager::from_config(parse(url)?, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager).max_size(limits::READERS).build();
        pool.map(Self).map_err(|error| Error::internal("no pool of connections").caused_by(error))
    }

    pub(crate) async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let unreachable = |error: deadpool_postgres::PoolError| {
            Error::unavailable("The database does not answer. Try again later.").caused_by(error)
        };
        let client = self.0.get().await.map_err(unreachable)?;
        let statement = client.prepare_cached(&dialect(sql)).await.map_err(failed)?;
        let bound: Vec<_> = params.iter().map(|value| Bound(value, 0)).collect();
        let params: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|value| value as _).collect();
        let rows = client.query(&statement, &params).await.map_err(failed)?;
        if client.statement_cache.size() > limits::STATEMENTS_CACHED {
            client.statement_cache.clear();
        }
        rows.iter().map(owned).collect()
    }

    pub(crate) fn close(&self) {
        self.0.close();
    }
}

fn owned(row: &tokio_postgres::Row) -> Result<Row> {
    let column = |(at, column): (usize, &tokio_postgres::Column)| {
        let unreadable = |error: tokio_postgres::Error| Error::internal("a column cannot be read").caused_by(error);
        Ok(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(at).map_err(unreadable)?.into(),
            Type::INT4 => row.try_get::<_, Option<i32>>(at).map_err(unreadable)?.map(i64::from).into(),
            Type::TEXT => row.try_get::<_, Option<String>>(at).map_err(unreadable)?.into(),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at).map_err(unreadable)?.map_or(Value::Null, Value::Blob),
            ref other => return Err(Error::internal(format!("no column of ours is of type {other}"))),
        })
    };
    row.columns().iter().enumerate().map(column).collect::<Result<_>>().map(Row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postgres_silence_ms_is_waited_unless_the_address_says_otherwise() {
        let waits = |url: &str| parse(url).expect("an address").get_tcp_user_timeout().copied();
        let usual = Duration::from_millis(limits::POSTGRES_SILENCE_MS);
        assert_eq!(waits("postgres://hearth@127.0.0.1/hearth"), Some(usual));
        let own = waits("postgres://hearth@127.0.0.1/hearth?tcp_user_timeout=5");
        assert_eq!(own, Some(Duration::from_secs(5)));
    }

    #[tokio::test]
    async fn what_is_acknowledged_is_synced_whatever_the_database_is_set_to() {
        let Some(url) = crate::testing::postgres_url() else { return };
        let url = crate::testing::postgres_place(&url).await.database_url;
        let database = parse(&url).expect("an address").get_dbname().expect("a name").to_owned();
        let alter = format!("ALTER DATABASE {database} SET synchronous_commit = off");
        Writer::open(&url).await.expect("a writer").script(&format!("{alter};")).await.expect("it is altered");
        let mut writer = Writer::open(&url).await.expect("a writer");
        for _ in 0..2 {
            let shown = writer.client.query_one("SHOW synchronous_commit", &[]).await.expect("a setting");
            assert_eq!(shown.get::<_, &str>(0), "on");
            writer.reconnect().await.expect("a connection");
        }
    }

    #[test]
    fn a_password_that_is_not_escaped_is_told_and_not_repeated() {
        for url in ["postgres://hearth:s3cr@t@127.0.0.1/hearth", "postgres://hearth:p@s3cr/t@127.0.0.1/hearth"] {
            let error = check_url(url).expect_err("it is taken apart wrongly");
            assert!(error.message.contains("%40") && !error.to_string().contains("s3cr"), "{error}");
        }
        check_url("postgres://hearth:s3cr%40t@127.0.0.1/hearth").expect("it is right");
    }
}
