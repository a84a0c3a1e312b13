//! The key that this server signs events with.

use ruma::{OwnedServerName, signatures::Ed25519KeyPair};

use hearth_kernel::{Context, Error, Result, id};
use hearth_store::{Entry, Store};

use super::store;

/// Signs as one server.
pub(crate) struct Signer {
    pub(crate) server_name: OwnedServerName,
    pub(crate) key: Ed25519KeyPair,
}

/// The head of an Ed25519 private key in PKCS#8, version 1; the seed follows.
const PKCS8_HEAD: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

impl Signer {
    /// The stored key, or a new one.
    pub(crate) async fn load(store: &Store, context: &Context, server_name: OwnedServerName) -> Result<Self> {
        let (key_id, seed) = match store::signing_key(store).await? {
            Some(found) => found,
            None => {
                let rng = context.rng.stream("signing key");
                let mut seed = [0; 32];
                rng.fill(&mut seed);
                let key_id = format!("a_{}", id::letters(&rng, 6));
                let mut entry = Entry::new();
                entry.statement(store::insert_signing_key(&key_id, &seed));
                store.write(entry).await?;
                (key_id, seed.to_vec())
            }
        };
        let document = [&PKCS8_HEAD[..], &seed].concat();
        let key = Ed25519KeyPair::from_der(&document, key_id)
            .map_err(|error| Error::internal("the stored signing key is damaged").caused_by(error))?;
        Ok(Self { server_name, key })
    }
}
