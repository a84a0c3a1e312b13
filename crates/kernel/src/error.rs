//! One error for the whole house: what kind it is, the protocol's code, and words that a person can
//! read. The HTTP crate turns it into an answer; nothing else does.

use std::{borrow::Cow, error::Error as StdError, fmt};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, as far as the caller must act differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The request itself is at fault (400).
    Invalid,
    /// Who calls is not known (401).
    Unauthenticated,
    /// Who calls may not do this (403).
    Forbidden,
    /// There is no such thing, or the caller may not know of it (404).
    NotFound,
    /// The path exists, the method does not (405).
    Method,
    /// Somebody else was first (409).
    Conflict,
    /// More than a limit allows (413).
    TooLarge,
    /// Too often, or the queue is full (429).
    Limited { retry_after_ms: u64 },
    /// The server cannot do this now, through no fault of the caller (503).
    Unavailable,
    /// What was asked for is on its way and did not come in time (504).
    NotYet,
    /// The server is at fault (500).
    Internal,
}

/// An expected failure. `message` is read by people and never holds content, tokens or keys.
#[derive(Debug)]
pub struct Error {
    pub kind: Kind,
    pub code: &'static str,
    pub message: Cow<'static, str>,
    /// A whole JSON answer where the protocol wants more than a code (user-interactive auth).
    pub body: Option<Box<str>>,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

macro_rules! constructor {
    ($($(#[$doc:meta])* $name:ident => $kind:expr, $code:literal;)*) => {
        $($(#[$doc])* pub fn $name(message: impl Into<Cow<'static, str>>) -> Self {
            Self::new($kind, $code, message)
        })*
    };
}

impl Error {
    pub fn new(kind: Kind, code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, code, message: message.into(), body: None, cause: None }
    }

    constructor! {
        bad_json => Kind::Invalid, "M_BAD_JSON";
        not_json => Kind::Invalid, "M_NOT_JSON";
        invalid_param => Kind::Invalid, "M_INVALID_PARAM";
        missing_param => Kind::Invalid, "M_MISSING_PARAM";
        forbidden => Kind::Forbidden, "M_FORBIDDEN";
        not_found => Kind::NotFound, "M_NOT_FOUND";
        unrecognized => Kind::NotFound, "M_UNRECOGNIZED";
        too_large => Kind::TooLarge, "M_TOO_LARGE";
        unknown_token => Kind::Unauthenticated, "M_UNKNOWN_TOKEN";
        missing_token => Kind::Unauthenticated, "M_MISSING_TOKEN";
        /// The server cannot write or read just now; what was asked may be asked again.
        unavailable => Kind::Unavailable, "M_UNKNOWN";
        /// A fault of the server. The message is for the log; the answer says no more than that.
        internal => Kind::Internal, "M_UNKNOWN";
    }

    /// Too often, or too much at once.
    pub fn limited(retry_after_ms: u64) -> Self {
        let message = "Too many requests. Wait for the time in retry_after_ms and try again.";
        Self::new(Kind::Limited { retry_after_ms }, "M_LIMIT_EXCEEDED", message)
    }

    /// The failure behind this one, for the log.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Why it failed, from the nearest cause to the first, in words for who operates the server.
    pub fn causes(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        let mut cause = self.source();
        while let Some(next) = cause {
            let said = next.downcast_ref::<Self>().map_or_else(|| next.to_string(), |error| error.message.to_string());
            // Some causes repeat in their words what is behind them.
            if !words.last().is_some_and(|last| last.contains(said.trim_end_matches('.'))) {
                words.push(said.trim_end_matches('.').to_owned());
            }
            cause = next.source();
        }
        words.join(": ")
    }

    /// Answer with this JSON object in place of code and message.
    #[must_use]
    pub fn with_body(mut self, body: String) -> Self {
        self.body = Some(body.into());
        self
    }

    /// A copy for another waiter of the same failed work; the cause stays with the first.
    #[must_use]
    pub fn share(&self) -> Self {
        let Self { kind, code, message, body, .. } = self;
        Self { kind: *kind, code, message: message.clone(), body: body.clone(), cause: None }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.code, self.message)?;
        match self.cause {
            Some(_) => write!(out, " ({})", self.causes()),
            None => Ok(()),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}
