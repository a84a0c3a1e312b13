//! A member in whose room others come and end their accounts for ever, one after the other, and who remembers what was
//! acknowledged.

use std::{collections::BTreeSet, time::Duration};

use serde_json::json;

use super::{
    PAUSE,
    actor::Actor,
    member::{Member, PASSWORD, Request, is_ended, proof, text},
    soon,
    talker::Outcome,
};

pub(crate) struct Host {
    member: Member,
    room: String,
    /// How many have set out to come. One whose registration had no answer is not heard of again.
    came: usize,
    guest: Option<Guest>,
    /// What was asked for last had no answer. It is asked for again.
    is_unsure: bool,
    /// Those whose account has ended.
    gone: Vec<Guest>,
}

/// Somebody with an account.
struct Guest {
    name: String,
    token: String,
    is_in: bool,
}

impl Host {
    pub(crate) async fn new(mut member: Member) -> Self {
        let room = member.create_room().await;
        Self { member, room, came: 0, guest: None, is_unsure: false, gone: Vec::new() }
    }

    async fn step(&mut self) -> Result<(), Outcome> {
        match self.guest.as_ref().map(|guest| guest.is_in) {
            None => self.welcome().await,
            Some(false) => self.let_in().await,
            Some(true) => self.see_off().await,
        }
    }

    async fn welcome(&mut self) -> Result<(), Outcome> {
        self.came += 1;
        let name = format!("guest{}", self.came);
        let answer = Outcome::of(self.member.call_by("", &registration(&name)).await)?;
        self.guest = Some(Guest { name, token: text(&answer, "access_token"), is_in: false });
        Ok(())
    }

    async fn let_in(&mut self) -> Result<(), Outcome> {
        let guest = self.guest.as_mut().expect("somebody has come");
        let request = Request::post(format!("/rooms/{}/join", self.room), json!({}));
        Outcome::of(self.member.call_by(&guest.token, &request).await)?;
        guest.is_in = true;
        Ok(())
    }

    async fn see_off(&mut self) -> Result<(), Outcome> {
        let guest = self.guest.as_ref().expect("somebody is in");
        let request = Request::post("/account/deactivate", json!({ "auth": proof(&guest.name, PASSWORD) }));
        match Outcome::of(self.member.call_by(&guest.token, &request).await) {
            // It was done the time before.
            Err(Outcome::Refused(answer)) if self.is_unsure && is_ended(&answer) => {}
            outcome => drop(outcome?),
        }
        self.gone.extend(self.guest.take());
        Ok(())
    }

    /// Whose account has ended is not let in, nobody gets their name, and they are not in the room for long.
    pub(crate) async fn check(&mut self) {
        self.member.connect_again().await;
        if self.is_unsure {
            self.settle().await;
        }
        for Guest { name, token, .. } in std::mem::take(&mut self.gone) {
            let whoami = self.member.call_by(&token, &Request::get("/account/whoami")).await;
            assert!(is_ended(&whoami.expect("the server answers")), "the token of {name} lets in");
            let login = Request::post("/login", proof(&name, PASSWORD));
            for (request, code) in [(login, "M_USER_DEACTIVATED"), (registration(&name), "M_USER_IN_USE")] {
                let answer = self.member.call_by("", &request).await.expect("the server answers");
                assert_eq!(answer.body["errcode"], code, "{} of {name}", request.path);
            }
        }
        let inside = self.guest.as_ref().filter(|guest| guest.is_in);
        let inside = inside.map(|guest| format!("@{}:{}", guest.name, self.member.server_name()));
        let inside: BTreeSet<String> = inside.into_iter().chain([self.member.user_id.clone()]).collect();
        let path = format!("/rooms/{}/joined_members", self.room);
        let member = &mut self.member;
        soon("who has no account to be out of the room", async {
            loop {
                let answer = member.read(&path).await;
                let joined = answer["joined"].as_object().into_iter().flatten();
                if joined.map(|(user_id, _)| user_id.clone()).collect::<BTreeSet<_>>() == inside {
                    return;
                }
                tokio::time::sleep(PAUSE).await;
            }
        })
        .await;
    }
}

impl Actor for Host {
    const REST: Duration = PAUSE;

    async fn go_on(&mut self) -> Outcome {
        let step = self.step().await;
        self.is_unsure = Outcome::is_unsure(&step, self.is_unsure);
        step.err().unwrap_or(Outcome::Acknowledged)
    }
}

fn registration(name: &str) -> Request {
    let account = json!({ "username": name, "password": PASSWORD, "auth": { "type": "m.login.dummy" } });
    Request::post("/register", account)
}
