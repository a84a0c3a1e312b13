//! `hearth serve`

use std::{os::unix::fs::PermissionsExt, path::Path, process::ExitCode};

use hearth_app::{
    App, Config,
    app::{self, Doors, renew},
};
use hearth_kernel::{Context, Error, Result};
use sd_notify::NotifyState;
use tokio::signal::unix::{SignalKind, signal};

pub(super) fn run(config: &Config) -> Result<ExitCode> {
    super::start_logging(config);
    for (variable, nearest) in Config::unknown_variables(std::env::vars()) {
        tracing::warn!(variable, nearest, "this variable is not one of Hearth's");
    }
    super::runtime()?.block_on(serve(config))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(config: &Config) -> Result<()> {
    let unavailable = |error: std::io::Error| Error::internal("signals cannot be heard").caused_by(error);
    let mut terminate = signal(SignalKind::terminate()).map_err(unavailable)?;
    let mut hangup = signal(SignalKind::hangup()).map_err(unavailable)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(unavailable)?;
    let certificate = app::certificate(config)?;
    let mut app = App::open(config, Context::real()).await?;
    warn_of_readers(Path::new(&config.data_dir));
    let doors = Doors::open(config, certificate).await?;
    warn_of_listeners(config, &doors)?;
    let address = doors.address()?;
    if app.store.server_name() == "localhost" {
        tracing::warn!(
            "the server's name is localhost: good for trying out; for a real community start with an empty data directory and set HEARTH_SERVER_NAME"
        );
    }
    if let Some(path) = app.matrix.accounts.setup_link().await? {
        let base = Some(config.public_base_url.trim_end_matches('/')).filter(|base| !base.is_empty());
        println!("To make the first administrator, open this link once:\n  {}{path}", base.unwrap_or(&address));
    }
    if let Some(metrics) = &doors.metrics {
        tracing::info!("metrics at http://{}/metrics", metrics.address()?);
    }
    app.open_to_administrators();
    println!("ready {address}");
    tell_systemd(&[NotifyState::Ready]);
    let certificate = doors.certificate.clone();
    let stop = async move {
        loop {
            tokio::select! {
                biased;
                _ = terminate.recv() => break,
                _ = interrupt.recv() => break,
                _ = hangup.recv() => certificate.iter().for_each(|certificate| renew(certificate, true)),
            }
        }
        tell_systemd(&[NotifyState::Stopping]);
    };
    app.serve(doors, stop).await;
    Ok(())
}

/// What Hearth makes only its own user reads, but a folder that was there already keeps its mode.
fn warn_of_readers(data_dir: &Path) {
    /// Reading or entering, for everybody.
    const EVERYBODY: u32 = 0o005;
    let mode = std::fs::metadata(data_dir).map(|folder| folder.permissions().mode());
    if mode.is_ok_and(|mode| mode & EVERYBODY != 0) {
        let data_dir = data_dir.display();
        tracing::warn!("every user of this machine can look into {data_dir}; `chmod 700 {data_dir}` shuts them out");
    }
}

/// Passwords and messages that are not encrypted can be read on their way by whoever stands on it.
fn warn_of_listeners(config: &Config, doors: &Doors) -> Result<()> {
    let address = doors.main.address()?;
    if doors.certificate.is_none() && config.trusted_proxies.is_empty() && !address.ip().is_loopback() {
        tracing::warn!(
            "clients that come to http://{address} are not encrypted: set tls_certificate and tls_key, or put a proxy with TLS in front and name it in trusted_proxies"
        );
    }
    Ok(())
}

/// Started by systemd, it says when it serves and when it stops; elsewhere nobody asks.
fn tell_systemd(state: &[NotifyState<'_>]) {
    if let Err(error) = sd_notify::notify(state) {
        tracing::warn!(%error, "systemd could not be told");
    }
}
