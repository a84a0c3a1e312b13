//! The listener: accepts connections, serves them, and lets those in flight finish when it stops.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use hearth_kernel::{Error, Result, limits};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
};
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use crate::{Certificate, Meter, router::PeerAddress};

/// Tells whoever waits that the server stops.
#[derive(Clone)]
pub struct Stopping(watch::Receiver<bool>);

impl Stopping {
    /// The signal and the hand that gives it.
    pub fn new() -> (watch::Sender<bool>, Self) {
        let (stop, stopping) = watch::channel(false);
        (stop, Self(stopping))
    }

    /// Resolves when the server begins to stop.
    pub async fn wait(&mut self) {
        if self.0.wait_for(|stopping| *stopping).await.is_err() {
            // Whoever could stop the server is gone: it will not be stopped this way any more.
            std::future::pending::<()>().await;
        }
    }
}

/// A bound socket, with TLS or without.
pub struct Listener {
    socket: TcpListener,
    tls: Option<TlsAcceptor>,
}

impl Listener {
    pub async fn bind(address: &str) -> Result<Self> {
        let bound = TcpListener::bind(address).await;
        let refused = |error: std::io::Error| Error::unavailable(format!("cannot listen on {address}: {error}"));
        Ok(Self { socket: bound.map_err(refused)?, tls: None })
    }

    /// Speaks TLS from now on.
    pub fn with_certificate(self, certificate: &Arc<Certificate>) -> Result<Self> {
        Ok(Self { tls: Some(certificate.acceptor()?), ..self })
    }

    pub fn address(&self) -> Result<SocketAddr> {
        self.socket.local_addr().map_err(|error| Error::internal("the listener has no address").caused_by(error))
    }

    /// Serves until `stopping`, then waits for what is in flight.
    pub async fn serve(self, router: Router, stopping: Stopping, meter: Meter) {
        let mut connections = JoinSet::new();
        let mut stop = stopping.clone();
        loop {
            tokio::select! {
                biased;
                () = stop.wait() => break,
                accepted = self.socket.accept() => match accepted {
                    Ok((stream, peer)) => {
                        stream.set_nodelay(true).ok();
                        let (tls, router, stopping) = (self.tls.clone(), router.clone(), stopping.clone());
                        let open = meter.connection();
                        connections.spawn(async move {
                            welcome(stream, tls, peer, router, stopping).await;
                            drop(open);
                        });
                    }
                    // Out of file handles: give the open connections time to close.
                    Err(error) => {
                        tracing::warn!(%error, "a connection was not accepted");
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                },
                Some(_) = connections.join_next() => {}
            }
        }
        drop(self.socket);
        let all = async { while connections.join_next().await.is_some() {} };
        if tokio::time::timeout(Duration::from_millis(limits::SHUTDOWN_MS), all).await.is_err() {
            tracing::warn!(open = connections.len(), "connections were cut because they did not finish in time");
        }
    }
}

/// A client that takes nothing of its answer for too long is cut off.
async fn welcome(stream: TcpStream, tls: Option<TlsAcceptor>, peer: SocketAddr, router: Router, stopping: Stopping) {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(Duration::from_millis(limits::ANSWER_TIME_MS)));
    let stream = Box::pin(stream);
    match tls {
        None => connection(stream, peer, router, stopping).await,
        // Boxed, so that connections without TLS do not keep room for it.
        Some(tls) => Box::pin(secure(tls, stream, peer, router, stopping)).await,
    }
}

async fn secure<S>(tls: TlsAcceptor, stream: S, peer: SocketAddr, router: Router, stopping: Stopping)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    match tokio::time::timeout(Duration::from_millis(limits::HEAD_TIME_MS), tls.accept(stream)).await {
        Ok(Ok(stream)) => connection(stream, peer, router, stopping).await,
        Ok(Err(error)) => tracing::debug!(%error, "a connection did not agree on TLS"),
        Err(_) => tracing::debug!("a connection did not agree on TLS in time"),
    }
}

async fn connection<S>(stream: S, peer: SocketAddr, router: Router, mut stopping: Stopping)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let router = Arc::new(router);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(PeerAddress(peer.ip()));
        let router = Router::clone(&router);
        async move { router.oneshot(request).await }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_millis(limits::HEAD_TIME_MS))
        .max_buf_size(limits::CONNECTION_BUFFER_BYTES)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        biased;
        result = connection.as_mut() => { ended(result); return }
        () = stopping.wait() => connection.as_mut().graceful_shutdown(),
    }
    ended(connection.await);
}

fn ended(result: hyper::Result<()>) {
    if let Err(error) = result {
        tracing::debug!(%error, "a connection ended");
    }
}
