//! The server's process: started and awaited, killed, stopped politely, looked after when a test fails.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio},
    sync::{Arc, Mutex},
};

use tokio::task::JoinHandle;

use super::{
    DEADLINE, PAUSE, Place,
    http::{Answer, Http},
    soon,
};

/// Where the server listens now: a restart moves it.
pub(crate) type Address = Arc<Mutex<SocketAddr>>;

/// The command with an environment of its own, as tests want it.
pub(crate) fn hearth<A: AsRef<OsStr>>(place: &Place, arguments: &[A]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearth"));
    command.env_clear().env("HEARTH_DATA_DIR", place.path()).env("HEARTH_DATABASE_URL", &place.database_url);
    command.envs([
        ("HEARTH_LISTEN", "127.0.0.1:0"),
        ("HEARTH_SERVER_NAME", "localhost"),
        ("HEARTH_REGISTRATION", "open"),
        ("HEARTH_RATE_LIMITS", "off"),
        ("HEARTH_OUTGOING", "loopback"),
        ("HEARTH_ARGON2_MEMORY_KIB", "64"),
        ("HEARTH_ARGON2_ITERATIONS", "1"),
        ("HEARTH_LOG", "error"),
    ]);
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs a command that is expected to end, and says what it printed.
pub(crate) async fn run(mut command: Command) -> Output {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command starts");
    let stdout = said(child.stdout.take().expect("a pipe"));
    let stderr = said(child.stderr.take().expect("a pipe"));
    let status = ended(&mut child).await;
    Output { status, stdout: stdout.await.expect("its output"), stderr: stderr.await.expect("its errors") }
}

/// All of a pipe, read while its process runs: one whose pipe is full does not end.
fn said(mut pipe: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    tokio::task::spawn_blocking(move || {
        let mut all = Vec::new();
        pipe.read_to_end(&mut all).expect("a pipe can be read");
        all
    })
}

/// The exit status of a process, or the end of both.
async fn ended(child: &mut Child) -> ExitStatus {
    let polling = async {
        loop {
            if let Some(status) = child.try_wait().expect("a process of ours") {
                return status;
            }
            tokio::time::sleep(PAUSE).await;
        }
    };
    match tokio::time::timeout(DEADLINE, polling).await {
        Ok(status) => status,
        Err(_) => {
            end(child);
            panic!("a process did not end by itself");
        }
    }
}

fn end(child: &mut Child) {
    child.kill().ok();
    child.wait().ok();
}

/// Sends a signal by its name to a process of this test.
pub(super) fn signal(child: &Child, name: &str) {
    let script = format!("kill -s {name} {}", child.id());
    let sent = Command::new("sh").args(["-c", &script]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the signal {name} cannot be sent");
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    address: Address,
    /// What it printed before it was ready.
    pub(crate) printed: String,
    /// Held open, so that the server may go on printing.
    _output: ChildStdout,
}

impl Server {
    /// Resolves when it accepts requests.
    pub(crate) async fn start(place: &Place) -> Self {
        Self::start_by(hearth(place, &["serve"])).await
    }

    /// The same by a command with settings of a test's own.
    pub(crate) async fn start_by(serve: Command) -> Self {
        Self::try_start(serve).await.expect("the server ended before it was ready")
    }

    /// Nothing where it ends instead.
    async fn try_start(mut serve: Command) -> Option<Self> {
        let mut child = serve.stdout(Stdio::piped()).spawn().expect("hearth starts");
        let output = child.stdout.take().expect("its output is piped");
        let ready = soon("the server to be ready", tokio::task::spawn_blocking(|| ready(output))).await;
        match ready.expect("reading does not panic") {
            Some((address, printed, output)) => {
                Some(Self { child, address: Arc::new(Mutex::new(address)), printed, _output: output })
            }
            None => {
                end(&mut child);
                None
            }
        }
    }

    /// Starts again on the same data. Whoever knows the address learns the new one.
    pub(crate) async fn start_again(&mut self, place: &Place) {
        assert!(self.try_start_again(place).await, "the server ended before it was ready");
    }

    /// The same, or says that it ended instead.
    pub(crate) async fn try_start_again(&mut self, place: &Place) -> bool {
        let known = self.address.clone();
        let Some(started) = Self::try_start(hearth(place, &["serve"])).await else { return false };
        *self = started;
        let now = *self.address.lock().expect("nobody panics with it");
        *known.lock().expect("nobody panics with it") = now;
        self.address = known;
        true
    }

    pub(crate) fn address(&self) -> Address {
        self.address.clone()
    }

    /// What it says to whoever asks whether it can serve.
    pub(crate) async fn readiness(&self) -> Answer {
        let mut http = Http::new(self.address());
        let asking = http.call("GET", "/_hearth/ready", "", None);
        soon("the server to say whether it is ready", asking).await.expect("the server answers")
    }

    /// SIGKILL: no handler runs, nothing is flushed.
    pub(crate) fn kill(&mut self) {
        assert!(self.is_running(), "the server ended before it was killed");
        end(&mut self.child);
    }

    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("a process of ours").is_none()
    }

    /// SIGTERM, as service managers send it.
    pub(crate) fn terminate(&self) {
        signal(&self.child, "TERM");
    }

    /// Holds it up where it stands, as a machine does that is out of memory, until it is let go on.
    pub(crate) fn hold_up(&self) {
        signal(&self.child, "STOP");
    }

    pub(crate) fn let_go_on(&self) {
        signal(&self.child, "CONT");
    }

    pub(crate) async fn ended(&mut self) -> ExitStatus {
        ended(&mut self.child).await
    }

    pub(crate) async fn stop(&mut self) {
        self.terminate();
        let status = self.ended().await;
        assert!(status.success(), "the server stopped with {status}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

/// The address in the line that says the server is ready, and what was printed before it.
fn ready(output: ChildStdout) -> Option<(SocketAddr, String, ChildStdout)> {
    let mut lines = BufReader::new(output);
    let (mut printed, mut line) = (String::new(), String::new());
    while lines.read_line(&mut line).is_ok_and(|bytes| bytes > 0) {
        if let Some(address) = line.trim_end().strip_prefix("ready http://") {
            return Some((address.parse().expect("an address"), printed, lines.into_inner()));
        }
        printed.push_str(&line);
        line.clear();
    }
    None
}
