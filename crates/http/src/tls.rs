//! TLS from files: a certificate chain and its key, read again when they change.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use hearth_kernel::{Error, Result};
use parking_lot::Mutex;
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
        server::{ClientHello, ResolvesServerCert},
        sign::CertifiedKey,
    },
};

/// The certificate that connections are served with. What is open keeps the one that it began with.
#[derive(Debug)]
pub struct Certificate {
    chain: PathBuf,
    key: PathBuf,
    current: Mutex<Current>,
}

#[derive(Debug)]
struct Current {
    certified: Arc<CertifiedKey>,
    stamps: Stamps,
}

/// When each file was last written, and how long it is.
type Stamps = [Option<(SystemTime, u64)>; 2];

impl Certificate {
    /// Reads both files, PEM each; a key that does not belong to the certificate is refused.
    pub fn load(chain: &Path, key: &Path) -> Result<Arc<Self>> {
        let stamps = stamps(chain, key);
        let current = Mutex::new(Current { certified: read(chain, key)?, stamps });
        Ok(Arc::new(Self { chain: chain.to_owned(), key: key.to_owned(), current }))
    }

    /// Reads both files again. Unless they fit each other the old certificate stays.
    pub fn reload(&self) -> Result<()> {
        let stamps = stamps(&self.chain, &self.key);
        let certified = read(&self.chain, &self.key)?;
        *self.current.lock() = Current { certified, stamps };
        Ok(())
    }

    /// The same if one of the files has changed; says whether it has.
    pub fn reload_if_changed(&self) -> Result<bool> {
        let is_new = stamps(&self.chain, &self.key) != self.current.lock().stamps;
        if is_new {
            self.reload()?;
        }
        Ok(is_new)
    }

    pub(crate) fn acceptor(self: &Arc<Self>) -> Result<TlsAcceptor> {
        let refused = |error| Error::internal("TLS cannot be set up").caused_by(error);
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().map_err(refused)?;
        let mut config = builder.with_no_client_auth().with_cert_resolver(self.clone());
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.lock().certified.clone())
    }
}

fn stamps(chain: &Path, key: &Path) -> Stamps {
    [chain, key].map(|path| {
        let found = std::fs::metadata(path).ok()?;
        Some((found.modified().ok()?, found.len()))
    })
}

fn read(chain: &Path, key: &Path) -> Result<Arc<CertifiedKey>> {
    let unreadable = |path: &Path, what: &str, error: &dyn std::fmt::Display| {
        Error::invalid_param(format!("{} holds no {what} that can be read: {error}", path.display()))
    };
    let certificates: Vec<_> = CertificateDer::pem_file_iter(chain)
        .and_then(Iterator::collect)
        .map_err(|error| unreadable(chain, "certificate", &error))?;
    if certificates.is_empty() {
        return Err(unreadable(chain, "certificate", &"there is none in it"));
    }
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| unreadable(key, "private key", &error))?;
    let certified = CertifiedKey::from_der(certificates, private, &ring::default_provider());
    let unfit = |error| {
        let (chain, key) = (chain.display(), key.display());
        Error::invalid_param(format!("the key {key} does not belong to the certificate {chain}")).caused_by(error)
    };
    certified.map(Arc::new).map_err(unfit)
}
