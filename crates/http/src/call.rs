//! A call: one request as a handler sees it, after its caller, its rate and its body were checked.

use std::{borrow::Cow, future::Future, net::IpAddr, pin::Pin, sync::Arc};

use bytes::Bytes;
use hearth_kernel::{Error, Result};
use http::{HeaderMap, Uri, header};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Stopping, Upload};

/// Who may call a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, without a token.
    Public,
    /// Anybody; a member is told more.
    PublicOrMember,
    /// A member with a valid token.
    Member,
    /// The same, and also one whose account is locked.
    LockedMember,
    /// A member who is an administrator.
    Administrator,
    /// Who holds the one-time link or the shared secret that the handler checks itself.
    Secret,
}

/// A member, on one of their devices.
#[derive(Debug, PartialEq, Eq)]
pub struct Caller {
    pub user_id: Arc<str>,
    pub device_id: Arc<str>,
    pub is_administrator: bool,
}

/// Turns a token, shown at a route of this access from this address, into a caller. The accounts module
/// implements it.
pub trait Authenticator: Send + Sync {
    fn caller<'a>(
        &'a self,
        token: &'a str,
        access: Access,
        address: IpAddr,
    ) -> Pin<Box<dyn Future<Output = Result<Arc<Caller>>> + Send + 'a>>;
}

/// A token as it was shown. Whose it is can be asked again: a body takes its time, as does who waits, and they may be
/// signed out meanwhile.
pub struct Shown {
    pub(crate) authenticator: Arc<dyn Authenticator>,
    pub(crate) token: String,
    pub(crate) access: Access,
    pub(crate) address: IpAddr,
}

impl Shown {
    pub async fn caller(&self) -> Result<Arc<Caller>> {
        self.authenticator.caller(&self.token, self.access, self.address).await
    }
}

/// One request, checked.
pub struct Call {
    pub method: http::Method,
    pub uri: Uri,
    pub headers: HeaderMap,
    /// The variable parts of the path, percent-decoded, in order.
    pub path: Vec<String>,
    pub body: Bytes,
    /// The body of a route that takes it as it comes; `body` is empty then.
    pub upload: Option<Upload>,
    pub caller: Option<Arc<Caller>>,
    /// By what the caller is known, to ask again.
    pub shown: Option<Arc<Shown>>,
    pub address: IpAddr,
    pub stopping: Stopping,
}

impl Call {
    /// The member who calls. A route for members alone always has one.
    pub fn member(&self) -> Result<&Arc<Caller>> {
        self.caller.as_ref().ok_or_else(|| Error::missing_token("This needs an access token."))
    }

    /// The languages that the caller reads, as they said it.
    pub fn languages(&self) -> &str {
        languages(&self.headers)
    }

    /// The body, an object of JSON.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        let value: Value = serde_json::from_slice(&self.body).map_err(|_| Error::not_json("This is not JSON."))?;
        if !value.is_object() {
            return Err(Error::bad_json("This must be a JSON object."));
        }
        serde_json::from_value(value).map_err(|_| Error::bad_json("The body is not what this endpoint takes."))
    }

    /// How many of something a parameter of the query asks for: from 1 to `most`, or what is usual.
    pub fn count(&self, name: &str, usual: usize, most: usize) -> Result<usize> {
        let wrong = || Error::invalid_param(format!("`{name}` is a number from 1 to {most}."));
        let asked = self.query(name).map(|text| text.parse().ok().filter(|count| (1..=most).contains(count)));
        asked.map_or(Ok(usual), |count| count.ok_or_else(wrong))
    }

    /// A parameter of the query, decoded.
    pub fn query(&self, name: &str) -> Option<Cow<'_, str>> {
        query(&self.uri, name)
    }

    /// All parameters of the query, decoded, in their order. A token among them is nobody's business.
    pub fn queries(&self) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
        let pairs = self.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
        let decoded = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        decoded.map(|(name, value)| (decode(name), decode(value))).filter(|(name, _)| name != "access_token").collect()
    }
}

/// The languages that somebody reads, from `Accept-Language`; none if it is not there or no text.
pub fn languages(headers: &HeaderMap) -> &str {
    headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

pub(crate) fn query<'a>(uri: &'a Uri, name: &str) -> Option<Cow<'a, str>> {
    let pairs = uri.query()?.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| decode(value))
}

fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '+']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let escaped = |rest: &std::str::Bytes<'_>| {
            let ahead: Vec<u8> = rest.clone().take(2).collect();
            std::str::from_utf8(&ahead).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok())
        };
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => match escaped(&rest) {
                Some(decoded) => {
                    rest.nth(1);
                    decoded
                }
                None => b'%',
            },
            other => other,
        });
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

/// The token of a request: from the header, or from the query as older clients send it. Two are refused: whoever stands
/// between might go by the other one.
pub(crate) fn token(headers: &HeaderMap, uri: &Uri) -> Result<Option<String>> {
    let more = || Error::missing_token("A request shows one access token, in one place.");
    let mut headers = headers.get_all(header::AUTHORIZATION).iter();
    let first = headers.next();
    if headers.next().is_some() {
        return Err(more());
    }
    let bearer = first.and_then(|value| {
        let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
    });
    let tokens = [bearer, query(uri, "access_token").map(Cow::into_owned)];
    match tokens.map(|token| token.filter(|token| !token.is_empty())) {
        [Some(_), Some(_)] => Err(more()),
        [bearer, queried] => Ok(bearer.or(queried)),
    }
}
