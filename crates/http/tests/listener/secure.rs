//! TLS: a certificate from files, changed while the server runs.

use std::{path::Path, sync::Arc, time::Duration};

use hearth_http::{Certificate, Outgoing, Reach};
use hearth_kernel::limits;
use http::{Method, Uri};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tempfile::TempDir;
use tokio::{io::AsyncReadExt, net::TcpStream, time::Instant};
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::CertificateDer},
};

use crate::{Running, ask, serve};

/// A pair of files, and the certificate that a client has to trust.
struct Files {
    dir: TempDir,
    trusted: CertificateDer<'static>,
}

impl Files {
    fn new() -> Self {
        let dir = TempDir::new().expect("a temporary folder");
        let trusted = write(dir.path());
        Self { dir, trusted }
    }

    fn load(&self) -> Arc<Certificate> {
        Certificate::load(&self.dir.path().join("chain.pem"), &self.dir.path().join("key.pem")).expect("a pair")
    }
}

fn write(dir: &Path) -> CertificateDer<'static> {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    std::fs::write(dir.join("chain.pem"), cert.pem()).expect("a file");
    std::fs::write(dir.join("key.pem"), signing_key.serialize_pem()).expect("a file");
    cert.der().clone()
}

async fn handshake(server: &Running, trusted: &CertificateDer<'static>) -> std::io::Result<TlsStream<TcpStream>> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).expect("a certificate");
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().expect("versions of TLS");
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let name = "localhost".try_into().expect("a name");
    TlsConnector::from(Arc::new(config)).connect(name, server.connect().await).await
}

#[tokio::test]
async fn a_new_certificate_is_used_without_a_restart() {
    let files = Files::new();
    let certificate = files.load();
    let server = serve(Some(&certificate)).await;
    let held = handshake(&server, &files.trusted).await.expect("the old certificate");
    assert!(!certificate.reload_if_changed().expect("nothing to read"));

    let renewed = write(files.dir.path());
    certificate.reload().expect("the new pair");
    assert!(handshake(&server, &files.trusted).await.is_err(), "the old certificate is still served");
    let fresh = handshake(&server, &renewed).await.expect("the new certificate");
    for stream in [held, fresh] {
        assert!(ask(stream, "GET", "/small").await.starts_with("HTTP/1.1 200"));
    }
    server.stop().await;
}

#[tokio::test]
async fn a_pair_that_does_not_fit_leaves_the_old_one_in_use() {
    let (files, other) = (Files::new(), Files::new());
    let certificate = files.load();
    let server = serve(Some(&certificate)).await;
    // Half a renewal: the certificate is new and the key is not.
    std::fs::copy(other.dir.path().join("chain.pem"), files.dir.path().join("chain.pem")).expect("a file");
    assert!(certificate.reload().unwrap_err().message.contains("does not belong"));
    std::fs::write(files.dir.path().join("chain.pem"), "no certificate").expect("a file");
    assert!(certificate.reload_if_changed().unwrap_err().message.contains("holds no certificate"));
    std::fs::remove_file(files.dir.path().join("key.pem")).expect("a file");
    assert!(certificate.reload().is_err());
    handshake(&server, &files.trusted).await.expect("the old certificate");
    server.stop().await;
}

#[tokio::test(start_paused = true)]
async fn head_time_ms_cuts_who_never_says_hello() {
    let files = Files::new();
    let server = serve(Some(&files.load())).await;
    let started = Instant::now();
    let mut said = Vec::new();
    server.connect().await.read_to_end(&mut said).await.ok();
    let (took, limit) = (started.elapsed(), Duration::from_millis(limits::HEAD_TIME_MS));
    assert!(said.is_empty() && took >= limit && took < limit + Duration::from_secs(2), "cut after {took:?}");
    server.stop().await;
}

#[tokio::test]
async fn plain_http_is_not_answered() {
    let files = Files::new();
    let server = serve(Some(&files.load())).await;
    let mut stream = server.connect().await;
    let mut said = Vec::new();
    tokio::io::AsyncWriteExt::write_all(&mut stream, b"GET /small HTTP/1.1\r\nhost: x\r\n\r\n")
        .await
        .expect("it is sent");
    stream.read_to_end(&mut said).await.ok();
    assert!(!said.starts_with(b"HTTP"), "{said:?}");
    server.stop().await;
}

/// Beside the usual ones: an operator's own authority, for what the server asks elsewhere.
#[tokio::test]
async fn a_certificate_of_extra_ca_is_trusted_and_no_other() {
    let (files, other) = (Files::new(), Files::new());
    let server = serve(Some(&files.load())).await;
    let url: Uri = format!("https://localhost:{}/small", server.address.port()).parse().expect("an address");
    let asked = async |extra_ca: &str| {
        let outgoing = Outgoing::new(Reach::Private, extra_ca).expect("its authorities");
        outgoing.ask(Method::GET, &url, None, (5_000, 100)).await
    };
    let path = |files: &Files| files.dir.path().join("chain.pem").to_string_lossy().into_owned();
    let answer = asked(&path(&files)).await.expect("it is trusted");
    assert_eq!((answer.status.as_u16(), &answer.body[..]), (200, b"{}".as_slice()));
    for untrusted in [String::new(), path(&other)] {
        let refused = asked(&untrusted).await.expect_err("nobody vouches for it");
        assert_eq!(refused.message, "it could not be reached");
    }
    server.stop().await;
}
