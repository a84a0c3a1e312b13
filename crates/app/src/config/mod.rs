//! The configuration: one flat list of keys, each declared once with its default and its words. From
//! it come the parser, the environment's names, the errors and docs/configuration.md.

mod setting;

use std::{collections::BTreeMap, num::NonZeroU32, path::Path};

use hearth_http::{Reach, TrustedProxies};
use hearth_kernel::{Error, Result};

pub use setting::*;

/// A key as it is declared.
pub struct Key {
    pub name: &'static str,
    pub default: &'static str,
    pub doc: &'static str,
}

impl Key {
    /// The variable that overrides it.
    pub fn variable(&self) -> String {
        format!("HEARTH_{}", self.name.to_uppercase())
    }
}

macro_rules! keys {
    ($($(#[doc = $doc:literal])* $name:ident: $type:ty = $default:literal,)*) => {
        /// Every setting, checked.
        #[derive(Clone, Debug)]
        pub struct Config { $(pub $name: $type,)* }

        /// Every key, in the order of the reference page.
        pub const KEYS: &[Key] = &[$(Key { name: stringify!($name), default: $default, doc: concat!($($doc,)*) },)*];

        impl Config {
            fn from_values(values: &BTreeMap<String, String>) -> Result<Self> {
                Ok(Self { $($name: <$type as Setting>::parse(stringify!($name), values.get(stringify!($name)).map_or($default, String::as_str))?,)* })
            }
        }
    };
}

keys! {
    /// Where Hearth keeps its data: the embedded database and the lock that keeps a second process out.
    data_dir: String = "./data",
    /// The address and port that Hearth listens on. For the open internet give it a certificate, or put a
    /// proxy with TLS in front.
    listen: SocketName = "127.0.0.1:8008",
    /// The name that every member id and room address ends with. It can never be changed. Empty: the
    /// database's own name, or `localhost` for a new one, which is good for trying out only.
    server_name: ServerName = "",
    /// A PostgreSQL URL, such as `postgres://user:password@127.0.0.1/hearth`. Empty: the embedded database.
    database_url: String = "",
    /// Who may make an account: `open` (anybody), `token` (who has a registration token, which `hearth admin
    /// registration-token` makes) or `closed` (nobody, but the first administrator by the one-time link).
    registration: Choice = "closed",
    /// What people agree to who register: for each language its tag, the document's name and its address, with
    /// commas in between: `en Terms of Service https://example.org/terms, zh-Hans 服务条款 https://example.org/zh`.
    /// Empty: nothing.
    terms: Documents = "",
    /// The version of the terms, which is kept with each account that agreed to it.
    terms_version: String = "1",
    /// How long an access token lives that comes with a refresh token, in seconds. Clients that do not refresh
    /// get one that lives until they sign out.
    access_token_seconds: NonZeroU32 = "3600",
    /// How long a refresh token lives, in seconds. 0: until its device signs out.
    refresh_token_seconds: u32 = "0",
    /// The address under which clients reach this server, such as `https://chat.example.org`. Empty: as
    /// they called it.
    public_base_url: BaseUrl = "",
    /// What this community is called, for people who are invited: for each language its tag and the words, with
    /// bars in between: `en The gardeners of Lyon | fr Les jardiniers de Lyon`. Empty: the server's name.
    community_name: Words = "",
    /// What this community is for, in the same form. Empty: nothing.
    community_description: Words = "",
    /// A picture of this community, a PNG, JPEG or WebP file of 1 MiB at most. Empty: none.
    community_picture: String = "",
    /// The address of the room that newcomers begin in, such as `#welcome:example.org`. It has to be open to everybody
    /// here. Empty: they choose.
    community_room: RoomAlias = "",
    /// A page with help on this server, which clients that look for it show. Empty: none.
    support_page: BaseUrl = "",
    /// Whom to write to about this server, with commas in between: `admin` or `security`, and an address for mail or a
    /// Matrix ID, such as `admin help@example.org, security @ada:example.org`. Empty: nobody.
    support_contacts: Contacts = "",
    /// A folder with a web app to serve in place of the one that is built in, for work on the app. Empty: the
    /// built-in one.
    web_dir: String = "",
    /// A certificate with its chain, PEM: Hearth speaks TLS itself. It is read again when the file changes,
    /// or on SIGHUP. Empty: plain HTTP, for loopback or behind a proxy.
    tls_certificate: String = "",
    /// The private key of `tls_certificate`, PEM.
    tls_key: String = "",
    /// The proxies that stand in front, as addresses or networks with commas in between, such as
    /// `127.0.0.1, 10.0.0.0/8`. Their X-Forwarded-For header names the client, for limits by address. From
    /// anybody else it is ignored.
    trusted_proxies: String = "",
    /// The address and port where Prometheus finds `/metrics`, such as `127.0.0.1:9464`. Empty: nowhere.
    metrics_listen: SocketName = "",
    /// Whether `metrics_listen` may be an address that other machines reach. There is no password on it.
    metrics_beyond_loopback: bool = "false",
    /// Whether members are told who is here: `on` or `off`. It is kept in memory alone.
    presence: Switch = "on",
    /// Whether devices are woken through the push gateways that members' apps name: `on` or `off`. Requests go to public
    /// addresses alone, by TLS.
    push: Switch = "on",
    /// Whether push gateways may have private addresses and do without TLS: for a gateway of one's own. Members name
    /// gateways, so that a member can have the server ask any address that it can reach.
    push_private: bool = "false",
    /// Limits on how often one account or address may call: `on` or `off` (for tests).
    rate_limits: Switch = "on",
    /// Reading calls of one account: so many a second on average.
    rate_reading_per_second: f64 = "50",
    /// Reading calls of one account: so many at once.
    rate_reading_burst: NonZeroU32 = "500",
    /// Writing calls of one account: so many a second on average.
    rate_writing_per_second: f64 = "10",
    /// Writing calls of one account: so many at once.
    rate_writing_burst: NonZeroU32 = "100",
    /// Sign-ups and sign-ins from one address: so many a second on average.
    rate_signing_in_per_second: f64 = "0.2",
    /// Sign-ups and sign-ins from one address: so many at once.
    rate_signing_in_burst: NonZeroU32 = "20",
    /// Requests with events of another product from one address: so many a second on average.
    rate_ingesting_per_second: f64 = "100",
    /// Requests with events of another product from one address: so many at once.
    rate_ingesting_burst: NonZeroU32 = "1000",
    /// Memory that one password check takes, in KiB (argon2id).
    argon2_memory_kib: NonZeroU32 = "19456",
    /// Passes of one password check (argon2id).
    argon2_iterations: NonZeroU32 = "2",
    /// Lanes of one password check (argon2id).
    argon2_lanes: NonZeroU32 = "1",
    /// The folder that uploaded files are kept in; it belongs into every backup, with the database. Empty:
    /// `media` in `data_dir`.
    media_dir: String = "",
    /// The largest file that a member can upload, in MiB.
    media_upload_mib: NonZeroU32 = "100",
    /// All files of one member together, in MiB.
    media_quota_mib: NonZeroU32 = "10240",
    /// What the old paths give out, on which files are had without a token: `frozen` (what was uploaded while
    /// they were open, so nothing on a new server) or `open` (everything; older clients need this to show
    /// pictures, and whoever learns a file's address can read it).
    media_unauthenticated: OldMediaPaths = "frozen",
    /// The retention engine: `on` or `off`. It learns only from members who agreed to that. While it is off, what happens
    /// is still recorded for it, up to a bound.
    insight: Switch = "on",
    /// The folder that signals are kept in, which is what the engine learns from. `hearth backup` does not hold it. Empty:
    /// `signals` in `data_dir`.
    signals_dir: String = "",
    /// What holds as long as a member has decided nothing about a purpose that needs consent: `opt-in` (nobody agrees
    /// before they say so) or `notice` (who was shown the notice agrees until they say otherwise; in some regions
    /// that is against the law).
    consent_default: ConsentDefault = "opt-in",
    /// The same for regions of their own, by the two letters of a country, with commas in between: `US notice, DE
    /// opt-in`. Members whose region is not known are asked first if anybody is.
    consent_regions: ConsentRegions = "",
    /// The age that members need to have, in years, as the form for a new account states it. Empty: what each language's
    /// `culture.toml` says; 0: none.
    minimum_age: Age = "",
    /// The address of a translation service that speaks LibreTranslate's protocol, such as `https://translate.example.org`. Members
    /// can have single messages translated by it. Empty: nothing is translated.
    translation_url: String = "",
    /// The key that the translation service asks for. Empty: none.
    translation_key: String = "",
    /// Whether `translation_url` may lead to a private address and do without TLS: for a service of one's own.
    translation_private: bool = "false",
    /// What is logged, as `level` or `module=level` with commas in between.
    log: LogFilter = "info",
    /// How it is logged: `text` for people, `json` for machines.
    log_format: LogFormat = "text",
    /// Where requests of the server itself may go: `public` (never to private addresses) or `loopback`
    /// (to this machine too, for tests; only with a listener on loopback).
    outgoing: Outgoing = "public",
    /// A file with certificates of authorities to trust beside the usual ones, for tests. Empty: none.
    extra_ca: String = "",
    /// A secret that lets tools register accounts through Synapse's endpoint. Works only with
    /// `outgoing = "loopback"` and a listener on loopback. Empty: off.
    shared_secret: String = "",
    /// SQLite's `synchronous`: `full` keeps every acknowledged message through a power cut; `normal`
    /// may lose the last ones and is there to measure what `full` costs.
    sqlite_synchronous: Synchronous = "full",
}

impl Config {
    /// The file's settings, overridden by the environment's. An unknown key in the file is an error; an
    /// unknown variable may belong to somebody else, so it is only named.
    pub fn load(file: Option<&Path>, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self> {
        let mut values = file.map_or(Ok(BTreeMap::new()), read)?;
        for (variable, value) in environment {
            let Some(key) = KEYS.iter().find(|key| key.variable() == variable) else { continue };
            values.insert(key.name.to_owned(), value);
        }
        let config = Self::from_values(&values)?;
        config.check()?;
        Ok(config)
    }

    /// Variables that look like ours and are not, each with the nearest of ours.
    pub fn unknown_variables(environment: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
        /// Belong to the project's scripts and tests.
        const OTHERS: [&str; 6] =
            ["HEARTH_CONFIG", "HEARTH_CACHE", "HEARTH_BIN", "HEARTH_SHARED", "HEARTH_SOAK", "HEARTH_TEST_POSTGRES"];
        let names = environment.into_iter().map(|(name, _)| name);
        let ours = names.filter(|name| name.starts_with("HEARTH_") && !OTHERS.contains(&name.as_str()));
        let unknown = ours.filter(|name| !KEYS.iter().any(|key| key.variable() == *name));
        unknown
            .map(|name| {
                let nearest = nearest(&name.trim_start_matches("HEARTH_").to_lowercase()).variable();
                (name, nearest)
            })
            .collect()
    }

    /// Where the server's own requests may go: to private addresses only where the operator says so.
    pub(crate) fn reach(&self, is_private: bool) -> Reach {
        if is_private || self.outgoing == Outgoing::Loopback { Reach::Private } else { Reach::Public }
    }

    fn check(&self) -> Result<()> {
        for (key, value) in [("listen", &*self.listen), ("log", &*self.log)] {
            if value.is_empty() {
                return Err(Error::invalid_param(format!("{key} must be something; leave it out for what is usual")));
            }
        }
        if self.outgoing == Outgoing::Loopback && !is_loopback(&self.listen) {
            return Err(Error::invalid_param("outgoing = \"loopback\" is for tests and needs a listener on loopback"));
        }
        let least = self.argon2_lanes.get().saturating_mul(ARGON2_LEAST_KIB);
        if self.argon2_memory_kib.get() < least {
            return Err(Error::invalid_param(format!(
                "argon2_memory_kib must be at least {ARGON2_LEAST_KIB} for each lane"
            )));
        }
        if !self.database_url.is_empty() {
            hearth_store::check_url(&self.database_url)?;
        }
        if !self.shared_secret.is_empty() && self.outgoing != Outgoing::Loopback {
            return Err(Error::invalid_param("shared_secret is for tests and needs outgoing = \"loopback\""));
        }
        if self.tls_certificate.is_empty() != self.tls_key.is_empty() {
            return Err(Error::invalid_param("tls_certificate and tls_key belong together; one of them is missing"));
        }
        let says = |error: Error| Error::invalid_param(format!("trusted_proxies: {}", error.message));
        TrustedProxies::parse(&self.trusted_proxies).map_err(says)?;
        if !self.metrics_listen.is_empty() && !self.metrics_beyond_loopback && !is_loopback(&self.metrics_listen) {
            return Err(Error::invalid_param(
                "metrics_listen is not on loopback; if other machines may read it, say metrics_beyond_loopback = true",
            ));
        }
        Ok(())
    }
}

/// What argon2id itself asks for. A good deal more is wise.
const ARGON2_LEAST_KIB: u32 = 8;

fn is_loopback(address: &str) -> bool {
    ["127.", "[::1]", "localhost:"].iter().any(|start| address.starts_with(start))
}

fn read(file: &Path) -> Result<BTreeMap<String, String>> {
    let unreadable =
        |error: std::io::Error| Error::invalid_param(format!("{} cannot be read: {error}", file.display()));
    let text = std::fs::read_to_string(file).map_err(unreadable)?;
    parse(&text).map_err(|error| Error::invalid_param(format!("{}: {}", file.display(), error.message)))
}

fn parse(text: &str) -> Result<BTreeMap<String, String>> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| Error::invalid_param(error.to_string()))?;
    let mut values = BTreeMap::new();
    for (key, value) in table {
        if !value.is_table() && !KEYS.iter().any(|known| known.name == key) {
            return Err(Error::invalid_param(format!("there is no key {key}; the nearest is {}", nearest(&key).name)));
        }
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Float(number) => number.to_string(),
            toml::Value::Boolean(yes) => yes.to_string(),
            toml::Value::Table(_) => {
                return Err(Error::invalid_param(format!(
                    "there are no sections, such as [{key}]: all keys stand at the top"
                )));
            }
            _ => return Err(Error::invalid_param(format!("{key} must be a single value"))),
        };
        values.insert(key, value);
    }
    Ok(values)
}

fn nearest(key: &str) -> &'static Key {
    let distance = |known: &&Key| strsim::damerau_levenshtein(known.name, key);
    KEYS.iter().min_by_key(distance).expect("there are keys")
}

/// The reference page.
pub fn reference() -> String {
    let mut page = String::from(
        "# Configuration\n\nGenerated from `crates/app/src/config/mod.rs`; do not edit.\n\n\
         Settings stand in one TOML file, named with `--config` or `HEARTH_CONFIG`. A variable of the environment\n\
         overrides the file. `hearth config check` reads both and says what is wrong.\n\n\
         | key | default | variable | what it does |\n|---|---|---|---|\n",
    );
    for key in KEYS {
        let default = if key.default.is_empty() { "(empty)".to_owned() } else { format!("`{}`", key.default) };
        page.push_str(&format!("| `{}` | {default} | `{}` |{} |\n", key.name, key.variable(), key.doc));
    }
    page
}

#[cfg(test)]
mod tests {
    use hearth_trust::privacy::Region;

    use super::*;

    fn refusal(text: &str) -> String {
        parse(text).and_then(|values| Config::from_values(&values).map(drop)).unwrap_err().message.into_owned()
    }

    #[test]
    fn an_unknown_key_names_the_nearest() {
        assert_eq!(refusal("sever_name = \"x\""), "there is no key sever_name; the nearest is server_name");
    }

    #[test]
    fn a_wrong_value_says_what_is_right() {
        assert_eq!(
            refusal("registration = \"maybe\""),
            "registration must be one of open, token, closed, not \"maybe\""
        );
        assert_eq!(refusal("argon2_lanes = \"many\""), "argon2_lanes must be a whole number from 1, not \"many\"");
        assert_eq!(refusal("listen = [1]"), "listen must be a single value");
        assert_eq!(refusal("[server]\nname = 1"), "there are no sections, such as [server]: all keys stand at the top");
    }

    #[test]
    fn what_no_server_could_start_with_is_refused() {
        let load = |key: &str, value: &str| Config::load(None, [(format!("HEARTH_{key}"), value.to_owned())]);
        for (key, wrong) in [
            ("LISTEN", "8008 127.0.0.1 127.0.0.1:99999 :8008 http://127.0.0.1:8008"),
            ("METRICS_LISTEN", "nope"),
            ("SERVER_NAME", "Example.org https://example.org example.org:99999 example.org/"),
            ("PUBLIC_BASE_URL", "chat.example.org ftp://chat.example.org https:// https://a/?b"),
            ("DATABASE_URL", "mysql://localhost/hearth hearth.db postgres://a@b:port/"),
            ("COMMUNITY_ROOM", "welcome #welcome welcome:example.org"),
            ("LOG", "loud info,=warn hearth=loud"),
            ("MEDIA_UPLOAD_MIB", "0 -1"),
            ("ACCESS_TOKEN_SECONDS", "0"),
            ("ARGON2_MEMORY_KIB", "0 7"),
            ("RATE_READING_PER_SECOND", "0 NaN inf -1"),
        ] {
            for wrong in wrong.split(' ') {
                let refused = load(key, wrong).map(drop).unwrap_err().message;
                assert!(refused.starts_with(&format!("{} must be", key.to_lowercase())), "{wrong}: {refused}");
            }
        }
        for key in ["LISTEN", "LOG"] {
            assert!(load(key, "").map(drop).unwrap_err().message.contains("must be something"), "{key}");
        }
        for (key, right) in [
            ("LISTEN", "localhost:8008 [::1]:8008 0.0.0.0:0"),
            ("SERVER_NAME", "example.org localhost:8448 [2001:db8::1]:8448 127.0.0.1:8008 xn--bcher-kva.example"),
            ("PUBLIC_BASE_URL", "https://chat.example.org http://127.0.0.1:8008/ https://a.example/chat"),
            ("DATABASE_URL", "postgres://u:p@127.0.0.1/hearth postgresql:///hearth?host=/run/postgresql"),
            ("COMMUNITY_ROOM", "#welcome:example.org"),
            ("LOG", "info warn,hearth_store=debug off"),
        ] {
            for right in right.split(' ') {
                load(key, right).map(drop).unwrap_or_else(|refused| panic!("{right}: {refused}"));
            }
        }
    }

    #[test]
    fn a_variable_overrides_and_tests_need_loopback() {
        let variables =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<Vec<_>>();
        let config = Config::load(None, variables(&[("HEARTH_REGISTRATION", "open")])).unwrap();
        assert_eq!(config.registration, Choice::Open);
        let refused = Config::load(None, variables(&[("HEARTH_SHARED_SECRET", "s")]));
        assert!(refused.unwrap_err().message.contains("needs outgoing"));
        let open = variables(&[("HEARTH_OUTGOING", "loopback"), ("HEARTH_LISTEN", "0.0.0.0:1")]);
        assert!(Config::load(None, open).unwrap_err().message.contains("listener on loopback"));
        let unknown = Config::unknown_variables(variables(&[("HEARTH_LISTN", "x")]));
        assert_eq!(unknown, [("HEARTH_LISTN".to_owned(), "HEARTH_LISTEN".to_owned())]);
        let refused = |key: &str, value: &str| Config::load(None, variables(&[(key, value)])).unwrap_err().message;
        assert!(refused("HEARTH_TLS_KEY", "key.pem").contains("belong together"));
        assert!(refused("HEARTH_METRICS_LISTEN", "0.0.0.0:9464").contains("metrics_beyond_loopback"));
        assert!(refused("HEARTH_TRUSTED_PROXIES", "proxy").starts_with("trusted_proxies: proxy is neither"));
        assert!(Config::load(None, variables(&[("HEARTH_METRICS_LISTEN", "127.0.0.1:9464")])).is_ok());
    }

    #[test]
    fn terms_have_a_language_a_name_and_an_address() {
        let load = |terms: &str| Config::load(None, [("HEARTH_TERMS".to_owned(), terms.to_owned())]);
        assert_eq!(load("").unwrap().terms.0, []);
        let terms =
            load("en Terms of Service https://a.example/en, zh-Hans 服务条款 https://a.example/zh").unwrap().terms;
        let shown: Vec<_> = terms.0.iter().map(|text| (&*text.language, &*text.name, &*text.url)).collect();
        let wanted =
            [("en", "Terms of Service", "https://a.example/en"), ("zh-Hans", "服务条款", "https://a.example/zh")];
        assert_eq!(shown, wanted);
        for wrong in ["https://a.example", "en https://a.example", "en Terms ftp://a.example", "e_n Terms https://a"] {
            assert!(load(wrong).unwrap_err().message.starts_with("terms must be"), "{wrong}");
        }
    }

    #[test]
    fn contacts_have_a_role_and_an_address() {
        let load = |contacts: &str| Config::load(None, [("HEARTH_SUPPORT_CONTACTS".to_owned(), contacts.to_owned())]);
        assert_eq!(load("").unwrap().support_contacts.0, []);
        let contact = |role, address: &str| Contact { role, address: address.to_owned() };
        let wanted = [contact(Role::Admin, "help@example.org"), contact(Role::Security, "@ada:example.org")];
        assert_eq!(load("admin help@example.org, security  @ada:example.org,").unwrap().support_contacts.0, wanted);
        for wrong in
            ["help@example.org", "boss help@example.org", "admin example.org", "admin @ada", "admin a@b c", "admin @"]
        {
            assert!(load(wrong).unwrap_err().message.starts_with("support_contacts must be"), "{wrong}");
        }
    }

    #[test]
    fn regions_have_two_letters_and_a_default() {
        let load = |regions: &str| Config::load(None, [("HEARTH_CONSENT_REGIONS".to_owned(), regions.to_owned())]);
        assert_eq!(load("").unwrap().consent_regions.0, []);
        let region = |text| Region::parse(text).unwrap();
        let wanted = [(region("US"), ConsentDefault::Notice), (region("DE"), ConsentDefault::OptIn)];
        assert_eq!(load("us notice, DE  opt-in,").unwrap().consent_regions.0, wanted);
        for wrong in ["US", "USA notice", "U1 notice", "US maybe", "notice US"] {
            assert!(load(wrong).unwrap_err().message.starts_with("consent_regions must be"), "{wrong}");
        }
    }
}
