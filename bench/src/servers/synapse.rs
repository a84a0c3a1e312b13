//! Sets up and starts Synapse: one process, as its manual describes, with rate limits out of the way.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{Postgres, Programs};
use crate::http::{Connection, Method};
use crate::process::Process;

/// JSON is YAML too, and safer to write.
const CONFIG: &str = "homeserver.yaml";

/// Writes the configuration and lets Synapse make its keys.
pub fn set_up(programs: &Programs, folder: &Path, address: SocketAddr, database: Option<&Postgres>) -> Result<()> {
    let logging = json!({
        "version": 1,
        "handlers": { "console": { "class": "logging.StreamHandler" } },
        "root": { "level": "WARNING", "handlers": ["console"] },
        "disable_existing_loggers": false,
    });
    fs::write(folder.join("log.yaml"), logging.to_string())?;
    fs::write(folder.join(CONFIG), config(folder, address, database).to_string())?;
    let output = Command::new(python(programs)?)
        .args(["-m", "synapse.app.homeserver", "--generate-keys", "--config-path"])
        .arg(folder.join(CONFIG))
        .current_dir(folder)
        .output()
        .context("cannot run Synapse")?;
    ensure!(output.status.success(), "Synapse made no keys: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

pub fn launch(programs: &Programs, folder: &Path, log: &Path) -> Result<Process> {
    Process::start(python(programs)?, None, log, |command| {
        command.args(["-m", "synapse.app.homeserver", "--config-path"]).arg(folder.join(CONFIG)).current_dir(folder);
    })
}

/// GET /_synapse/admin/v1/server_version
pub async fn version(address: SocketAddr) -> Result<String> {
    let mut connection = Connection::new(address, Ipv4Addr::LOCALHOST);
    let response = connection.call(Method::Get, "/_synapse/admin/v1/server_version", None, None).await?;
    let answer: Value = serde_json::from_slice(&response.body)?;
    Ok(format!("Synapse {}", answer["server_version"].as_str().unwrap_or("of unknown version")))
}

fn config(folder: &Path, address: SocketAddr, database: Option<&Postgres>) -> Value {
    let database = match database {
        None => json!({ "name": "sqlite3", "args": { "database": folder.join("homeserver.db") } }),
        Some(database) => json!({
            "name": "psycopg2",
            "args": {
                "user": database.user(),
                "dbname": database.name(),
                "host": "127.0.0.1",
                "port": database.port(),
                "cp_min": 5,
                "cp_max": 10,
            },
        }),
    };
    let unlimited = json!({ "per_second": 1_000_000, "burst_count": 1_000_000 });
    json!({
        "server_name": "localhost",
        "report_stats": false,
        "pid_file": folder.join("synapse.pid"),
        "signing_key_path": folder.join("signing.key"),
        "media_store_path": folder.join("media"),
        "log_config": folder.join("log.yaml"),
        "macaroon_secret_key": "benchmark",
        "form_secret": "benchmark",
        "listeners": [{
            "port": address.port(),
            "bind_addresses": [address.ip()],
            "type": "http",
            "tls": false,
            "resources": [{ "names": ["client"], "compress": false }],
        }],
        "database": database,
        "trusted_key_servers": [],
        "federation_domain_whitelist": [],
        "enable_registration": true,
        "enable_registration_without_verification": true,
        // Registration only prepares the workloads; a fair password hash would take minutes of it.
        "bcrypt_rounds": 4,
        "presence": { "enabled": true },
        "rc_message": unlimited,
        "rc_registration": unlimited,
        "rc_login": { "address": unlimited, "account": unlimited, "failed_attempts": unlimited },
        "rc_joins": { "local": unlimited, "remote": unlimited },
        "rc_joins_per_room": unlimited,
        "rc_room_creation": unlimited,
        "rc_presence": { "per_user": unlimited },
        "rc_invites": { "per_room": unlimited, "per_user": unlimited, "per_issuer": unlimited },
    })
}

fn python(programs: &Programs) -> Result<&Path> {
    programs.synapse_python.as_deref().context("HEARTH_BENCH_SYNAPSE_PYTHON does not name Synapse's Python")
}
