//! The kinds of values that settings have.

use std::{num::NonZeroU32, ops::Deref};

use hearth_i18n::{Tag, fallbacks};
use hearth_kernel::{Error, Result};
use hearth_trust::privacy::Region;

/// A kind of value, as it is read from text.
pub(super) trait Setting: Sized {
    fn parse(key: &str, text: &str) -> Result<Self>;
}

impl Setting for String {
    fn parse(_key: &str, text: &str) -> Result<Self> {
        Ok(text.to_owned())
    }
}

/// Reads each part of a list; nothing may stand between two signs.
fn each<T>(text: &str, sign: char, read: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
    text.split(sign).map(str::trim).filter(|part| !part.is_empty()).map(read).collect()
}

/// A document in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub language: String,
    pub name: String,
    pub url: String,
}

/// A document in several languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Documents(pub Vec<Document>);

impl Setting for Documents {
    fn parse(key: &str, text: &str) -> Result<Self> {
        let wrong = |part: &str| {
            let why = "a language's tag, a name and an address that begins with https:// or http://";
            Error::invalid_param(format!("{key} must be {why}, not {part:?}"))
        };
        let document = |part: &str| {
            let (language, rest) = part.split_once(' ').ok_or_else(|| wrong(part))?;
            let (name, url) = rest.trim().rsplit_once(' ').ok_or_else(|| wrong(part))?;
            let is_tag = language.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            let is_address = url.starts_with("https://") || url.starts_with("http://");
            if !is_tag || !is_address {
                return Err(wrong(part));
            }
            Ok(Document { language: language.to_owned(), name: name.trim().to_owned(), url: url.to_owned() })
        };
        each(text, ',', document).map(Self)
    }
}

/// Words in several languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(Vec<(Tag, String)>);

impl Words {
    /// In a language, in the nearest that it falls back to, or in the first that there is; nothing where nothing was said.
    pub fn of(&self, tag: &Tag) -> &str {
        let chain = fallbacks(tag);
        let near = chain.iter().find_map(|near| self.0.iter().find(|(language, _)| language == near));
        near.or(self.0.first()).map_or("", |(_, words)| words)
    }
}

impl Setting for Words {
    fn parse(key: &str, text: &str) -> Result<Self> {
        let in_language = |part: &str| {
            let wrong = || Error::invalid_param(format!("{key} must be a language's tag and words, not {part:?}"));
            let (language, words) = part.split_once(' ').ok_or_else(wrong)?;
            let language: Tag = language.parse().map_err(|_| wrong())?;
            Ok((language, words.trim().to_owned()))
        };
        each(text, '|', in_language).map(Self)
    }
}

/// Somebody to write to about this server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub role: Role,
    /// A Matrix ID, or an address for mail.
    pub address: String,
}

/// Those who answer, each for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contacts(pub Vec<Contact>);

impl Setting for Contacts {
    fn parse(key: &str, text: &str) -> Result<Self> {
        let wrong = |part: &str| {
            let why = "admin or security and an address for mail or a Matrix ID, such as admin help@example.org";
            Error::invalid_param(format!("{key} must be {why}, not {part:?}"))
        };
        let contact = |part: &str| {
            let (role, address) = part.split_once(' ').ok_or_else(|| wrong(part))?;
            let (role, address) = (Role::parse(key, role).map_err(|_| wrong(part))?, address.trim());
            let is_mail = address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
            let is_one = !address.contains(char::is_whitespace) && (is_mail || hearth_matrix::is_user_id(address));
            if is_one { Ok(Contact { role, address: address.to_owned() }) } else { Err(wrong(part)) }
        };
        each(text, ',', contact).map(Self)
    }
}

/// The defaults of regions of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentRegions(pub Vec<(Region, ConsentDefault)>);

impl Setting for ConsentRegions {
    fn parse(key: &str, text: &str) -> Result<Self> {
        let wrong = |part: &str| {
            let why = "the two letters of a country and opt-in or notice, such as DE opt-in";
            Error::invalid_param(format!("{key} must be {why}, not {part:?}"))
        };
        let region = |part: &str| {
            let (region, default) = part.split_once(' ').ok_or_else(|| wrong(part))?;
            let region = Region::parse(region).ok_or_else(|| wrong(part))?;
            Ok((region, ConsentDefault::parse(key, default.trim()).map_err(|_| wrong(part))?))
        };
        each(text, ',', region).map(Self)
    }
}

/// An age in years, or what each culture says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age(pub Option<u8>);

impl Setting for Age {
    fn parse(key: &str, text: &str) -> Result<Self> {
        if text.is_empty() {
            return Ok(Self(None));
        }
        let age = text.parse().ok().filter(|age| *age <= 21);
        let wrong = || Error::invalid_param(format!("{key} must be empty or a whole number up to 21, not {text:?}"));
        age.ok_or_else(wrong).map(|age| Self(Some(age)))
    }
}

macro_rules! numbers {
    ($($type:ty => $what:literal,)*) => { $(impl Setting for $type {
        fn parse(key: &str, text: &str) -> Result<Self> {
            text.parse().map_err(|_| Error::invalid_param(format!("{key} must be {}, not {text:?}", $what)))
        }
    })* };
}

numbers! {
    bool => "true or false",
    u32 => "a whole number",
    NonZeroU32 => "a whole number from 1",
}

impl Setting for f64 {
    fn parse(key: &str, text: &str) -> Result<Self> {
        let number = text.parse().ok().filter(|number: &Self| number.is_finite() && *number > 0.0);
        number.ok_or_else(|| Error::invalid_param(format!("{key} must be a number above 0, not {text:?}")))
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $is:expr => $what:literal,)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl Setting for $name {
            /// Nothing is always allowed: each key says what it means then.
            fn parse(key: &str, text: &str) -> Result<Self> {
                let is: fn(&str) -> bool = $is;
                if text.is_empty() || is(text) {
                    return Ok(Self(text.to_owned()));
                }
                Err(Error::invalid_param(format!("{key} must be {}, not {text:?}", $what)))
            }
        }
    )* };
}

texts! {
    /// Where something listens.
    SocketName: is_socket_name => "an address and a port, such as 127.0.0.1:8008",
    /// What ids end with.
    ServerName: hearth_matrix::is_server_name => "a host's name in small letters, with a port if need be, such as example.org",
    /// Where clients find this server.
    BaseUrl: is_base_url => "an address that begins with https:// or http://, such as https://chat.example.org",
    /// A room by its address.
    RoomAlias: hearth_matrix::is_room_alias => "a room's address, such as #welcome:example.org",
    /// What is logged.
    LogFilter: is_log_filter => "a level (error, warn, info, debug, trace, off) or module=level, with commas in between",
}

fn is_socket_name(text: &str) -> bool {
    let parts = text.rsplit_once(':');
    parts.is_some_and(|(host, port)| !host.is_empty() && !host.contains('/') && port.parse::<u16>().is_ok())
}

fn is_base_url(text: &str) -> bool {
    let url = text.parse::<http::Uri>();
    url.is_ok_and(|url| {
        matches!(url.scheme_str(), Some("https" | "http")) && url.host().is_some() && url.query().is_none()
    })
}

fn is_log_filter(text: &str) -> bool {
    text.split(',').all(is_log_directive)
}

fn is_log_directive(text: &str) -> bool {
    let (module, level) = text.trim().rsplit_once('=').unwrap_or(("all", text.trim()));
    !module.is_empty() && matches!(level, "error" | "warn" | "info" | "debug" | "trace" | "off")
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)* })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant,)* }

        impl Setting for $name {
            fn parse(key: &str, text: &str) -> Result<Self> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    _ => Err(Error::invalid_param(format!("{key} must be one of {}, not {text:?}", [$($text),*].join(", ")))),
                }
            }
        }
    )* };
}

choices! {
    /// Who may make an account.
    Choice { Open = "open", Token = "token", Closed = "closed", }
    /// What somebody answers for.
    Role { Admin = "admin", Security = "security", }
    /// Whether something is on.
    Switch { On = "on", Off = "off", }
    /// How it is logged.
    LogFormat { Text = "text", Json = "json", }
    /// Where the server's own requests may go.
    Outgoing { Public = "public", Loopback = "loopback", }
    /// What the media paths without a token give out.
    OldMediaPaths { Frozen = "frozen", Open = "open", }
    /// What holds as long as a member has decided nothing.
    ConsentDefault { OptIn = "opt-in", Notice = "notice", }
    /// SQLite's durability.
    Synchronous { Full = "full", Normal = "normal", }
}
