//! Puts the house together: opens the store, makes the modules, checks that they fit, serves.

use std::{
    future::Future,
    num::NonZeroU32,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use axum::Router;
use hearth_http::{
    Certificate, Listener, Meter, Module, Outgoing, Quota, RateLimits, Server, Stopping, TrustedProxies, router,
};
use hearth_i18n::Cultures;
use hearth_insight::Insight;
use hearth_kernel::{Context, Error, Result};
use hearth_matrix::{Matrix, Settings, accounts, media};
use hearth_store::{Migration, Options, Store};
use hearth_trust::{Trust, privacy};

use crate::{
    admin,
    config::{Choice, Config, ConsentDefault, Contact, Document, OldMediaPaths, Role, Switch, Synchronous},
    fit, health, metrics, register, translate, web,
};

/// Everything that one process runs.
pub struct App {
    pub store: Arc<Store>,
    pub matrix: Arc<Matrix>,
    pub insight: Arc<Insight>,
    /// Whether the retention engine runs. Facts are kept for it in any case.
    learns: bool,
    pub trust: Arc<Trust>,
    pub router: Router,
    /// Everything that the router, the migrations and the reference pages are made of.
    pub modules: Vec<Module>,
    data_dir: PathBuf,
    /// Where administrators are heard.
    door: Option<admin::Door>,
    server: Arc<Server>,
    stopping: Stopping,
    stop: tokio::sync::watch::Sender<bool>,
}

/// The schema of all crates.
pub fn migrations() -> Vec<Migration> {
    [hearth_matrix::migrations(), hearth_insight::migrations(), hearth_trust::migrations()].concat()
}

/// Where the store is, as the configuration has it.
pub fn store_options(config: &Config) -> Options {
    let synchronous = match config.sqlite_synchronous {
        Synchronous::Full => "FULL",
        Synchronous::Normal => "NORMAL",
    };
    Options {
        database_url: config.database_url.clone(),
        sqlite_synchronous: synchronous.to_owned(),
        ..Options::embedded(&PathBuf::from(&config.data_dir))
    }
}

/// Where clients come in, where the metrics are read, and the certificate in use.
pub struct Doors {
    pub main: Listener,
    pub metrics: Option<Listener>,
    pub certificate: Option<Arc<Certificate>>,
}

/// What the configuration names on this machine. It is read before the database is opened, so that what is not there or of
/// no use leaves no new one behind.
struct Named {
    settings: Settings,
    translate: (Module, Option<String>),
    web: web::Named,
}

impl Named {
    fn read(config: &Config, options: &Options) -> Result<Self> {
        let settings = settings(config, options)?;
        Ok(Self { settings, translate: translate::module(config)?, web: web::Named::read(config)? })
    }
}

/// Whether a server could start with this configuration, as far as it can be told without the database and the ports.
pub fn check(config: &Config) -> Result<()> {
    certificate(config)?;
    Named::read(config, &store_options(config)).map(drop)
}

/// The certificate that the configuration names.
pub fn certificate(config: &Config) -> Result<Option<Arc<Certificate>>> {
    match config.tls_certificate.as_str() {
        "" => Ok(None),
        chain => Certificate::load(Path::new(chain), Path::new(&config.tls_key)).map(Some),
    }
}

impl Doors {
    /// Binds what the configuration names.
    pub async fn open(config: &Config, certificate: Option<Arc<Certificate>>) -> Result<Self> {
        let mut main = Listener::bind(&config.listen).await?;
        if let Some(certificate) = &certificate {
            main = main.with_certificate(certificate)?;
        }
        let metrics = match &*config.metrics_listen {
            "" => None,
            address => Some(Listener::bind(address).await?),
        };
        Ok(Self { main, metrics, certificate })
    }

    /// Where clients come in, as they would write it.
    pub fn address(&self) -> Result<String> {
        let scheme = if self.certificate.is_some() { "https" } else { "http" };
        Ok(format!("{scheme}://{}", self.main.address()?))
    }
}

impl App {
    pub async fn open(config: &Config, context: Context) -> Result<Self> {
        Self::open_with(config, context, store_options(config)).await
    }

    /// The same with a store of the simulator's choice.
    pub async fn open_with(config: &Config, context: Context, options: Options) -> Result<Self> {
        let name = Some(&*config.server_name).filter(|name| !name.is_empty());
        let Named { settings, translate: (translate, translator), web } = Named::read(config, &options)?;
        let (signals, models) = (signals_folder(config, &options.data_dir), options.data_dir.join("models"));
        let folders = hearth_insight::Folders { signals, models };
        let store = Store::open(options, &context, name, &migrations()).await?;
        let cultures = Arc::new(Cultures::load().map_err(Error::internal)?);
        let matrix = Arc::new(Matrix::new(store.clone(), context.clone(), cultures.clone(), settings).await?);
        let trust = trust_settings(config);
        let trust = Arc::new(Trust::new(store.clone(), context.clone(), cultures.clone(), trust));
        let consent = trust.privacy.clone();
        let insight = Insight::new(store.clone(), context.clone(), cultures.clone(), consent, folders);
        let insight = Arc::new(insight.await?);
        let learns = config.insight == Switch::On;
        let mut modules = matrix.modules();
        if learns {
            modules.extend(insight.modules());
        }
        modules.extend(trust.modules());
        modules.push(health::module(&store));
        modules.push(translate);
        let clock = context.clock.clone();
        modules.push(web::module(config, web, &matrix.accounts, &cultures, store.server_name(), translator, clock));
        fit::check(&modules, &cultures)?;
        trust.privacy.list(&modules, if learns { register::signals() } else { Vec::new() });
        let (stop, stopping) = Stopping::new();
        let limits = rate_limits(config, &context);
        let server = Server::new(context, matrix.accounts.clone(), limits, stopping.clone());
        let server = Arc::new(Server { proxies: TrustedProxies::parse(&config.trusted_proxies)?, ..server });
        let router = router(&server, &modules);
        let data_dir = PathBuf::from(&config.data_dir);
        Ok(Self {
            store,
            matrix,
            insight,
            learns,
            trust,
            router,
            modules,
            data_dir,
            door: None,
            server,
            stopping,
            stop,
        })
    }

    /// Lets `hearth admin` in as soon as this serves. Without it that works only while the server is stopped.
    pub fn open_to_administrators(&mut self) {
        match admin::Door::open(&self.data_dir) {
            Ok(door) => self.door = Some(door),
            Err(error) => tracing::warn!(%error, "`hearth admin` will not reach this server while it runs"),
        }
    }

    /// Does what an administrator asks for, in this process.
    pub async fn administer(&self, command: admin::Command) -> Result<serde_json::Value> {
        self.desk().administer(command).await
    }

    fn desk(&self) -> admin::Desk {
        admin::Desk { accounts: self.matrix.accounts.clone(), insight: self.insight.clone() }
    }

    /// The page that Prometheus reads, for a listener of its own.
    pub fn metrics(&self) -> Router {
        metrics::router(&self.store, &self.matrix, &self.insight, &self.server)
    }

    /// Runs the listeners of all crates until the store closes.
    pub fn listen(&self) -> impl Future<Output = ()> + Send + use<> {
        let (matrix, insight, trust) = (self.matrix.clone(), self.insight.clone(), self.trust.clone());
        let learns = self.learns;
        let learn = async move {
            if learns {
                insight.listen().await;
            }
        };
        async move {
            tokio::join!(matrix.listen(), learn, trust.listen());
        }
    }

    /// Serves until `stop` resolves, then finishes what is in flight and closes the store.
    pub async fn serve(self, doors: Doors, stop: impl Future<Output = ()>) {
        let Doors { main, metrics, certificate } = doors;
        let metrics_page = self.metrics();
        let listening = tokio::spawn(self.listen());
        let desk = self.desk();
        let administrators = self.door.map(|door| tokio::spawn(door.serve(desk)));
        let insight = self.learns.then(|| self.insight.clone());
        let housekeeping = tokio::spawn(housekeeping(self.matrix.clone(), insight, self.server.clone(), certificate));
        let metrics = metrics.map(|listener| {
            // Whoever reads the metrics is not counted among the clients.
            tokio::spawn(listener.serve(metrics_page, self.stopping.clone(), Meter::default()))
        });
        let serving = main.serve(self.router.clone(), self.stopping.clone(), self.server.meter.clone());
        let mut serving = std::pin::pin!(serving);
        tokio::select! {
            biased;
            () = &mut serving => {}
            () = stop => {
                tracing::info!("stopping: finishing what is under way");
                self.stop.send_replace(true);
                serving.await;
            }
        }
        housekeeping.abort();
        listening.abort();
        if let Some(metrics) = metrics {
            metrics.abort();
        }
        if let Some(administrators) = administrators {
            administrators.abort();
            administrators.await.ok();
        }
        self.store.close().await;
    }
}

fn settings(config: &Config, options: &Options) -> Result<Settings> {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let terms = accounts::Terms {
        version: config.terms_version.clone(),
        texts: config.terms.0.iter().map(terms_text).collect(),
    };
    let ms = |seconds: u32| i64::from(seconds) * 1_000;
    let accounts = accounts::Settings {
        registration: match config.registration {
            Choice::Open => accounts::Registration::Open,
            Choice::Token => accounts::Registration::Token,
            Choice::Closed => accounts::Registration::Closed,
        },
        terms: Some(terms).filter(|terms| !terms.texts.is_empty()),
        shared_secret: some(&config.shared_secret),
        public_base_url: some(&config.public_base_url),
        support: accounts::Support {
            page: some(&config.support_page),
            contacts: config.support_contacts.0.iter().map(contact).collect(),
        },
        argon2: accounts::Argon2Settings {
            memory_kib: config.argon2_memory_kib.get(),
            iterations: config.argon2_iterations.get(),
            lanes: config.argon2_lanes.get(),
        },
        access_token_ms: ms(config.access_token_seconds.get()),
        refresh_token_ms: Some(ms(config.refresh_token_seconds)).filter(|lives| *lives > 0),
        guesses_are_limited: config.rate_limits == Switch::On,
        has_tls: !config.tls_certificate.is_empty(),
    };
    let push = match config.push {
        Switch::On => Some(Outgoing::new(config.reach(config.push_private), &config.extra_ca)?),
        Switch::Off => None,
    };
    Ok(Settings { accounts, media: media_settings(config, options), presence: config.presence == Switch::On, push })
}

fn trust_settings(config: &Config) -> hearth_trust::Settings {
    let default = |default: ConsentDefault| match default {
        ConsentDefault::OptIn => privacy::ConsentDefault::OptIn,
        ConsentDefault::Notice => privacy::ConsentDefault::Notice,
    };
    let regions = config.consent_regions.0.iter().map(|(region, own)| (*region, default(*own))).collect();
    hearth_trust::Settings { privacy: privacy::Settings { default: default(config.consent_default), regions } }
}

/// Where uploaded files are kept.
pub(crate) fn media_folder(config: &Config, data_dir: &Path) -> PathBuf {
    match config.media_dir.as_str() {
        "" => data_dir.join("media"),
        folder => PathBuf::from(folder),
    }
}

/// Where signals are kept.
pub fn signals_folder(config: &Config, data_dir: &Path) -> PathBuf {
    match config.signals_dir.as_str() {
        "" => data_dir.join("signals"),
        folder => PathBuf::from(folder),
    }
}

fn media_settings(config: &Config, options: &Options) -> media::Settings {
    const MIB: u64 = 1024 * 1024;
    media::Settings {
        folder: media_folder(config, &options.data_dir),
        upload_bytes: u64::from(config.media_upload_mib.get()) * MIB,
        quota_bytes: u64::from(config.media_quota_mib.get()) * MIB,
        unauthenticated: match config.media_unauthenticated {
            OldMediaPaths::Frozen => media::Unauthenticated::Frozen,
            OldMediaPaths::Open => media::Unauthenticated::Open,
        },
    }
}

fn terms_text(document: &Document) -> accounts::TermsText {
    let Document { language, name, url } = document.clone();
    accounts::TermsText { language, name, url }
}

fn contact(Contact { role, address }: &Contact) -> (&'static str, String) {
    let role = match role {
        Role::Admin => "m.role.admin",
        Role::Security => "m.role.security",
    };
    (role, address.clone())
}

fn rate_limits(config: &Config, context: &Context) -> RateLimits {
    if config.rate_limits == Switch::Off {
        return RateLimits::off(context.clock.clone());
    }
    let quota = |per_second, burst: NonZeroU32| Quota { per_second, burst: burst.get() };
    RateLimits::new(
        context.clock.clone(),
        quota(config.rate_reading_per_second, config.rate_reading_burst),
        quota(config.rate_writing_per_second, config.rate_writing_burst),
        quota(config.rate_signing_in_per_second, config.rate_signing_in_burst),
        quota(config.rate_ingesting_per_second, config.rate_ingesting_burst),
    )
}

async fn housekeeping(
    matrix: Arc<Matrix>,
    insight: Option<Arc<Insight>>,
    server: Arc<Server>,
    certificate: Option<Arc<Certificate>>,
) {
    const EVERY: Duration = Duration::from_secs(60);
    loop {
        tokio::time::sleep(EVERY).await;
        if let Err(error) = matrix.tidy().await {
            tracing::warn!(%error, "what was to be written down in passing was not");
        }
        if let Some(insight) = &insight
            && let Err(error) = insight.tidy().await
        {
            tracing::warn!(%error, "what nobody needs any more was not taken away");
        }
        server.rate_limits.forget_idle();
        if let Some(certificate) = &certificate {
            renew(certificate, false);
        }
        // Without the retention engine facts wait for it.
        let trimmed = match insight {
            Some(_) => hearth_store::trim_heard_outbox(&matrix.store).await,
            None => hearth_store::trim_outbox(&matrix.store).await,
        };
        if let Err(error) = trimmed {
            tracing::warn!(%error, "the outbox could not be trimmed");
        }
    }
}

/// Takes the certificate's files again if they changed. A pair that does not fit is left alone: the old one
/// goes on serving.
pub fn renew(certificate: &Certificate, is_asked_for: bool) {
    let read = if is_asked_for { certificate.reload().map(|()| true) } else { certificate.reload_if_changed() };
    match read {
        Ok(true) => tracing::info!("the certificate was read again"),
        Ok(false) => {}
        Err(error) => tracing::warn!(%error, "the new certificate cannot be used; the old one stays"),
    }
}
