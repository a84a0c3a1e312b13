//! A member who signs in on one device after another, renews its tokens and ends it in every way that there is, and remembers
//! what was acknowledged.

use std::collections::BTreeSet;

use serde_json::json;

use super::{
    actor::Actor,
    member::{Member, PASSWORD, Request, is_ended, list, proof, text},
    talker::Outcome,
};

/// The ways in which a visit ends: signing out, another password, and taking the device away in the old and the new manner.
const WAYS: usize = 4;
const SIGN_OUT: usize = 0;
const CHANGE_PASSWORD: usize = 1;
const DELETE: usize = 2;

pub(crate) struct Lodger {
    /// On the device that stays.
    member: Member,
    /// How often the password was changed, as far as that was acknowledged.
    changes: usize,
    /// How many visits have ended, as far as that was acknowledged. The number of the next one names its device.
    visits: usize,
    visit: Option<Visit>,
    /// What was asked for last had no answer. It is asked for again, before anything else.
    is_unsure: bool,
    /// Access tokens that let nobody in any more, once the newest is used.
    ended: Vec<String>,
}

/// Being signed in on one device.
struct Visit {
    access: String,
    refresh: String,
    /// The first use of a pair of tokens ends the pair before it.
    is_used: bool,
    is_renewed: bool,
}

impl Lodger {
    pub(crate) fn new(member: Member) -> Self {
        Self { member, changes: 0, visits: 0, visit: None, is_unsure: false, ended: Vec::new() }
    }

    fn device(&self) -> String {
        format!("visit{}", self.visits)
    }

    async fn step(&mut self) -> Result<(), Outcome> {
        match self.visit.as_ref().map(|visit| (visit.is_used, visit.is_renewed)) {
            None => self.come().await,
            Some((false, _)) => self.look_around().await,
            Some((true, false)) => self.renew().await,
            Some((true, true)) => self.leave().await,
        }
    }

    /// A device whose tokens were lost is taken over.
    async fn come(&mut self) -> Result<(), Outcome> {
        let mut body = proof(&self.member.user_id, &password(self.changes));
        body["device_id"] = self.device().into();
        body["refresh_token"] = true.into();
        let answer = Outcome::of(self.member.call_by("", &Request::post("/login", body)).await)?;
        let [access, refresh] = ["access_token", "refresh_token"].map(|key| text(&answer, key));
        self.visit = Some(Visit { access, refresh, is_used: false, is_renewed: false });
        Ok(())
    }

    async fn look_around(&mut self) -> Result<(), Outcome> {
        let visit = self.visit.as_mut().expect("they are here");
        Outcome::of(self.member.call_by(&visit.access, &Request::get("/account/whoami")).await)?;
        visit.is_used = true;
        Ok(())
    }

    /// The old pair is good until the new one is used, so that an answer that is lost costs nothing.
    async fn renew(&mut self) -> Result<(), Outcome> {
        let visit = self.visit.as_mut().expect("they are here");
        let request = Request::post("/refresh", json!({ "refresh_token": visit.refresh }));
        let answer = Outcome::of(self.member.call_by("", &request).await)?;
        let [access, refresh] = ["access_token", "refresh_token"].map(|key| text(&answer, key));
        let before = std::mem::replace(visit, Visit { access, refresh, is_used: false, is_renewed: true });
        self.ended.push(before.access);
        Ok(())
    }

    /// In another way each time. With another password every device goes but the one that stays.
    async fn leave(&mut self) -> Result<(), Outcome> {
        let (device, way) = (self.device(), self.visits % WAYS);
        let proof = proof(&self.member.user_id, &password(self.changes));
        let request = match way {
            SIGN_OUT => Request::post("/logout", json!({})),
            CHANGE_PASSWORD => {
                let new = password(self.changes + 1);
                Request::post("/account/password", json!({ "new_password": new, "auth": proof }))
            }
            DELETE => Request::delete(format!("/devices/{device}"), json!({ "auth": proof })),
            _ => Request::post("/delete_devices", json!({ "devices": [device], "auth": proof })),
        };
        let visit = self.visit.as_ref().expect("they are here");
        let answer = match way {
            SIGN_OUT => self.member.call_by(&visit.access, &request).await,
            _ => self.member.call(&request).await,
        };
        match Outcome::of(answer) {
            // It was done the time before: who asks by that token, or by the old password, is nobody any more.
            Err(Outcome::Refused(answer)) if self.is_unsure && way <= CHANGE_PASSWORD && answer.status == 401 => {}
            outcome => drop(outcome?),
        }
        self.changes += usize::from(way == CHANGE_PASSWORD);
        self.ended.extend(self.visit.take().map(|visit| visit.access));
        self.visits += 1;
        Ok(())
    }

    /// The newest token lets in and those before it do not, nor does the password before the newest; the devices are those that
    /// were not taken away.
    pub(crate) async fn check(&mut self) {
        self.member.connect_again().await;
        if self.is_unsure {
            self.settle().await;
        }
        if self.visit.is_some() {
            assert!(self.look_around().await.is_ok(), "the newest token of {} lets in", self.device());
        }
        for token in std::mem::take(&mut self.ended) {
            let answer =
                self.member.call_by(&token, &Request::get("/account/whoami")).await.expect("the server answers");
            assert!(is_ended(&answer), "a token that has ended lets in: {answer:?}");
        }
        assert!(self.lets_in(&password(self.changes)).await, "the newest password lets in");
        if let Some(before) = self.changes.checked_sub(1) {
            assert!(!self.lets_in(&password(before)).await, "the password before the newest lets in");
        }
        let answer = self.member.read("/devices").await;
        let found: BTreeSet<String> = list(&answer["devices"]).iter().map(|device| text(device, "device_id")).collect();
        let visiting = self.visit.is_some().then(|| self.device());
        let known: BTreeSet<String> = visiting.into_iter().chain([self.member.device_id.clone()]).collect();
        assert_eq!(found, known, "the devices of {}", self.member.user_id);
    }

    /// Whoever comes in goes at once.
    async fn lets_in(&mut self, password: &str) -> bool {
        let login = Request::post("/login", proof(&self.member.user_id, password));
        let answer = self.member.call_by("", &login).await.expect("the server answers");
        if answer.status != 200 {
            assert_eq!(answer.status, 403, "{}", answer.body);
            return false;
        }
        let token = text(&answer.body, "access_token");
        let gone = self.member.call_by(&token, &Request::post("/logout", json!({}))).await;
        assert!(Outcome::of(gone).is_ok(), "whoever came in goes");
        true
    }
}

impl Actor for Lodger {
    async fn go_on(&mut self) -> Outcome {
        let step = self.step().await;
        self.is_unsure = Outcome::is_unsure(&step, self.is_unsure);
        step.err().unwrap_or(Outcome::Acknowledged)
    }
}

/// The password after so many changes.
fn password(changes: usize) -> String {
    if changes == 0 { PASSWORD.to_owned() } else { format!("{PASSWORD} {changes}") }
}
