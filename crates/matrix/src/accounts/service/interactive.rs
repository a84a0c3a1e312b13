//! User-interactive authentication: more proof before something that matters.
//!
//! Whoever asks for proof names flows; who shows every stage of one of them has passed. A session
//! remembers which stages were shown. It is bound to what it was begun for: who asks, method, path and the
//! body without its `auth`. One that was begun with an empty body, as clients do that ask for the flows
//! first, is bound to the body of the first proof.

use hearth_http::Call;
use hearth_kernel::{Error, Kind, Result, id};
use serde_json::{Map, Value, json};

use super::guesses::Guesser;
use crate::accounts::{
    Accounts,
    model::{self, Digest, Terms},
};

const TERMS: &str = "m.login.terms";

/// What must be shown.
#[derive(Clone, Copy)]
pub(crate) enum Stage<'a> {
    /// That somebody means it: `m.login.dummy`.
    Dummy,
    /// The password of this member: `m.login.password`.
    Password { user_id: &'a str },
    /// An invitation to register: `m.login.registration_token`.
    RegistrationToken,
    /// That somebody agrees to these terms: `m.login.terms`.
    Terms { terms: &'a Terms },
}

impl Stage<'_> {
    fn name(self) -> &'static str {
        match self {
            Self::Dummy => "m.login.dummy",
            Self::Password { .. } => "m.login.password",
            Self::RegistrationToken => "m.login.registration_token",
            Self::Terms { .. } => TERMS,
        }
    }
}

/// Stages that are enough together.
pub(crate) type Flow<'a> = Vec<Stage<'a>>;

/// One authentication under way.
#[derive(Clone, Default)]
pub(in crate::accounts) struct Interaction {
    endpoint: Digest,
    /// Nothing while it is bound to no body.
    body: Option<Digest>,
    /// What was shown so far, by name.
    shown: Vec<&'static str>,
    registration_token: Option<String>,
    asks_for_terms: bool,
}

/// What somebody showed who has passed, as far as it is needed later.
#[derive(Default)]
pub(crate) struct Proven {
    pub(in crate::accounts) registration_token: Option<String>,
}

impl Interaction {
    fn is_complete(&self, flows: &[Flow<'_>]) -> bool {
        flows.iter().any(|flow| flow.iter().all(|stage| self.shown.contains(&stage.name())))
    }

    /// The stage of this name, in a flow that goes on from what was shown.
    fn next<'a>(&self, flows: &[Flow<'a>], name: &str) -> Option<Stage<'a>> {
        let goes_on = |flow: &&Flow<'_>| self.shown.iter().all(|shown| flow.iter().any(|stage| stage.name() == *shown));
        flows.iter().filter(goes_on).flatten().find(|stage| stage.name() == name).copied()
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
    /// Passes when the request brings this one proof; otherwise the error is the answer that asks for it.
    pub(crate) async fn require(&self, call: &Call, stage: Stage<'_>) -> Result<()> {
        self.require_any(call, &[vec![stage]]).await.map(drop)
    }

    /// Passes when the request completes one of these flows; otherwise the error is the answer that asks
    /// for what is missing.
    pub(crate) async fn require_any(&self, call: &Call, flows: &[Flow<'_>]) -> Result<Proven> {
        let Asked { endpoint, body, is_empty, auth } = split(call)?;
        let now_ms = self.context.now_ms();
        let begun = auth.text("session").map(|id| (id.to_owned(), self.interactions.get(id, now_ms)));
        let (id, mut interaction) = match begun {
            Some((id, Some(interaction))) => (id, interaction),
            // Late, or of another life of the server: begin again.
            Some((_, None)) => {
                let (id, interaction) = self.begin(endpoint, (!is_empty).then_some(body), flows);
                return Err(challenge(flows, &id, &interaction, None));
            }
            None => self.begin(endpoint, (!is_empty).then_some(body), flows),
        };
        if interaction.endpoint != endpoint || interaction.body.is_some_and(|begun| begun != body) {
            return Err(Error::forbidden("This session was begun for something else."));
        }
        if let Some(name) = auth.text("type") {
            let refused = match interaction.next(flows, name) {
                None => Some("This proof is not among those asked for."),
                Some(stage) => self.prove(call, stage, &auth).await?.err(),
            };
            if let Some(why) = refused {
                return Err(challenge(flows, &id, &interaction, Some(why)));
            }
            let shown = |interaction: &mut Interaction| {
                interaction.body = Some(body);
                interaction.shown.extend(interaction.next(flows, name).map(Stage::name));
                if name == Stage::RegistrationToken.name() {
                    interaction.registration_token = auth.text("token").map(str::to_owned);
                }
            };
            let kept = self.interactions.update(&id, now_ms, shown);
            interaction = kept.ok_or_else(|| challenge(flows, &id, &interaction, None))?;
        }
        if !interaction.is_complete(flows) {
            return Err(challenge(flows, &id, &interaction, None));
        }
        // Of two that show the last stage at once, one passes.
        match self.interactions.take(&id, now_ms) {
            Some(done) => Ok(Proven { registration_token: done.registration_token }),
            None => Err(challenge(flows, &id, &interaction, None)),
        }
    }

    /// Terms that an authentication of this name waits for somebody to agree to.
    pub(in crate::accounts) fn terms_asked_for(&self, session: &str) -> Option<&Terms> {
        let interaction = self.interactions.get(session, self.context.now_ms())?;
        self.settings.terms.as_ref().filter(|_| interaction.asks_for_terms)
    }

    /// On a page of its own instead of in the request; the app then sends that with the session alone.
    pub(in crate::accounts) fn agree_to_terms(&self, session: &str) -> bool {
        let agree = |interaction: &mut Interaction| {
            if !interaction.shown.contains(&TERMS) {
                interaction.shown.push(TERMS);
            }
        };
        let is_asked = self.terms_asked_for(session).is_some();
        is_asked && self.interactions.update(session, self.context.now_ms(), agree).is_some()
    }

    fn begin(&self, endpoint: Digest, body: Option<Digest>, flows: &[Flow<'_>]) -> (String, Interaction) {
        let id = id::secret(&self.context.rng);
        let asks_for_terms = flows.iter().flatten().any(|stage| stage.name() == TERMS);
        let interaction = Interaction { endpoint, body, asks_for_terms, ..Interaction::default() };
        self.interactions.put(id.clone(), interaction.clone(), self.context.now_ms());
        (id, interaction)
    }

    async fn prove(&self, call: &Call, stage: Stage<'_>, auth: &Auth) -> Result<Result<(), &'static str>> {
        match stage {
            Stage::Dummy | Stage::Terms { .. } => Ok(Ok(())),
            Stage::Password { user_id } => {
                let named = auth.user().map(|name| model::meant_user_id(name, &self.server_name));
                let is_self = named.is_none_or(|named| named.is_some_and(|named| named == user_id));
                if !is_self {
                    return Err(Error::forbidden("This needs your own name and password."));
                }
                let Some(password) = auth.text("password") else {
                    return Ok(Err("This needs your password."));
                };
                let guesser = match &call.caller {
                    Some(caller) => Guesser::Device(&caller.device_id),
                    None => Guesser::Address(call.address),
                };
                let right = self.password_is_right(user_id, password, guesser).await?;
                Ok(if right { Ok(()) } else { Err("The password is wrong.") })
            }
            Stage::RegistrationToken => {
                let token = auth.text("token").unwrap_or_default();
                let is_valid = self.registration_token_is_valid(token).await?;
                Ok(if is_valid { Ok(()) } else { Err("This registration token is not valid, or not any more.") })
            }
        }
    }
}

/// What is asked for, and the proof.
struct Asked {
    endpoint: Digest,
    /// Without the proof; no body is an empty one.
    body: Digest,
    is_empty: bool,
    auth: Auth,
}

fn split(call: &Call) -> Result<Asked> {
    let mut body = if call.body.is_empty() { Map::new() } else { model::json_object(&call.body)? };
    let auth = match body.remove("auth") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(auth)) => auth,
        Some(_) => return Err(Error::bad_json("auth must be an object.")),
    };
    let caller = call.caller.as_ref().map_or("", |caller| &caller.user_id);
    let endpoint = model::digest(format!("{caller} {} {}", call.method, call.uri.path()).as_bytes());
    let is_empty = body.is_empty();
    // The map sorts its keys, so the order in which a client writes them does not matter.
    let body = model::digest(Value::Object(body).to_string().as_bytes());
    Ok(Asked { endpoint, body, is_empty, auth: Auth(auth) })
}

fn challenge(flows: &[Flow<'_>], session: &str, interaction: &Interaction, why: Option<&str>) -> Error {
    let mut params = Map::new();
    for stage in flows.iter().flatten() {
        if let Stage::Terms { terms } = stage {
            params.insert(stage.name().to_owned(), terms.params());
        }
    }
    let names = |flow: &Flow<'_>| json!({ "stages": flow.iter().map(|stage| stage.name()).collect::<Vec<_>>() });
    let mut body = json!({
        "flows": flows.iter().map(names).collect::<Vec<_>>(),
        "params": params,
        "session": session,
        "completed": interaction.shown,
    });
    if let Some(why) = why {
        body["errcode"] = "M_FORBIDDEN".into();
        body["error"] = why.into();
    }
    let message = why.unwrap_or("More proof is needed.").to_owned();
    Error::new(Kind::Unauthenticated, "M_FORBIDDEN", message).with_body(body.to_string())
}
