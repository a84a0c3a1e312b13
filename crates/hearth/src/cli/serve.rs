//! `hearth serve`

use std::process::ExitCode;

use hearth_app::{App, Config};
use hearth_http::Listener;
use hearth_kernel::{Context, Error, Result};
use tokio::signal::unix::{SignalKind, signal};

pub(super) fn run(config: &Config) -> Result<ExitCode> {
    super::start_logging(config);
    for variable in Config::unknown_variables(std::env::vars()) {
        tracing::warn!(variable, "this variable is not one of Hearth's; see docs/configuration.md");
    }
    super::runtime()?.block_on(serve(config))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(config: &Config) -> Result<()> {
    let unavailable = |error: std::io::Error| Error::internal("signals cannot be heard").caused_by(error);
    let mut terminate = signal(SignalKind::terminate()).map_err(unavailable)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(unavailable)?;
    let mut app = App::open(config, Context::real()).await?;
    let listener = Listener::bind(&config.listen).await?;
    let address = format!("http://{}", listener.address()?);
    if app.store.server_name() == "localhost" {
        tracing::warn!(
            "the server's name is localhost: good for trying out; for a real community start with an empty data directory and set HEARTH_SERVER_NAME"
        );
    }
    if let Some(path) = app.matrix.accounts.setup_link().await? {
        println!("To make the first administrator, open this link once:\n  {address}{path}");
    }
    app.open_to_administrators();
    println!("ready {address}");
    let stop = async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    app.serve(listener, stop).await;
    Ok(())
}
