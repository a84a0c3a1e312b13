//! Backups of room keys.

use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::Entry;
use serde_json::json;

use crate::keys::{
    Keys, facts,
    store::{
        self,
        backup::{Backup, Session, Which},
    },
};

/// What moves when keys come or go: clients compare the one, and show the other.
pub(in crate::keys) struct Extent {
    pub(in crate::keys) etag: String,
    pub(in crate::keys) count: i64,
}

impl Keys {
    /// Makes a backup, which is the current one from then on. Its version.
    pub(in crate::keys) async fn make_backup(&self, user_id: &str, algorithm: &str, auth_data: &str) -> Result<i64> {
        let mut entry = Entry::new();
        entry
            .statement(store::backup::make(user_id, algorithm, auth_data))
            .fact(self.fact(&facts::BACKUP_MADE, user_id));
        Ok(self.commit(entry).await?.position)
    }

    /// A backup by its version, or the current one.
    pub(in crate::keys) async fn backup(&self, user_id: &str, version: Option<i64>) -> Result<Backup> {
        let found = match version {
            Some(version) => store::backup::one(&self.store, user_id, version).await?,
            None => store::backup::current(&self.store, user_id).await?,
        };
        found.ok_or_else(no_backup)
    }

    pub(in crate::keys) async fn extent(&self, user_id: &str, backup: &Backup) -> Result<Extent> {
        let count = store::backup::count(&self.store, user_id, backup.version).await?;
        Ok(Extent { etag: backup.etag.to_string(), count })
    }

    /// Says anew how a backup is encrypted; its algorithm stays.
    pub(in crate::keys) async fn describe_backup(
        &self,
        user_id: &str,
        version: i64,
        algorithm: &str,
        auth_data: &str,
    ) -> Result<()> {
        if self.backup(user_id, Some(version)).await?.algorithm != algorithm {
            return Err(Error::invalid_param("A backup keeps its algorithm."));
        }
        let mut entry = Entry::new();
        entry.statement(store::backup::describe(user_id, version, auth_data));
        self.commit(entry).await.map(drop)
    }

    pub(in crate::keys) async fn delete_backup(&self, user_id: &str, version: i64) -> Result<()> {
        let mut entry = Entry::new();
        entry.statements(store::backup::end(user_id, version)).fact(self.fact(&facts::BACKUP_DELETED, user_id));
        self.commit(entry).await.map(drop)
    }

    /// Keeps keys in the current backup, as far as they are better than those in it.
    pub(in crate::keys) async fn back_up(&self, user_id: &str, version: i64, sessions: &[Session]) -> Result<Extent> {
        let current = self.backup(user_id, None).await?;
        if current.version != version {
            return Err(wrong_version(current.version));
        }
        if sessions.len() > limits::BACKUP_SESSIONS_AT_ONCE {
            let why = format!("At most {} keys can be backed up at once.", limits::BACKUP_SESSIONS_AT_ONCE);
            return Err(Error::too_large(why));
        }
        let count = store::backup::count(&self.store, user_id, version).await?;
        if count + sessions.len() as i64 > limits::BACKUP_SESSIONS as i64 {
            let why = format!("A backup holds at most {} keys.", limits::BACKUP_SESSIONS);
            return Err(Error::new(Kind::Forbidden, "M_RESOURCE_LIMIT_EXCEEDED", why));
        }
        let mut entry = Entry::new();
        entry
            .statements(store::backup::keep(user_id, version, sessions))
            .fact(self.fact(&facts::BACKED_UP, user_id).count("count", sessions.len() as i64));
        match self.commit(entry).await {
            Err(error) if error.kind == Kind::Conflict && error.code == store::BACKUP_REPLACED => {
                Err(wrong_version(self.backup(user_id, None).await?.version))
            }
            Err(error) => Err(error),
            Ok(_) => self.extent(user_id, &self.backup(user_id, Some(version)).await?).await,
        }
    }

    pub(in crate::keys) async fn backed_up(
        &self,
        user_id: &str,
        version: i64,
        which: Which<'_>,
    ) -> Result<Vec<Session>> {
        self.backup(user_id, Some(version)).await?;
        store::backup::sessions(&self.store, user_id, version, which).await
    }

    pub(in crate::keys) async fn delete_backed_up(
        &self,
        user_id: &str,
        version: i64,
        which: Which<'_>,
    ) -> Result<Extent> {
        let mut entry = Entry::new();
        entry.statements(store::backup::delete(user_id, version, which));
        self.commit(entry).await?;
        self.extent(user_id, &self.backup(user_id, Some(version)).await?).await
    }
}

pub(in crate::keys) fn no_backup() -> Error {
    Error::not_found("There is no such backup.")
}

fn wrong_version(current: i64) -> Error {
    let why = "This is not the current backup.";
    let body = json!({ "errcode": "M_WRONG_ROOM_KEYS_VERSION", "error": why, "current_version": current.to_string() });
    Error::new(Kind::Forbidden, "M_WRONG_ROOM_KEYS_VERSION", why).with_body(body.to_string())
}
