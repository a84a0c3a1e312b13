//! A private PostgreSQL that a test may stop as roughly as it likes.

use std::{
    fs::{self, File},
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use hearth_kernel::{Rng, id};
use tempfile::TempDir;
use tokio_postgres::NoTls;

use super::{PAUSE, server::signal, soon};

const ATTEMPTS: usize = 5;
/// Below the range that the kernel hands out by itself, so that nobody takes the port while it is down.
const PORTS: std::ops::Range<u64> = 20_000..32_000;

/// Why a test with a cluster is left out.
pub(crate) const NOT_INSTALLED: &str = "PostgreSQL's server is not installed";

/// A cluster in a temporary folder, on loopback. It ends with the test.
pub(crate) struct Cluster {
    programs: PathBuf,
    folder: TempDir,
    owner: Option<Owner>,
    password: String,
    port: u64,
    postgres: Option<Child>,
}

/// PostgreSQL refuses to run as root.
struct Owner {
    user: u32,
    group: u32,
}

impl Cluster {
    /// A new cluster, not started. None where PostgreSQL's server is not installed.
    pub(crate) fn make() -> Option<Self> {
        let programs = programs()?;
        let folder = TempDir::new().expect("a temporary folder");
        let owner = Owner::choose();
        let rng = Rng::from_os();
        let password = id::letters(&rng, 24);
        let cluster = Self { programs, folder, owner, password, port: 0, postgres: None };
        cluster.initialize();
        Some(cluster)
    }

    fn initialize(&self) {
        let password_file = self.folder.path().join("password");
        fs::write(&password_file, &self.password).expect("the password can be written");
        if let Some(Owner { user, group }) = self.owner {
            for path in [self.folder.path(), &password_file] {
                chown(path, Some(user), Some(group)).expect("root may give files away");
            }
        }
        fs::set_permissions(self.folder.path(), fs::Permissions::from_mode(0o700)).expect("a folder of ours");
        let mut initdb = self.command("initdb");
        initdb.arg("--pgdata").arg(self.data()).arg("--pwfile").arg(&password_file);
        initdb.args(["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8"]);
        initdb.args(["--locale-provider=icu", "--icu-locale=en"]);
        // What is lost with the machine is of no interest here.
        initdb.arg("--no-sync");
        let output = initdb.output().expect("initdb starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// Starts and resolves when it answers. `settings` as `name=value`.
    pub(crate) async fn start(&mut self, settings: &[&str]) {
        let rng = Rng::from_os();
        for _ in 0..ATTEMPTS {
            self.port = PORTS.start + rng.below(PORTS.end - PORTS.start);
            if self.launch(settings).await {
                return;
            }
        }
        panic!("PostgreSQL did not start: {}", fs::read_to_string(self.log()).unwrap_or_default());
    }

    /// Starts once more, at the same address.
    pub(crate) async fn start_again(&mut self) {
        assert!(self.launch(&[]).await, "PostgreSQL starts again");
    }

    /// False when it ended before it answered: somebody else has the port.
    async fn launch(&mut self, settings: &[&str]) -> bool {
        let mut command = self.command("postgres");
        command.arg("-D").arg(self.data()).args(["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]);
        command.arg("-c").arg(format!("port={}", self.port));
        for setting in settings {
            command.args(["-c", setting]);
        }
        let log = File::options().create(true).append(true).open(self.log()).expect("a log");
        let postgres = self.postgres.insert(command.stderr(log).stdout(Stdio::null()).spawn().expect("it starts"));
        let url = url(&self.password, self.port);
        let answers = async {
            while tokio_postgres::connect(&url, NoTls).await.is_err() {
                if postgres.try_wait().expect("a process of ours").is_some() {
                    return false;
                }
                tokio::time::sleep(PAUSE).await;
            }
            true
        };
        soon("PostgreSQL to answer", answers).await
    }

    /// As when its machine fails: nothing is flushed, connections break.
    pub(crate) fn stop_immediately(&mut self) {
        if let Some(mut postgres) = self.postgres.take() {
            signal(&postgres, "QUIT");
            postgres.wait().ok();
        }
    }

    /// Says one thing to it, in a session that writes whatever is usual there by now.
    pub(crate) fn says(&self, sql: &str) {
        self.says_to(&self.url(), sql);
    }

    /// The same to one of its databases.
    pub(crate) fn says_to(&self, url: &str, sql: &str) {
        let mut psql = self.command("psql");
        psql.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--command", sql, url]);
        psql.env("PGOPTIONS", "-c default_transaction_read_only=off").stdout(Stdio::null());
        assert!(psql.status().expect("psql starts").success(), "{sql}");
    }

    /// A setting from now on, for sessions that are there already too.
    pub(crate) fn set(&self, setting: &str) {
        self.says(&format!("ALTER SYSTEM SET {setting}"));
        self.says("SELECT pg_reload_conf()");
    }

    /// Keeps its tables in a folder of their own, and its log where it was.
    pub(crate) fn keep_tables_in(&self, folder: &Path) {
        fs::create_dir(folder).expect("a folder");
        if let Some(Owner { user, group }) = self.owner {
            chown(folder, Some(user), Some(group)).expect("root may give files away");
        }
        self.says(&format!("CREATE TABLESPACE elsewhere LOCATION '{}'", folder.display()));
        self.set("default_tablespace = 'elsewhere'");
    }

    pub(crate) fn url(&self) -> String {
        url(&self.password, self.port)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// One of PostgreSQL's programs, as the cluster's owner. It ends with this process, however that ends.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new("setpriv");
        if let Some(Owner { user, group }) = self.owner {
            command.args([format!("--reuid={user}"), format!("--regid={group}"), "--clear-groups".to_owned()]);
        }
        command.args(["--pdeathsig", "INT"]).arg(self.programs.join(program)).current_dir("/").stdin(Stdio::null());
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop_immediately();
    }
}

impl Owner {
    fn choose() -> Option<Self> {
        let is_root = number("id", &["-u"]) == Some(0);
        let of = |user: &str| Some(Self { user: number("id", &["-u", user])?, group: number("id", &["-g", user])? });
        if is_root { of("postgres").or_else(|| of("nobody")) } else { None }
    }
}

fn number(program: &str, arguments: &[&str]) -> Option<u32> {
    let output = Command::new(program).args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

fn url(password: &str, port: u64) -> String {
    format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres")
}

/// The newest server of Debian's.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|version| version.path());
    let number = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    let servers = versions.filter(|version| version.join("bin/postgres").exists());
    servers.max_by_key(|version| number(version)).map(|version| version.join("bin"))
}
