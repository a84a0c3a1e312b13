//! Cross-signing: the keys that a member signs their own devices and other members with, and the
//! signatures.

use std::collections::BTreeMap;

use hearth_http::{Call, Caller};
use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::{Entry, Statement};
use ruma::CanonicalJsonObject;
use serde_json::value::RawValue;

use crate::{
    accounts::Stage,
    keys::{
        Keys, facts,
        model::{
            self, MASTER, SELF_SIGNING, SigningKey, USER_SIGNING, check_id, invalid_signature, is_same, is_signed_by,
            is_true, signatures, stored_signing_key,
        },
        store::{self, cross_signing::Signature},
    },
    stream::{Change, KeyChange, Seen},
};

/// The three keys of a member, each of which may be missing.
#[derive(Default)]
pub(in crate::keys) struct SigningKeys {
    pub(in crate::keys) master: Option<SigningKey>,
    pub(in crate::keys) self_signing: Option<SigningKey>,
    pub(in crate::keys) user_signing: Option<SigningKey>,
}

impl SigningKeys {
    fn each(&self) -> [(&'static str, &Option<SigningKey>); 3] {
        [(MASTER, &self.master), (SELF_SIGNING, &self.self_signing), (USER_SIGNING, &self.user_signing)]
    }

    fn of(&self, usage: &str) -> Option<&SigningKey> {
        self.each().into_iter().find(|(known, _)| *known == usage).and_then(|(_, key)| key.as_ref())
    }

    /// Whether all that the other has is here already.
    fn holds(&self, other: &Self) -> bool {
        other.each().into_iter().all(|(usage, key)| key.as_ref().is_none_or(|key| self.of(usage) == Some(key)))
    }
}

/// A signed object that was not taken, and why.
pub(in crate::keys) type Failures = BTreeMap<String, BTreeMap<String, Error>>;

/// What a member has signed, to be stored.
#[derive(Default)]
struct Signed {
    statements: Vec<Statement>,
    own: i64,
    others: Vec<String>,
}

impl Keys {
    /// Sets cross-signing keys. The first ones need no further proof of who asks, and nor do those that
    /// are there already; others do.
    pub(in crate::keys) async fn set_signing_keys(&self, call: &Call, new: SigningKeys) -> Result<()> {
        let user_id = &*call.member()?.user_id;
        let old = self.signing_keys(user_id).await?;
        check_signed(user_id, &old, &new)?;
        if old.holds(&new) {
            return Ok(());
        }
        if old.master.is_some() {
            self.accounts.require(call, Stage::Password { user_id }).await?;
            return self.replace_signing_keys(user_id, &old, &new).await;
        }
        let mut entry = Entry::new();
        for (usage, key) in new.each() {
            let Some(key) = key else { continue };
            entry.statement(match usage {
                MASTER => store::cross_signing::set_first(user_id, usage, &key.json()),
                _ => store::cross_signing::set(user_id, usage, &key.json()),
            });
        }
        entry.fact(self.fact(&facts::CROSS_SIGNING_SET_UP, user_id).kind("how", "first"));
        match self.commit_seen(user_id, entry).await {
            // Another device was first: this one has to show who it is.
            Err(error) if error.kind == Kind::Conflict && error.code == store::ALREADY_SIGNING => {
                self.accounts.require(call, Stage::Password { user_id }).await?;
                let old = self.signing_keys(user_id).await?;
                self.replace_signing_keys(user_id, &old, &new).await
            }
            outcome => outcome,
        }
    }

    /// With another master key, the keys that the old one had signed are worth nothing.
    async fn replace_signing_keys(&self, user_id: &str, old: &SigningKeys, new: &SigningKeys) -> Result<()> {
        let mut entry = Entry::new();
        let is_other_master = new.master.is_some() && new.master != old.master;
        for (usage, key) in new.each() {
            let before = old.of(usage);
            match key {
                Some(key) if before == Some(key) => continue,
                Some(key) => {
                    entry.statement(store::cross_signing::set(user_id, usage, &key.json()));
                }
                None if is_other_master => {
                    entry.statement(store::cross_signing::unset(user_id, usage));
                }
                None => continue,
            }
            if let Some(before) = before {
                entry
                    .statement(store::cross_signing::unsign(user_id, &before.public))
                    .statement(store::cross_signing::unsign_by(user_id, &before.key_id()));
            }
        }
        entry.fact(self.fact(&facts::CROSS_SIGNING_SET_UP, user_id).kind("how", "replaced"));
        self.commit_seen(user_id, entry).await
    }

    /// Commits what changes a member's keys for everybody who shares a room.
    async fn commit_seen(&self, user_id: &str, mut entry: Entry) -> Result<()> {
        let seen = vec![self.seen_by_all(user_id).await?];
        entry
            .statement(store::device::changed(user_id, None))
            .note(Change::Keys(KeyChange { seen, ..KeyChange::default() }).note());
        self.commit(entry).await.map(drop)
    }

    async fn signing_keys(&self, user_id: &str) -> Result<SigningKeys> {
        let mut keys = SigningKeys::default();
        for (usage, content) in store::cross_signing::of_member(&self.store, user_id).await? {
            let key = stored_signing_key(&content, &usage, user_id)?;
            match usage.as_str() {
                MASTER => keys.master = Some(key),
                SELF_SIGNING => keys.self_signing = Some(key),
                _ => keys.user_signing = Some(key),
            }
        }
        Ok(keys)
    }

    /// Stores those signatures that are true: a member's devices sign the member's master key, the
    /// self-signing key signs their devices, the user-signing key signs master keys of others.
    pub(in crate::keys) async fn add_signatures(
        &self,
        caller: &Caller,
        signed: &BTreeMap<&str, Vec<(&str, &RawValue)>>,
    ) -> Result<Failures> {
        if signed.values().map(Vec::len).sum::<usize>() > limits::SIGNATURES {
            return Err(Error::invalid_param(format!("At most {} keys can be signed at once.", limits::SIGNATURES)));
        }
        let own = self.signing_keys(&caller.user_id).await?;
        let mut failures = Failures::new();
        let mut stored = Signed::default();
        for (user_id, keys) in signed {
            for (key_id, raw) in keys {
                if let Err(error) = self.add_signature(&caller.user_id, &own, (user_id, key_id, raw), &mut stored).await
                {
                    if error.kind == Kind::Internal || error.kind == Kind::Unavailable {
                        return Err(error);
                    }
                    failures.entry((*user_id).to_owned()).or_default().insert((*key_id).to_owned(), error);
                }
            }
        }
        let Signed { statements, own, others } = stored;
        if statements.is_empty() {
            return Ok(failures);
        }
        let mut entry = Entry::new();
        let mut change = KeyChange::default();
        entry.statements(statements);
        if own > 0 {
            entry.statement(store::device::changed(&caller.user_id, None));
            change.seen.push(self.seen_by_all(&caller.user_id).await?);
        }
        // Whom one has signed is nobody's business but one's own devices'.
        for other in &others {
            entry.statement(store::device::changed(other, Some(&caller.user_id)));
        }
        if !others.is_empty() {
            change.seen.push(Seen { user_id: caller.user_id.clone(), rooms: Vec::new() });
        }
        let others = others.len() as i64;
        entry
            .fact(self.fact(&facts::SIGNED, &caller.user_id).count("own", own).count("others", others))
            .note(Change::Keys(change).note());
        self.commit(entry).await?;
        Ok(failures)
    }

    async fn add_signature(
        &self,
        signer_id: &str,
        own: &SigningKeys,
        (user_id, key_id, raw): (&str, &str, &RawValue),
        stored: &mut Signed,
    ) -> Result<()> {
        check_id("key's id", key_id)?;
        let object: CanonicalJsonObject = model::read("signed key", raw, limits::KEY_BYTES)?;
        let not_found = || Error::not_found("There is no such key.");
        if user_id != signer_id {
            let keys = self.signing_keys(user_id).await?;
            let master = keys.master.filter(|master| master.public == key_id).ok_or_else(not_found)?;
            let by = own.user_signing.as_ref().ok_or_else(|| invalid_signature("You have no user-signing key."))?;
            stored.take(signer_id, user_id, key_id, (&object, &master.object), |signer_key_id| {
                (signer_key_id == by.key_id()).then(|| by.public.clone())
            })?;
            stored.others.push(user_id.to_owned());
            return Ok(());
        }
        if let Some(master) = own.master.as_ref().filter(|master| master.public == key_id) {
            let mut publics = BTreeMap::new();
            for (signer_key_id, _) in signatures(&object, signer_id) {
                let device_id = signer_key_id.strip_prefix("ed25519:").unwrap_or("");
                check_id("device's id", device_id)?;
                if let Some(content) = store::device::one(&self.store, signer_id, device_id).await? {
                    publics.extend(device_key(&content, signer_key_id).map(|key| (signer_key_id.to_owned(), key)));
                }
            }
            stored.take(signer_id, user_id, key_id, (&object, &master.object), |signer_key_id| {
                publics.get(signer_key_id).cloned()
            })?;
        } else {
            let content = store::device::one(&self.store, signer_id, key_id).await?.ok_or_else(not_found)?;
            let device = object_of(&content)?;
            let by = own.self_signing.as_ref().ok_or_else(|| invalid_signature("You have no self-signing key."))?;
            stored.take(signer_id, user_id, key_id, (&object, &device), |signer_key_id| {
                (signer_key_id == by.key_id()).then(|| by.public.clone())
            })?;
        }
        stored.own += 1;
        Ok(())
    }
}

impl Signed {
    /// Takes the signatures of a signer whose public keys are known; there must be one, and all must be
    /// true. What was signed must be what is stored.
    fn take(
        &mut self,
        signer_id: &str,
        user_id: &str,
        key_id: &str,
        (signed, known): (&CanonicalJsonObject, &CanonicalJsonObject),
        public: impl Fn(&str) -> Option<String>,
    ) -> Result<()> {
        if !is_same(signed, known) {
            return Err(invalid_signature("What was signed is not the key that is stored."));
        }
        let mut taken = Vec::new();
        for (signer_key_id, signature) in signatures(signed, signer_id) {
            let Some(public) = public(signer_key_id) else { continue };
            if !is_true(signed, &public, signature) {
                return Err(invalid_signature("The signature is not true."));
            }
            let signature = Signature {
                key_id: key_id.to_owned(),
                signer_id: signer_id.to_owned(),
                signer_key_id: signer_key_id.to_owned(),
                signature: signature.to_owned(),
            };
            taken.push(store::cross_signing::sign(user_id, &signature));
        }
        if taken.is_empty() {
            return Err(invalid_signature("There is no signature of a key that may sign this."));
        }
        self.statements.append(&mut taken);
        Ok(())
    }
}

/// The other keys must be signed by the master key, the new one or the one that is stored.
fn check_signed(user_id: &str, old: &SigningKeys, new: &SigningKeys) -> Result<()> {
    if new.each().into_iter().all(|(_, key)| key.is_none()) {
        return Err(Error::missing_param("There is no key."));
    }
    let Some(master) = new.master.as_ref().or(old.master.as_ref()) else {
        return Err(Error::missing_param("There is no master key yet. Upload it first, or with the others."));
    };
    let others = [&new.self_signing, &new.user_signing].into_iter().flatten();
    for key in others {
        if !is_signed_by(&key.object, user_id, master) {
            return Err(invalid_signature("A key is not signed by the master key."));
        }
    }
    Ok(())
}

fn object_of(content: &str) -> Result<CanonicalJsonObject> {
    serde_json::from_str(content).map_err(|error| Error::internal("a stored key is damaged").caused_by(error))
}

/// The public key of a device by its name.
fn device_key(content: &str, key_id: &str) -> Option<String> {
    let object = object_of(content).ok()?;
    Some(object.get("keys")?.as_object()?.get(key_id)?.as_str()?.to_owned())
}
