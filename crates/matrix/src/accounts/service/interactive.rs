//! User-interactive authentication: one more proof before something that matters.
//!
//! A session is bound to what it was begun for: method, path and the body without its `auth`. Every
//! flow has one stage here, so a session is spent when that stage is passed.

use hearth_http::Call;
use hearth_kernel::{Error, Kind, Result, id};
use serde_json::{Map, Value, json};

use crate::accounts::{
    Accounts,
    model::{self, Digest},
};

/// What a session was begun for.
pub(in crate::accounts) type Operation = Digest;

/// What must be shown.
#[derive(Clone, Copy)]
pub(crate) enum Stage<'a> {
    /// That somebody means it: `m.login.dummy`.
    Dummy,
    /// The password of this member: `m.login.password`.
    Password { user_id: &'a str },
}

impl Stage<'_> {
    fn name(self) -> &'static str {
        match self {
            Self::Dummy => "m.login.dummy",
            Self::Password { .. } => "m.login.password",
        }
    }
}

/// The request's proof, with a closed set of fields: it holds a password.
struct Auth(Map<String, Value>);

impl Auth {
    fn text(&self, field: &str) -> Option<&str> {
        self.0.get(field)?.as_str()
    }

    /// Whom the proof names, in either of the two ways.
    fn user(&self) -> Option<&str> {
        self.0.get("identifier").and_then(|identifier| identifier["user"].as_str()).or_else(|| self.text("user"))
    }
}

impl Accounts {
    /// Passes when the request brings the proof; otherwise the error is the answer that asks for it.
    pub(crate) async fn require(&self, call: &Call, stage: Stage<'_>) -> Result<()> {
        let (operation, auth) = split(call)?;
        let now_ms = self.context.now_ms();
        let known = match auth.text("session") {
            None => None,
            Some(session) => match self.auth_sessions.get(session, now_ms) {
                Some(begun_for) if begun_for == operation => Some(session.to_owned()),
                Some(_) => return Err(Error::forbidden("This session was begun for something else.")),
                // Late, or of another life of the server: begin again.
                None => return Err(challenge(stage, &self.begin(operation), None)),
            },
        };
        let session = known.unwrap_or_else(|| self.begin(operation));
        let outcome = match auth.text("type") {
            None => return Err(challenge(stage, &session, None)),
            Some(given) if given == stage.name() => self.prove(stage, &auth).await?,
            Some(_) => Err("This proof is not among those asked for."),
        };
        match outcome {
            Ok(()) => {
                self.auth_sessions.take(&session, now_ms);
                Ok(())
            }
            Err(why) => Err(challenge(stage, &session, Some(why))),
        }
    }

    fn begin(&self, operation: Operation) -> String {
        let session = id::secret(&self.context.rng);
        self.auth_sessions.put(session.clone(), operation, self.context.now_ms());
        session
    }

    async fn prove(&self, stage: Stage<'_>, auth: &Auth) -> Result<Result<(), &'static str>> {
        let Stage::Password { user_id } = stage else { return Ok(Ok(())) };
        let named = auth.user().map(|name| model::meant_user_id(name, &self.settings.server_name));
        let is_self = named.is_none_or(|named| named.is_some_and(|named| named == user_id));
        let Some(password) = auth.text("password").filter(|_| is_self) else {
            return Ok(Err("This needs your own name and password."));
        };
        let right = self.password_is_right(user_id, password).await?;
        Ok(if right { Ok(()) } else { Err("The password is wrong.") })
    }
}

/// What is asked for, and the proof. An empty body is an empty object.
fn split(call: &Call) -> Result<(Operation, Auth)> {
    let mut body = if call.body.is_empty() { Map::new() } else { model::json_object(&call.body)? };
    let auth = match body.remove("auth") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(auth)) => auth,
        Some(_) => return Err(Error::bad_json("auth must be an object.")),
    };
    // The map sorts its keys, so the order in which a client writes them does not matter.
    let operation = format!("{} {} {}", call.method, call.uri.path(), Value::Object(body));
    Ok((model::digest(operation.as_bytes()), Auth(auth)))
}

fn challenge(stage: Stage<'_>, session: &str, why: Option<&str>) -> Error {
    let mut body = json!({
        "flows": [{ "stages": [stage.name()] }],
        "params": {},
        "session": session,
        "completed": [],
    });
    if let Some(why) = why {
        body["errcode"] = "M_FORBIDDEN".into();
        body["error"] = why.into();
    }
    let message = why.unwrap_or("More proof is needed.").to_owned();
    Error::new(Kind::Unauthenticated, "M_FORBIDDEN", message).with_body(body.to_string())
}
