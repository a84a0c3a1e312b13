//! Requests of the server itself: to an address that an operator has configured, and never into a private network that
//! somebody could reach through us.
//!
//! The name is resolved once, its addresses are judged, and the connection goes to a judged address, so that a name
//! cannot mean another host a moment later. Nothing is followed elsewhere: a redirection is an answer like any other.

use std::{
    net::{IpAddr, SocketAddr},
    path::Path,
    sync::{Arc, LazyLock},
    time::Duration,
};

use bytes::Bytes;
use hearth_kernel::{Error, Result, limits};
use http::{HeaderValue, Method, Request, StatusCode, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use ipnet::IpNet;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, pem::PemObject},
    },
};

/// Networks that belong to nobody in particular, or only to those inside (IANA's special-purpose registries). Addresses
/// that carry an IPv4 address within an IPv6 one are among them.
static PRIVATE: LazyLock<Vec<IpNet>> = LazyLock::new(|| {
    let networks = "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 \
                    192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 \
                    ::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 \
                    5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8";
    networks.split_whitespace().map(|network| network.parse().expect("a network is well formed")).collect()
});

/// Where requests may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses, by TLS.
    Public,
    /// Private ones too, and without TLS: where the operator has said so.
    Private,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub body: Bytes,
}

pub struct Outgoing {
    reach: Reach,
    tls: TlsConnector,
}

impl Outgoing {
    /// Trusts the system's authorities, and those of the file `extra_ca` where one is named.
    pub fn new(reach: Reach, extra_ca: &str) -> Result<Self> {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if !extra_ca.is_empty() {
            let unread = |error| Error::invalid_param(format!("extra_ca: {extra_ca} cannot be read: {error}"));
            for certificate in CertificateDer::pem_file_iter(Path::new(extra_ca)).map_err(unread)? {
                let unfit = |error| Error::internal("a certificate of extra_ca cannot be used").caused_by(error);
                roots.add(certificate.map_err(unread)?).map_err(unfit)?;
            }
        }
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions();
        let builder = builder.map_err(|error| Error::internal("TLS cannot be set up").caused_by(error))?;
        let config = builder.with_root_certificates(roots).with_no_client_auth();
        Ok(Self { reach, tls: TlsConnector::from(Arc::new(config)) })
    }

    /// Whether private addresses are asked too, and without TLS.
    pub fn is_private(&self) -> bool {
        self.reach == Reach::Private
    }

    /// Asks once, within `time_ms`, for an answer of at most `answer_bytes`.
    pub async fn ask(
        &self,
        method: Method,
        url: &Uri,
        body: Option<&serde_json::Value>,
        (time_ms, answer_bytes): (u64, usize),
    ) -> Result<Answer> {
        let asking = self.ask_in_any_time(method, url, body, answer_bytes);
        let answer = tokio::time::timeout(Duration::from_millis(time_ms), asking).await;
        answer.unwrap_or_else(|_| Err(unreached("it did not answer in time")))
    }

    async fn ask_in_any_time(
        &self,
        method: Method,
        url: &Uri,
        body: Option<&serde_json::Value>,
        answer_bytes: usize,
    ) -> Result<Answer> {
        let host = url.host().ok_or_else(|| unreached("its address has no host"))?;
        let is_tls = url.scheme_str() == Some("https");
        if !is_tls && !self.is_private() {
            return Err(unreached("its address does not begin with https://"));
        }
        let stream = self.connect(host, url.port_u16().unwrap_or(if is_tls { 443 } else { 80 })).await?;
        let request = request(method, url, host, body)?;
        if is_tls {
            let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned()).map_err(unreached_by)?;
            let stream = self.tls.connect(name, stream).await.map_err(unreached_by)?;
            exchange(stream, request, answer_bytes).await
        } else {
            exchange(stream, request, answer_bytes).await
        }
    }

    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream> {
        let found = tokio::net::lookup_host((host.trim_matches(['[', ']']), port)).await.map_err(unreached_by)?;
        let mut last = unreached("its address is private");
        for address in tried(self.reach, found) {
            match TcpStream::connect(address).await {
                Ok(stream) => return Ok(stream),
                Err(error) => last = unreached_by(error),
            }
        }
        Err(last)
    }
}

/// Which addresses of a host are tried, in turn.
fn tried(reach: Reach, found: impl Iterator<Item = SocketAddr>) -> impl Iterator<Item = SocketAddr> {
    let may_be = move |address: &SocketAddr| reach == Reach::Private || is_public(address.ip());
    found.filter(may_be).take(limits::OUTGOING_ADDRESSES)
}

fn is_public(address: IpAddr) -> bool {
    let address = address.to_canonical();
    !PRIVATE.iter().any(|network| network.contains(&address))
}

fn request(method: Method, url: &Uri, host: &str, body: Option<&serde_json::Value>) -> Result<Request<Full<Bytes>>> {
    let path = url.path_and_query().map_or("/", |path| path.as_str());
    let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let bytes = body.map_or_else(Bytes::new, |body| Bytes::from(body.to_string()));
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, host)
        .header(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))
        .header(header::ACCEPT, HeaderValue::from_static("application/json"))
        .body(Full::new(bytes))
        .map_err(unreached_by)
}

/// One request on a connection of its own.
async fn exchange<S>(stream: S, request: Request<Full<Bytes>>, answer_bytes: usize) -> Result<Answer>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(unreached_by)?;
    let carrying = tokio::spawn(connection);
    let answer = async {
        let answer = sender.send_request(request).await.map_err(unreached_by)?;
        let status = answer.status();
        let body = Limited::new(answer.into_body(), answer_bytes).collect().await;
        let body = body.map_err(|error| unreached("its answer could not be read").caused_by(error))?;
        Ok(Answer { status, body: body.to_bytes() })
    };
    let answer = answer.await;
    carrying.abort();
    answer
}

/// The words are the caller's to put into what a member reads.
fn unreached(why: &'static str) -> Error {
    Error::unavailable(why)
}

fn unreached_by(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    unreached("it could not be reached").caused_by(cause)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Listener;

    #[test]
    fn outgoing_addresses_are_tried_and_none_that_is_private() {
        let host = |last: u8| SocketAddr::from(([203, 0, 114, last], 443));
        let private = SocketAddr::from(([10, 0, 0, 1], 443));
        let found: Vec<_> = [private].into_iter().chain((1..9).map(host)).collect();
        let hosts = |count: usize| (1..).take(count).map(host);
        assert!(tried(Reach::Public, found.iter().copied()).eq(hosts(limits::OUTGOING_ADDRESSES)));
        let with_private = [private].into_iter().chain(hosts(limits::OUTGOING_ADDRESSES - 1));
        assert!(tried(Reach::Private, found.into_iter()).eq(with_private));
    }

    #[test]
    fn private_addresses_are_known() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "100.64.0.1",
            "169.254.169.254",
            "192.168.0.1",
            "0.0.0.0",
            "::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "fd00::1",
            "fe80::1",
            "2002:a00:1::",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in ["1.1.1.1", "172.32.0.1", "2606:4700::1111"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    /// A server that answers every request with what it was asked, or with too much.
    async fn echo() -> Uri {
        let app = axum::Router::new()
            .route("/echo", axum::routing::post(|body: String| async move { body }))
            .route("/much", axum::routing::get(|| async { "x".repeat(1_000) }))
            .route("/never", axum::routing::get(std::future::pending::<String>));
        let listener = Listener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.address().unwrap();
        let (_, stopping) = crate::Stopping::new();
        tokio::spawn(listener.serve(app, stopping, crate::Meter::default()));
        format!("http://{address}").parse().unwrap()
    }

    async fn ask(reach: Reach, method: Method, url: &str, most: (u64, usize)) -> Result<Answer> {
        let outgoing = Outgoing::new(reach, "").unwrap();
        outgoing.ask(method, &url.parse().unwrap(), Some(&json!({ "q": "ping" })), most).await
    }

    #[tokio::test]
    async fn what_is_asked_is_answered_within_its_bounds() {
        let (server, most) = (echo().await, (5_000, 100));
        let answer = ask(Reach::Private, Method::POST, &format!("{server}echo"), most).await.unwrap();
        assert_eq!((answer.status, &answer.body[..]), (StatusCode::OK, br#"{"q":"ping"}"#.as_slice()));
        let much = ask(Reach::Private, Method::GET, &format!("{server}much"), most).await;
        assert_eq!(much.unwrap_err().message, "its answer could not be read");
        let late = ask(Reach::Private, Method::GET, &format!("{server}never"), (50, 100)).await;
        assert_eq!(late.unwrap_err().message, "it did not answer in time");
    }

    #[tokio::test]
    async fn private_networks_are_not_entered() {
        let server = echo().await.to_string();
        let said = |answer: Result<Answer>| answer.unwrap_err().message.into_owned();
        let most = (5_000, 100);
        let plain = ask(Reach::Public, Method::POST, &format!("{server}echo"), most).await;
        assert_eq!(said(plain), "its address does not begin with https://");
        for host in ["localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"] {
            let answer = ask(Reach::Public, Method::POST, &format!("https://{host}:1/"), most).await;
            assert_eq!(said(answer), "its address is private", "{host}");
        }
    }
}
