//! The listener: accepts connections, serves them, and lets those in flight finish when it stops.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use hearth_kernel::{Error, Result, limits};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{net::TcpListener, sync::watch, task::JoinSet};
use tower::ServiceExt;

use crate::router::PeerAddress;

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

/// A bound socket.
pub struct Listener(TcpListener);

impl Listener {
    pub async fn bind(address: &str) -> Result<Self> {
        let bound = TcpListener::bind(address).await;
        let refused = |error: std::io::Error| Error::unavailable(format!("cannot listen on {address}: {error}"));
        bound.map(Self).map_err(refused)
    }

    pub fn address(&self) -> Result<SocketAddr> {
        self.0.local_addr().map_err(|error| Error::internal("the listener has no address").caused_by(error))
    }

    /// Serves until `stopping`, then waits for what is in flight.
    pub async fn serve(self, router: Router, stopping: Stopping) {
        let mut connections = JoinSet::new();
        let mut stop = stopping.clone();
        loop {
            tokio::select! {
                biased;
                () = stop.wait() => break,
                accepted = self.0.accept() => match accepted {
                    Ok((stream, peer)) => {
                        stream.set_nodelay(true).ok();
                        connections.spawn(connection(TokioIo::new(stream), peer, router.clone(), stopping.clone()));
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
        drop(self.0);
        let all = async { while connections.join_next().await.is_some() {} };
        if tokio::time::timeout(Duration::from_millis(limits::SHUTDOWN_MS), all).await.is_err() {
            tracing::warn!(open = connections.len(), "connections were cut because they did not finish in time");
        }
    }
}

async fn connection(io: TokioIo<tokio::net::TcpStream>, peer: SocketAddr, router: Router, mut stopping: Stopping) {
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
        .serve_connection(io, service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
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
