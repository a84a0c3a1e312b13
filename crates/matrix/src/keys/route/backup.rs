//! Backups of room keys: versions of them, and the keys in one.

use std::{collections::BTreeMap, sync::Arc};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, empty, json, json_bytes};
use hearth_kernel::{Error, Result, limits};
use http::StatusCode;
use ruma::{
    UInt,
    api::client::backup::{
        add_backup_keys, add_backup_keys_for_room, add_backup_keys_for_session, create_backup_version,
        delete_backup_keys, delete_backup_keys_for_room, delete_backup_keys_for_session, delete_backup_version,
        get_backup_info, get_backup_keys, get_backup_keys_for_room, get_backup_keys_for_session,
        get_latest_backup_info, update_backup_version,
    },
};
use serde::Deserialize;
use serde_json::{Map, Value, json, value::RawValue};

use super::super::{
    Keys,
    model::{check_id, read},
    service::backup::{Extent, no_backup},
    store::backup::{Backup, Session, Which},
};
use crate::endpoint::raw_endpoint;

pub(super) fn routes(keys: &Arc<Keys>) -> Vec<Route> {
    [
        raw_endpoint(keys, Member, Rate::Writing, make),
        raw_endpoint(keys, Member, Rate::Reading, current),
        raw_endpoint(keys, Member, Rate::Reading, one),
        raw_endpoint(keys, Member, Rate::Writing, describe),
        raw_endpoint(keys, Member, Rate::Writing, delete),
        raw_endpoint(keys, Member, Rate::Writing, put_all),
        raw_endpoint(keys, Member, Rate::Writing, put_room),
        raw_endpoint(keys, Member, Rate::Writing, put_session),
        raw_endpoint(keys, Member, Rate::Reading, get_all),
        raw_endpoint(keys, Member, Rate::Reading, get_room),
        raw_endpoint(keys, Member, Rate::Reading, get_session),
        raw_endpoint(keys, Member, Rate::Writing, delete_all),
        raw_endpoint(keys, Member, Rate::Writing, delete_room),
        raw_endpoint(keys, Member, Rate::Writing, delete_session),
    ]
    .concat()
}

/// How a backup is encrypted, as clients write it.
#[derive(Deserialize)]
struct Description {
    algorithm: String,
    auth_data: Map<String, Value>,
    version: Option<String>,
}

impl Description {
    fn read(raw: &RawValue) -> Result<Self> {
        let description: Self = read("backup's description", raw, limits::BACKUP_DESCRIPTION_BYTES)?;
        check_id("algorithm", &description.algorithm)?;
        Ok(description)
    }

    fn auth_data(&self) -> String {
        Value::from(self.auth_data.clone()).to_string()
    }
}

/// A key as clients write it.
#[derive(Deserialize)]
struct Written {
    first_message_index: UInt,
    forwarded_count: UInt,
    is_verified: bool,
    session_data: Map<String, Value>,
}

fn session(room_id: &str, session_id: &str, raw: &RawValue) -> Result<Session> {
    check_id("room's id", room_id)?;
    check_id("session's id", session_id)?;
    let written: Written = read("backed up key", raw, limits::BACKUP_SESSION_BYTES)?;
    Ok(Session {
        room_id: room_id.to_owned(),
        session_id: session_id.to_owned(),
        first_message_index: written.first_message_index.into(),
        forwarded_count: written.forwarded_count.into(),
        is_verified: written.is_verified,
        session_data: Value::from(written.session_data).to_string(),
    })
}

fn push_session(out: &mut String, session: &Session) {
    let Session { first_message_index, forwarded_count, is_verified, session_data, .. } = session;
    out.push_str(&format!(
        "{{\"first_message_index\":{first_message_index},\"forwarded_count\":{forwarded_count},\
         \"is_verified\":{is_verified},\"session_data\":{session_data}}}"
    ));
}

fn push_sessions(out: &mut String, sessions: &[Session]) {
    out.push_str("{\"sessions\":{");
    for (at, session) in sessions.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        out.push_str(&Value::from(session.session_id.as_str()).to_string());
        out.push(':');
        push_session(out, session);
    }
    out.push_str("}}");
}

/// A version is one of our numbers; any other text names no backup.
fn number(version: &str) -> Result<i64> {
    version.parse().map_err(|_| no_backup())
}

fn extent(Extent { etag, count }: Extent) -> Reply {
    json(&json!({ "etag": etag, "count": count }))
}

async fn info(keys: &Keys, user_id: &str, backup: Backup) -> Result<Reply> {
    let Extent { etag, count } = keys.extent(user_id, &backup).await?;
    let Backup { version, algorithm, auth_data, .. } = backup;
    let body = format!(
        "{{\"algorithm\":{},\"auth_data\":{auth_data},\"count\":{count},\"etag\":\"{etag}\",\"version\":\"{version}\"}}",
        Value::from(algorithm)
    );
    Ok(json_bytes(StatusCode::OK, body))
}

/// `POST /_matrix/client/v3/room_keys/version`
async fn make(keys: Arc<Keys>, call: Call, request: create_backup_version::v3::Request) -> Result<Reply> {
    let description = Description::read(request.algorithm.json())?;
    let user_id = &call.member()?.user_id;
    let version = keys.make_backup(user_id, &description.algorithm, &description.auth_data()).await?;
    Ok(json(&json!({ "version": version.to_string() })))
}

/// `GET /_matrix/client/v3/room_keys/version`
async fn current(keys: Arc<Keys>, call: Call, _: get_latest_backup_info::v3::Request) -> Result<Reply> {
    let user_id = &call.member()?.user_id;
    info(&keys, user_id, keys.backup(user_id, None).await?).await
}

/// `GET /_matrix/client/v3/room_keys/version/{version}`
async fn one(keys: Arc<Keys>, call: Call, request: get_backup_info::v3::Request) -> Result<Reply> {
    let user_id = &call.member()?.user_id;
    info(&keys, user_id, keys.backup(user_id, Some(number(&request.version)?)).await?).await
}

/// `PUT /_matrix/client/v3/room_keys/version/{version}`
async fn describe(keys: Arc<Keys>, call: Call, request: update_backup_version::v3::Request) -> Result<Reply> {
    let description = Description::read(request.algorithm.json())?;
    if description.version.as_ref().is_some_and(|version| *version != request.version) {
        return Err(Error::invalid_param("The body names another version than the path."));
    }
    let (user_id, version) = (&call.member()?.user_id, number(&request.version)?);
    keys.describe_backup(user_id, version, &description.algorithm, &description.auth_data()).await?;
    Ok(empty())
}

/// `DELETE /_matrix/client/v3/room_keys/version/{version}`
async fn delete(keys: Arc<Keys>, call: Call, request: delete_backup_version::v3::Request) -> Result<Reply> {
    keys.delete_backup(&call.member()?.user_id, number(&request.version)?).await?;
    Ok(empty())
}

/// `PUT /_matrix/client/v3/room_keys/keys`
async fn put_all(keys: Arc<Keys>, call: Call, request: add_backup_keys::v3::Request) -> Result<Reply> {
    let mut sessions = Vec::new();
    for (room_id, room) in &request.rooms {
        for (session_id, raw) in &room.sessions {
            sessions.push(session(room_id.as_str(), session_id, raw.json())?);
        }
    }
    put(&keys, &call, &request.version, &sessions).await
}

/// `PUT /_matrix/client/v3/room_keys/keys/{roomId}`
async fn put_room(keys: Arc<Keys>, call: Call, request: add_backup_keys_for_room::v3::Request) -> Result<Reply> {
    let of_room =
        |(session_id, raw): (&String, &ruma::serde::Raw<_>)| session(request.room_id.as_str(), session_id, raw.json());
    let sessions: Vec<Session> = request.sessions.iter().map(of_room).collect::<Result<_>>()?;
    put(&keys, &call, &request.version, &sessions).await
}

/// `PUT /_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}`
async fn put_session(keys: Arc<Keys>, call: Call, request: add_backup_keys_for_session::v3::Request) -> Result<Reply> {
    let one = session(request.room_id.as_str(), &request.session_id, request.session_data.json())?;
    put(&keys, &call, &request.version, &[one]).await
}

/// Any other version than the current one is refused as that, even one that never was.
async fn put(keys: &Keys, call: &Call, version: &str, sessions: &[Session]) -> Result<Reply> {
    let version = version.parse().unwrap_or(-1);
    keys.back_up(&call.member()?.user_id, version, sessions).await.map(extent)
}

/// `GET /_matrix/client/v3/room_keys/keys`
async fn get_all(keys: Arc<Keys>, call: Call, request: get_backup_keys::v3::Request) -> Result<Reply> {
    let mut by_room: BTreeMap<String, Vec<Session>> = BTreeMap::new();
    for session in keys.backed_up(&call.member()?.user_id, number(&request.version)?, Which::All).await? {
        by_room.entry(session.room_id.clone()).or_default().push(session);
    }
    let mut out = String::from("{\"rooms\":{");
    for (at, (room_id, sessions)) in by_room.iter().enumerate() {
        out.push_str(if at > 0 { "," } else { "" });
        out.push_str(&Value::from(room_id.as_str()).to_string());
        out.push(':');
        push_sessions(&mut out, sessions);
    }
    out.push_str("}}");
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v3/room_keys/keys/{roomId}`
async fn get_room(keys: Arc<Keys>, call: Call, request: get_backup_keys_for_room::v3::Request) -> Result<Reply> {
    let which = Which::Room(request.room_id.as_str());
    let sessions = keys.backed_up(&call.member()?.user_id, number(&request.version)?, which).await?;
    let mut out = String::new();
    push_sessions(&mut out, &sessions);
    Ok(json_bytes(StatusCode::OK, out))
}

/// `GET /_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}`
async fn get_session(keys: Arc<Keys>, call: Call, request: get_backup_keys_for_session::v3::Request) -> Result<Reply> {
    let which = Which::Session(request.room_id.as_str(), &request.session_id);
    let sessions = keys.backed_up(&call.member()?.user_id, number(&request.version)?, which).await?;
    let session = sessions.first().ok_or_else(|| Error::not_found("This key is not in the backup."))?;
    let mut out = String::new();
    push_session(&mut out, session);
    Ok(json_bytes(StatusCode::OK, out))
}

/// `DELETE /_matrix/client/v3/room_keys/keys`
async fn delete_all(keys: Arc<Keys>, call: Call, request: delete_backup_keys::v3::Request) -> Result<Reply> {
    keys.delete_backed_up(&call.member()?.user_id, number(&request.version)?, Which::All).await.map(extent)
}

/// `DELETE /_matrix/client/v3/room_keys/keys/{roomId}`
async fn delete_room(keys: Arc<Keys>, call: Call, request: delete_backup_keys_for_room::v3::Request) -> Result<Reply> {
    let which = Which::Room(request.room_id.as_str());
    keys.delete_backed_up(&call.member()?.user_id, number(&request.version)?, which).await.map(extent)
}

/// `DELETE /_matrix/client/v3/room_keys/keys/{roomId}/{sessionId}`
async fn delete_session(
    keys: Arc<Keys>,
    call: Call,
    request: delete_backup_keys_for_session::v3::Request,
) -> Result<Reply> {
    let which = Which::Session(request.room_id.as_str(), &request.session_id);
    keys.delete_backed_up(&call.member()?.user_id, number(&request.version)?, which).await.map(extent)
}
