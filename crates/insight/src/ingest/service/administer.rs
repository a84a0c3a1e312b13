//! What an administrator does at the command line: workspaces, write keys, the lexicon, and who is set apart.

use hearth_kernel::{Error, Kind, Result, id, limits};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    ingest::{
        Ingest,
        model::{self, Basis, Mapping, Ruling, Workspace, WriteKey},
        store,
    },
    signals,
};

/// A request of an administrator. It may hold a write key, so it is not shown in logs.
#[derive(Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// Makes a write key, and its workspace if there is none. The basis is needed then.
    CreateWriteKey {
        workspace: String,
        basis: Option<String>,
        map: Option<String>,
    },
    ListWriteKeys {
        workspace: Option<String>,
    },
    /// By the key itself, or by the beginning of its hash that the list shows.
    RevokeWriteKey {
        key: String,
    },
    ListWorkspaces,
    /// The lexicon of a workspace, with what was not taken in and who is set apart.
    ShowWorkspace {
        workspace: String,
    },
    /// Whose each id is.
    ShowIdentities {
        workspace: String,
    },
    RuleOnEvent {
        workspace: String,
        name: String,
        ruling: String,
    },
    /// Takes somebody who was set apart for a person.
    TrustMember {
        workspace: String,
        member: String,
    },
    /// What was sent of a person.
    ExportMember {
        workspace: String,
        member: String,
    },
    /// Takes a person out, under all ids that are theirs.
    ForgetMember {
        workspace: String,
        member: String,
    },
    /// Takes a workspace away, with all that was sent to it and learned from it.
    RemoveWorkspace {
        workspace: String,
    },
}

/// Workspaces that other modules write to.
const RESERVED: [&str; 2] = ["home", "import"];
const KEY_PREFIX: &str = "hwk_";
const KEY_LETTERS: usize = 32;
/// Of a key's hash, as the list shows it.
const SHOWN: usize = 12;

impl Ingest {
    /// Does it, and answers with a JSON object.
    pub async fn administer(&self, command: Command) -> Result<Value> {
        match command {
            Command::CreateWriteKey { workspace, basis, map } => {
                let _taking = self.taking.read().await;
                self.workspace(&workspace, basis.as_deref(), map.as_deref()).await?;
                self.create_key(&workspace).await
            }
            Command::ListWriteKeys { workspace } => Ok(json!({ "keys": self.keys(workspace.as_deref()) })),
            Command::RevokeWriteKey { key } => self.revoke_key(&key).await,
            Command::ListWorkspaces => Ok(json!({ "workspaces": self.workspaces() })),
            Command::ShowWorkspace { workspace } => self.show(&workspace).await,
            Command::ShowIdentities { workspace } => Ok(json!(self.identities(&workspace).await?)),
            Command::RuleOnEvent { workspace, name, ruling } => self.rule(&workspace, &name, &ruling).await,
            Command::TrustMember { workspace, member } => self.trust(&workspace, &member).await,
            Command::ExportMember { workspace, member } => self.sent_of(&workspace, &member).await,
            Command::ForgetMember { workspace, member } => self.forget(&workspace, &member).await,
            Command::RemoveWorkspace { workspace } => self.remove(&workspace).await,
        }
    }

    /// Makes a workspace, or looks whether the one that is there rests on the same basis. A new mapping holds from now on.
    pub(in crate::ingest) async fn workspace(&self, name: &str, basis: Option<&str>, map: Option<&str>) -> Result<()> {
        let basis = self.stated(name, basis)?;
        let mapping = map.map(Mapping::parse).transpose().map_err(Error::invalid_param)?;
        let known = self.known.lock().workspaces.get(name).cloned();
        let Some(mut workspace) = known else {
            let mapping = mapping.unwrap_or_default();
            let workspace = Workspace { name: name.to_owned(), basis, mapping, made_at_ms: self.context.now_ms() };
            self.write([store::insert_workspace(&workspace)]).await.map_err(explain)?;
            self.known.lock().workspaces.insert(name.to_owned(), workspace);
            return Ok(());
        };
        if let Some(mapping) = mapping.filter(|mapping| *mapping != workspace.mapping) {
            self.write([store::map_workspace(name, &mapping)]).await?;
            workspace.mapping = mapping;
            self.known.lock().workspaces.insert(name.to_owned(), workspace);
        }
        Ok(())
    }

    /// What a workspace rests on, or is to rest on if it is new; refused where that is not said, or said otherwise.
    pub(super) fn stated(&self, name: &str, basis: Option<&str>) -> Result<Basis> {
        signals::Workspace::parse(name)?;
        if RESERVED.contains(&name) {
            return Err(Error::invalid_param(format!(
                "the workspace {name} is this server's own; choose another name"
            )));
        }
        let basis = basis.map(basis_of).transpose()?;
        let known = self.known.lock().workspaces.get(name).map(|workspace| workspace.basis);
        match (known, basis) {
            (None, None) => Err(Error::invalid_param(format!(
                "say what the law lets the new workspace {name} rest on: --basis {}",
                bases()
            ))),
            (Some(known), Some(basis)) if known != basis => Err(Error::invalid_param(format!(
                "the workspace {name} has stated another lawful basis: {}; what rests on another one goes to a workspace of its own",
                known.word()
            ))),
            (Some(basis), _) | (None, Some(basis)) => Ok(basis),
        }
    }

    async fn create_key(&self, workspace: &str) -> Result<Value> {
        let secret = format!("{KEY_PREFIX}{}", id::letters(&self.context.rng, KEY_LETTERS));
        let hash = model::digest(secret.as_bytes());
        let made_at_ms = self.context.now_ms();
        let key = WriteKey { hash: hash.clone(), workspace: workspace.to_owned(), made_at_ms, revoked_at_ms: None };
        self.write([store::insert_key(&key)]).await.map_err(explain)?;
        let shown = json!({ "key": &hash[..SHOWN], "workspace": workspace, "write_key": secret });
        self.known.lock().keys.insert(hash, key);
        Ok(shown)
    }

    fn keys(&self, workspace: Option<&str>) -> Vec<Value> {
        let known = self.known.lock();
        let asked = |key: &&WriteKey| workspace.is_none_or(|workspace| workspace == key.workspace);
        let mut keys: Vec<&WriteKey> = known.keys.values().filter(asked).collect();
        keys.sort_unstable_by(|left, right| (left.made_at_ms, &left.hash).cmp(&(right.made_at_ms, &right.hash)));
        let shown = |key: &WriteKey| {
            json!({
                "key": &key.hash[..SHOWN], "workspace": key.workspace, "made_at_ms": key.made_at_ms,
                "revoked_at_ms": key.revoked_at_ms,
            })
        };
        keys.into_iter().map(shown).collect()
    }

    async fn revoke_key(&self, key: &str) -> Result<Value> {
        let hash = {
            let known = self.known.lock();
            let whole = model::digest(key.as_bytes());
            let is_meant = |hash: &&String| **hash == whole || (key.len() >= SHOWN && hash.starts_with(key));
            known.keys.keys().find(is_meant).cloned()
        };
        let hash =
            hash.ok_or_else(|| Error::not_found("there is no such key; `hearth insight key list` shows them"))?;
        let now_ms = self.context.now_ms();
        self.write([store::revoke_key(&hash, now_ms)]).await.map_err(explain)?;
        if let Some(key) = self.known.lock().keys.get_mut(&hash) {
            key.revoked_at_ms = Some(now_ms);
        }
        Ok(json!({ "key": &hash[..SHOWN], "revoked": true }))
    }

    fn workspaces(&self) -> Vec<Value> {
        let known = self.known.lock();
        let mut workspaces: Vec<&Workspace> = known.workspaces.values().collect();
        workspaces.sort_unstable_by(|left, right| left.name.cmp(&right.name));
        workspaces.into_iter().map(described).collect()
    }

    async fn show(&self, name: &str) -> Result<Value> {
        let refused = store::refused(&self.store, name).await?;
        let merged = self.identities(name).await?.merged();
        let known = self.known.lock();
        let workspace = known.workspaces.get(name).ok_or_else(|| no_workspace(name))?;
        let mut shown = described(workspace);
        let named = |named: model::Named| {
            json!({
                "name": named.name, "ruling": named.ruling.word(), "events": named.events, "held": named.held,
                "first_at_ms": named.first_at_ms, "last_at_ms": named.last_at_ms, "word": model::word(&named.name),
            })
        };
        let apart = |apart: model::Apart| {
            json!({
                "member": apart.member, "hour_ms": apart.hour_ms, "events": apart.events, "trusted": apart.trusted,
            })
        };
        shown["events"] = known.names_in(name).into_iter().map(named).collect();
        shown["apart"] = known.all_apart_in(name).into_iter().map(apart).collect();
        shown["refused"] = refused.into_iter().map(|(why, events)| json!({ "why": why, "events": events })).collect();
        shown["ids_merged"] = merged.into();
        Ok(shown)
    }

    async fn rule(&self, workspace: &str, name: &str, ruling: &str) -> Result<Value> {
        let ruling = Ruling::from_word(ruling).filter(|ruling| *ruling != Ruling::Unknown);
        let ruling =
            ruling.ok_or_else(|| Error::invalid_param("events are taken as activity, as friction, or ignored"))?;
        if !self.known.lock().names_in(workspace).iter().any(|named| named.name == name) {
            return Err(Error::not_found(format!(
                "no event of the name `{name}` has come to the workspace {workspace}; `hearth insight workspace show {workspace}` lists them"
            )));
        }
        let _taking = self.taking.read().await;
        self.write([store::rule(workspace, name, ruling)]).await?;
        self.known.lock().rule(workspace, name, ruling);
        self.bell.notify_one();
        Ok(json!({ "workspace": workspace, "name": name, "ruling": ruling.word() }))
    }

    async fn trust(&self, workspace: &str, member: &str) -> Result<Value> {
        let is_apart = self.known.lock().all_apart_in(workspace).iter().any(|apart| apart.member == member);
        if !is_apart {
            return Err(Error::not_found(format!(
                "nobody of the id {member} is set apart in the workspace {workspace}"
            )));
        }
        let _taking = self.taking.read().await;
        self.write([store::trust(workspace, member)]).await?;
        self.known.lock().trust(workspace, member);
        self.bell.notify_one();
        Ok(json!({ "workspace": workspace, "member": member, "trusted": true }))
    }
}

fn described(workspace: &Workspace) -> Value {
    let Workspace { name, basis, mapping, made_at_ms } = workspace;
    let Mapping { peer, room, amount } = mapping;
    json!({
        "workspace": name, "basis": basis.word(), "made_at_ms": made_at_ms, "map": { "peer": peer, "room": room, "amount": amount },
    })
}

fn basis_of(word: &str) -> Result<Basis> {
    let unknown = || Error::invalid_param(format!("`{word}` is no lawful basis; there are {}", bases()));
    Basis::from_word(word).ok_or_else(unknown)
}

fn bases() -> String {
    Basis::ALL.map(Basis::word).join(", ")
}

pub(super) fn no_workspace(name: &str) -> Error {
    Error::not_found(format!("there is no workspace {name}; `hearth insight key create` makes one"))
}

/// A refused guard in words.
fn explain(error: Error) -> Error {
    if error.kind != Kind::Conflict {
        return error;
    }
    match error.code {
        store::WORKSPACES_FULL => Error::invalid_param(format!(
            "there are {} workspaces already, which is as many as there may be",
            limits::INGEST_WORKSPACES
        )),
        store::KEYS_FULL => Error::invalid_param(format!(
            "there are {} write keys already, which is as many as there may be",
            limits::WRITE_KEYS
        )),
        store::KEY_UNKNOWN => Error::not_found("the key is revoked already"),
        _ => error,
    }
}
