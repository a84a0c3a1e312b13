//! The listener on real sockets: clients that dawdle, TLS, and what is counted. The clock is tokio's,
//! which moves by itself as soon as nothing else does, so that a minute takes no time.

mod secure;
mod slow;

use std::{
    future::Future,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use hearth_http::{
    Access, Authenticator, Caller, Certificate, Listener, Meter, Module, Rate, RateLimits, Route, Server, Stopping,
    json_bytes, router,
};
use hearth_kernel::{Error, Result, limits};
use hearth_store::testing::context;
use http::{Method, StatusCode};
use prometheus_client::{encoding::text::encode, registry::Registry};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpStream,
    sync::watch,
    task::JoinHandle,
};

/// More than the buffers of both ends hold.
pub(crate) const LARGE: usize = 64 * 1024 * 1024;

struct Nobody;

impl Authenticator for Nobody {
    fn caller<'a>(
        &'a self,
        _token: &'a str,
        _access: Access,
        _address: IpAddr,
    ) -> Pin<Box<dyn Future<Output = Result<Arc<Caller>>> + Send + 'a>> {
        Box::pin(async { Err(Error::unknown_token("There is no such token.")) })
    }
}

pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) meter: Meter,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
}

/// Answers small at `/small`, echoes at `/echo`, and takes its time to be read at `/large`.
pub(crate) async fn serve(certificate: Option<&Arc<Certificate>>) -> Running {
    let (context, clock) = context(1);
    let (stop, stopping) = Stopping::new();
    let server = Arc::new(Server::new(context, Arc::new(Nobody), RateLimits::off(clock), stopping.clone()));
    let route = |method, path: &str, body: fn(&[u8]) -> Vec<u8>| {
        let answer = move |call: hearth_http::Call| async move { Ok(json_bytes(StatusCode::OK, body(&call.body))) };
        Route::new(method, path, Access::Public, Rate::Free, answer)
    };
    let routes = vec![
        route(Method::GET, "/small", |_| b"{}".to_vec()),
        route(Method::POST, "/echo/{word}", <[u8]>::to_vec),
        route(Method::GET, "/large", |_| vec![b' '; LARGE]),
        route(Method::GET, "/almost_large", |_| vec![b' '; limits::LARGE_ANSWER_BYTES - 1]),
        route(Method::GET, "/just_large", |_| vec![b' '; limits::LARGE_ANSWER_BYTES]),
        route(Method::POST, "/just_large", |_| vec![b' '; limits::LARGE_ANSWER_BYTES]),
    ];
    let router = router(&server, &[Module { name: "test", routes, ..Module::default() }]);
    let mut listener = Listener::bind("127.0.0.1:0").await.expect("a free port");
    if let Some(certificate) = certificate {
        listener = listener.with_certificate(certificate).expect("TLS");
    }
    let (address, meter) = (listener.address().expect("an address"), server.meter.clone());
    let serving = tokio::spawn(listener.serve(router, stopping, meter.clone()));
    Running { address, meter, stop, serving }
}

impl Running {
    pub(crate) async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("the listener accepts")
    }

    pub(crate) async fn stop(self) {
        self.stop.send_replace(true);
        self.serving.await.expect("it stops");
    }

    /// What an operator would read.
    pub(crate) fn metrics(&self) -> String {
        let (mut registry, mut text) = (Registry::default(), String::new());
        self.meter.register(&mut registry);
        encode(&mut text, &registry).expect("the metrics are text");
        text
    }
}

/// One request on a connection that is closed behind it, and all that comes back.
pub(crate) async fn ask(mut stream: impl AsyncRead + AsyncWrite + Unpin, method: &str, path: &str) -> String {
    let request = format!("{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("it is sent");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("it is answered");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn requests_are_counted_by_route_and_status() {
    let server = serve(None).await;
    for path in ["/small", "/small", "/nowhere/@ada:example.org"] {
        ask(server.connect().await, "GET", path).await;
    }
    ask(server.connect().await, "POST", "/echo/@ada:example.org").await;
    ask(server.connect().await, "BREW", "/small").await;
    let metrics = server.metrics();
    let counted = |labels: &str| {
        let line = metrics.lines().find_map(|line| line.strip_prefix(&format!("http_requests_total{{{labels}}} ")));
        line.map(str::to_owned).unwrap_or_default()
    };
    assert_eq!(counted(r#"method="GET",route="/small",status="200""#), "2");
    assert_eq!(counted(r#"method="POST",route="/echo/{word}",status="200""#), "1");
    assert_eq!(counted(r#"method="(none)",route="(none)",status="404""#), "1");
    assert_eq!(counted(r#"method="(none)",route="(none)",status="405""#), "1");
    assert!(metrics.contains(r#"http_request_seconds_count{method="GET",route="/small"} 2"#), "{metrics}");
    assert!(!metrics.contains("ada"), "a label names somebody: {metrics}");
    server.stop().await;
}

#[tokio::test]
async fn connections_are_counted_while_they_are_open() {
    let server = serve(None).await;
    let mut held = server.connect().await;
    held.write_all(b"GET /small HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("it is sent");
    let mut answer = [0; 15];
    held.read_exact(&mut answer).await.expect("it is answered");
    assert!(server.metrics().contains("http_connections 1"), "{}", server.metrics());
    drop(held);
    let gone = async {
        while !server.metrics().contains("http_connections 0") {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), gone).await.expect("the connection is gone");
    server.stop().await;
}
