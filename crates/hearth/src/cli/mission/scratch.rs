//! A server for the time of the checks: a folder, a port of the loopback, an administrator, and a community that is known.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use hearth_app::{App, Config, app::Doors};
use hearth_i18n::Cultures;
use hearth_insight::{
    Insight, reports,
    scores::{self, Scores},
    segments,
    signals::{Stream, Workspace},
};
use hearth_kernel::{Context, Error, Result, Rng, id};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    runtime::Runtime,
    sync::oneshot,
    task::JoinHandle,
};

use super::community::{END, Story, story};

/// The workspace of the community that is known: what was moved in is history, whose last day is over.
const WORKSPACE: &str = "import";

pub(super) struct Scratch {
    runtime: Runtime,
    address: SocketAddr,
    token: String,
    insight: Arc<Insight>,
    pub cultures: Cultures,
    pub story: Story,
    /// What the engine said of the end of the story.
    pub scores: Result<Value>,
    serving: JoinHandle<()>,
    stop: oneshot::Sender<()>,
    _folder: Folder,
}

/// A folder that goes when it is dropped.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

impl Scratch {
    pub fn open() -> Result<Self> {
        let folder = Folder(std::env::temp_dir().join(format!("hearth-mission-{}", id::letters(&Rng::from_os(), 12))));
        let made = std::fs::create_dir(&folder.0);
        made.map_err(|error| Error::unavailable("there is no room for a server to check").caused_by(error))?;
        let runtime = super::super::runtime()?;
        let config = config(&folder.0)?;
        let cultures = Cultures::load().map_err(Error::internal)?;
        let mut story = story();
        let signals = std::mem::take(&mut story.signals);
        let password = id::letters(&Rng::from_os(), 24);
        let (app, doors) = runtime.block_on(async {
            let app = App::open(&config, Context::real()).await?;
            app.matrix.accounts.create("mission", &password, true).await?;
            app.insight.log.append(&Workspace::import(), &Stream::parse("mission")?, signals).await?;
            Ok::<_, Error>((app, Doors::open(&config, None).await?))
        })?;
        let (insight, address) = (app.insight.clone(), doors.main.address()?);
        let scores = runtime.block_on(said(&insight.scores));
        let (stop, stopped) = oneshot::channel();
        let serving = runtime.spawn(app.serve(doors, async { _ = stopped.await }));
        let token = String::new();
        let mut scratch =
            Self { runtime, address, token, insight, cultures, story, scores, serving, stop, _folder: folder };
        let login = json!({
            "type": "m.login.password", "password": password, "identifier": { "type": "m.id.user", "user": "mission" },
        });
        let (_, answer) = scratch.call("POST", "/_matrix/client/v3/login", &login.to_string())?;
        let answer: Value = serde_json::from_str(&answer).unwrap_or_default();
        scratch.token = answer["access_token"].as_str().unwrap_or_default().to_owned();
        Ok(scratch)
    }

    /// What the server answers to its administrator: the status and the body.
    pub fn call(&self, method: &str, path: &str, body: &str) -> Result<(u16, String)> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
            self.token,
            body.len()
        );
        let answer: std::io::Result<Vec<u8>> = self.runtime.block_on(async {
            let mut stream = TcpStream::connect(self.address).await?;
            stream.write_all(format!("{head}{body}").as_bytes()).await?;
            let mut answer = Vec::new();
            stream.read_to_end(&mut answer).await?;
            Ok(answer)
        });
        let answer = answer.map_err(|error| Error::unavailable("the server does not answer").caused_by(error))?;
        let answer = String::from_utf8_lossy(&answer);
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        let (_, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        Ok((status.unwrap_or_default(), body.to_owned()))
    }

    /// A report on the community that is known, with nothing withheld.
    pub fn report(&self, name: &str, parameters: &[(&str, &str)]) -> Result<Value> {
        let own = [("workspace", WORKSPACE), ("least", "1")];
        let all = own.iter().chain(parameters).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let command = reports::Command::Report { report: name.to_owned(), parameters: all.collect() };
        let answer = self.runtime.block_on(self.insight.reports.administer(command))?;
        Ok(answer["report"].clone())
    }

    pub fn segment(&self, command: impl FnOnce(String) -> segments::Command) -> Result<Value> {
        self.runtime.block_on(self.insight.segments.administer(command(WORKSPACE.to_owned())))
    }

    pub fn close(self) {
        self.stop.send(()).ok();
        self.runtime.block_on(self.serving).ok();
    }
}

async fn said(scores: &Scores) -> Result<Value> {
    let (workspace, language) = (WORKSPACE.to_owned(), "en".to_owned());
    scores.administer(scores::Command::ScoreMembers { workspace, as_of: Some(END), most: 1_000, language }).await
}

fn config(folder: &Path) -> Result<Config> {
    let folder = folder.to_str().ok_or_else(|| Error::internal("the folder for temporary things has no plain name"))?;
    let values = [
        ("HEARTH_DATA_DIR", folder),
        ("HEARTH_SERVER_NAME", "mission.localhost"),
        ("HEARTH_LISTEN", "127.0.0.1:0"),
        ("HEARTH_RATE_LIMITS", "off"),
    ];
    Config::load(None, values.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())))
}
