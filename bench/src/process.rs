//! Child processes that never outlive the benchmark, and can be frozen while another server is measured.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use tokio::process::{Child, Command};
use tokio::time::{Instant, timeout};

/// How long the end of a killed process is waited for.
const KILL_LIMIT: Duration = Duration::from_secs(2);
/// A server that has not stopped after this is killed.
const STOP_LIMIT: Duration = Duration::from_secs(30);

pub struct Process {
    child: Child,
    name: String,
    frozen: bool,
}

impl Process {
    /// Starts a program with its output going to `log`. It runs under setpriv(1), which asks the kernel to kill it
    /// when the benchmark dies by whatever means, then becomes the program itself, so the process id stays.
    pub fn start(program: &Path, user: Option<&str>, log: &Path, set_up: impl FnOnce(&mut Command)) -> Result<Self> {
        let output = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        let mut command = Command::new("setpriv");
        if let Some(user) = user {
            command.args(["--reuid", user, "--regid", user, "--clear-groups"]);
        }
        command.args(["--pdeathsig", "KILL", "--"]).arg(program);
        set_up(&mut command);
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        let name = program.display().to_string();
        let child = command.spawn().with_context(|| format!("cannot start {name}"))?;
        Ok(Self { child, name, frozen: false })
    }

    pub fn id(&self) -> Result<u32> {
        self.child.id().with_context(|| format!("{} has ended", self.name))
    }

    /// An error when the process has ended.
    pub fn expect_alive(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => bail!("{} ended: {status}", self.name),
        }
    }

    pub fn freeze(&mut self) -> Result<()> {
        self.signal(Signal::STOP)?;
        self.frozen = true;
        Ok(())
    }

    /// Says whether it was frozen.
    pub fn thaw(&mut self) -> Result<bool> {
        self.signal(Signal::CONT)?;
        Ok(std::mem::take(&mut self.frozen))
    }

    /// Asks the process to end by `signal` and waits for it.
    pub async fn stop(&mut self, signal: Signal) -> Result<()> {
        if self.child.try_wait()?.is_some() {
            return Ok(());
        }
        self.thaw()?;
        self.signal(signal)?;
        if timeout(STOP_LIMIT, self.child.wait()).await.is_err() {
            self.child.kill().await?;
        }
        Ok(())
    }

    fn signal(&self, signal: Signal) -> Result<()> {
        let id = i32::try_from(self.id()?)?;
        let pid = Pid::from_raw(id).context("process id 0")?;
        kill_process(pid, signal).with_context(|| format!("cannot signal {}", self.name))
    }
}

/// Killed and gone when this returns, so that its folder can be removed.
impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.start_kill();
        let deadline = Instant::now() + KILL_LIMIT;
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
