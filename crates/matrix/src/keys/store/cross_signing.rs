//! Cross-signing keys, and signatures that came after the key that they are on.

use hearth_kernel::{Result, limits};
use hearth_store::{Row, Statement, Store, Value};

use super::ALREADY_SIGNING;

const FIRST: &str = "INSERT INTO keys_cross_signing (user_id, usage, content)
     SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM keys_cross_signing k WHERE k.user_id = ?1 AND k.usage = 'master')
     ON CONFLICT (user_id, usage) DO NOTHING";
const SET: &str = "INSERT INTO keys_cross_signing (user_id, usage, content) VALUES (?1, ?2, ?3)
     ON CONFLICT (user_id, usage) DO UPDATE SET content = excluded.content";
const UNSET: &str = "DELETE FROM keys_cross_signing WHERE user_id = ?1 AND usage = ?2";
const OF_MEMBER: &str = "SELECT usage, content FROM keys_cross_signing WHERE user_id = ?1 ORDER BY usage LIMIT 3";
const SIGN: &str = "INSERT INTO keys_signature (user_id, key_id, signer_id, signer_key_id, signature)
     VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (user_id, key_id, signer_id, signer_key_id) DO UPDATE SET signature = excluded.signature";
const UNSIGN: &str = "DELETE FROM keys_signature WHERE user_id = ?1 AND key_id = ?2";
const UNSIGN_BY: &str = "DELETE FROM keys_signature WHERE user_id = ?1 AND signer_id = ?1 AND signer_key_id = ?2";
const SEEN: &str = "SELECT key_id, signer_id, signer_key_id, signature FROM keys_signature
     WHERE user_id = ?1 AND (signer_id = ?1 OR signer_id = ?2)
     ORDER BY key_id, signer_id, signer_key_id LIMIT ?3";
const FORGET: [&str; 3] = [
    "DELETE FROM keys_cross_signing WHERE user_id = ?1",
    "DELETE FROM keys_signature WHERE user_id = ?1",
    "DELETE FROM keys_dehydrated WHERE user_id = ?1",
];

/// A signature on a key of a member: of a device by its id, of a master key by itself.
pub(in crate::keys) struct Signature {
    pub(in crate::keys) key_id: String,
    pub(in crate::keys) signer_id: String,
    /// `ed25519:` and the device or the public key.
    pub(in crate::keys) signer_key_id: String,
    pub(in crate::keys) signature: String,
}

/// Sets a master key where there is none; refused when there is one.
pub(in crate::keys) fn set_first(user_id: &str, usage: &str, content: &str) -> Statement {
    Statement::new(FIRST, vec![user_id.into(), usage.into(), content.into()]).guarded(ALREADY_SIGNING)
}

pub(in crate::keys) fn set(user_id: &str, usage: &str, content: &str) -> Statement {
    Statement::new(SET, vec![user_id.into(), usage.into(), content.into()])
}

pub(in crate::keys) fn unset(user_id: &str, usage: &str) -> Statement {
    Statement::new(UNSET, vec![user_id.into(), usage.into()])
}

/// The cross-signing keys of a member, by usage.
pub(in crate::keys) async fn of_member(store: &Store, user_id: &str) -> Result<Vec<(String, String)>> {
    let rows = store.query(OF_MEMBER, &[user_id.into()]).await?;
    rows.into_iter().map(|mut row| Ok((row.take_text(0)?, row.take_text(1)?))).collect()
}

pub(in crate::keys) fn sign(user_id: &str, signature: &Signature) -> Statement {
    let Signature { key_id, signer_id, signer_key_id, signature } = signature;
    let params: Vec<Value> = vec![
        user_id.into(),
        key_id.as_str().into(),
        signer_id.as_str().into(),
        signer_key_id.as_str().into(),
        signature.as_str().into(),
    ];
    Statement::new(SIGN, params)
}

/// Takes away all signatures on a key.
pub(in crate::keys) fn unsign(user_id: &str, key_id: &str) -> Statement {
    Statement::new(UNSIGN, vec![user_id.into(), key_id.into()])
}

/// Takes away what a member has signed of their own with a key.
pub(in crate::keys) fn unsign_by(user_id: &str, signer_key_id: &str) -> Statement {
    Statement::new(UNSIGN_BY, vec![user_id.into(), signer_key_id.into()])
}

/// Signatures on a member's keys: their own, and the reader's.
pub(in crate::keys) async fn seen(store: &Store, user_id: &str, reader: &str) -> Result<Vec<Signature>> {
    let rows = store.query(SEEN, &[user_id.into(), reader.into(), (limits::SIGNATURES as i64).into()]).await?;
    let signature = |mut row: Row| {
        let (key_id, signer_id) = (row.take_text(0)?, row.take_text(1)?);
        Ok(Signature { key_id, signer_id, signer_key_id: row.take_text(2)?, signature: row.take_text(3)? })
    };
    rows.into_iter().map(signature).collect()
}

/// Takes away what a member has beside their devices.
pub(in crate::keys) fn forget(user_id: &str) -> [Statement; 3] {
    FORGET.map(|sql| Statement::new(sql, vec![user_id.into()]))
}
