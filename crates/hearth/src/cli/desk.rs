//! Who does what an administrator asks for: the server that runs on the data directory, or this process.
//!
//! While a server runs it is asked through its socket, since one process works on a data directory; otherwise the database
//! is opened here.

use std::path::Path;

use hearth_app::{App, Config, admin, app};
use hearth_kernel::{Context, Result};
use serde_json::Value;

pub(super) enum Desk<'a> {
    Running(&'a Path),
    Stopped(Box<App>),
}

/// Opens the database for a command, unless a server elsewhere would end by that.
pub(super) async fn open(config: &Config, context: Context) -> Result<App> {
    hearth_store::expect_no_writer(&app::store_options(config)).await?;
    App::open(config, context).await
}

impl<'a> Desk<'a> {
    pub(super) async fn reach(config: &'a Config) -> Result<Self> {
        Self::reach_place(config, false).await
    }

    /// A mistyped place is refused unless somebody `makes` something: a new, empty database there would answer everything
    /// with nothing.
    pub(super) async fn reach_place(config: &'a Config, makes: bool) -> Result<Self> {
        let data_dir = Path::new(&config.data_dir);
        if admin::is_open(data_dir).await? {
            return Ok(Self::Running(data_dir));
        }
        if !makes {
            hearth_store::require(&app::store_options(config)).await?;
        }
        match open(config, Context::real()).await {
            Ok(app) => Ok(Self::Stopped(Box::new(app))),
            // A server that was just starting has the database, and its door is open by now.
            Err(_) if admin::is_open(data_dir).await? => Ok(Self::Running(data_dir)),
            Err(error) => Err(error),
        }
    }

    pub(super) async fn ask(&self, command: admin::Command) -> Result<Value> {
        match self {
            Self::Running(data_dir) => admin::ask(data_dir, &command).await,
            Self::Stopped(app) => app.administer(command).await,
        }
    }

    /// Reaches it, asks one thing, and leaves.
    pub(super) fn ask_once(config: &'a Config, command: impl Into<admin::Command>) -> Result<Value> {
        super::runtime()?.block_on(async {
            let desk = Self::reach(config).await?;
            let answer = desk.ask(command.into()).await;
            desk.leave().await;
            answer
        })
    }

    pub(super) async fn leave(self) {
        if let Self::Stopped(app) = self {
            app.store.close().await;
        }
    }
}
