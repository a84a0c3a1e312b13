//! The use cases: deciding, being told, asking what was decided, and being forgotten.

use std::{collections::BTreeSet, sync::Arc};

use hearth_kernel::{
    Error, Fact, Result,
    ports::{Answer, Consent, Export, Purpose},
};
use hearth_store::{Entry, StoredFact};
use serde_json::Value;

use super::{
    CONSENT_GIVEN, CONSENT_WITHDRAWN, NOTICE_SHOWN, Privacy, model,
    model::{Decision, Wanted, What},
    store, view,
};

impl Consent for Privacy {
    fn allowed<'a>(&'a self, purpose: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>> {
        Box::pin(self.agreed_at(purpose, asked))
    }
}

impl Export for Privacy {
    fn export<'a>(&'a self, member: &'a str) -> Answer<'a, Value> {
        Box::pin(async move { Ok(view::history(&self.decisions(member).await?)) })
    }
}

impl Privacy {
    /// What this module hears.
    pub(super) const HEARS: &'static [&'static str] = &["accounts.deactivated"];

    async fn agreed_at(&self, purpose: Purpose, asked: &[(&str, i64)]) -> Result<Vec<bool>> {
        if !purpose.needs_consent() {
            return Ok(vec![true; asked.len()]);
        }
        let covers = |times: &[model::Agreed], at_ms| times.iter().any(|time| time.covers(purpose, at_ms));
        let mut answers = Vec::with_capacity(asked.len());
        let mut unknown = Vec::new();
        self.known.look(asked.iter().map(|(member, _)| *member), |times| {
            let at = answers.len();
            let answer = times.map(|times| covers(times, asked[at].1));
            unknown.extend(answer.is_none().then_some(at));
            answers.push(answer.unwrap_or(false));
        });
        if unknown.is_empty() {
            return Ok(answers);
        }
        let members: BTreeSet<&str> = unknown.iter().map(|at| asked[*at].0).collect();
        let members: Vec<&str> = members.into_iter().collect();
        let loaded = self.known.load(&self.store, &self.settings, &members).await?;
        for at in unknown {
            let (member, at_ms) = asked[at];
            answers[at] = loaded.get(member).is_some_and(|times| covers(times, at_ms));
        }
        Ok(answers)
    }

    /// Everything that a member decided, in order within a purpose.
    pub(super) async fn decisions(&self, member: &str) -> Result<Vec<Decision>> {
        Ok(store::decisions(&self.store, &[member]).await?.remove(member).unwrap_or_default())
    }

    /// Writes a decision down and says what was decided so far. A task sees it through: a caller who goes away may
    /// not leave a commit and the memory apart.
    pub(super) async fn decide(self: &Arc<Self>, member: &Arc<str>, wanted: Wanted) -> Result<Vec<Decision>> {
        let (privacy, member) = (self.clone(), member.clone());
        let deciding = tokio::spawn(async move { privacy.decide_in_turn(&member, wanted).await });
        deciding.await.map_err(|error| Error::internal("a decision about privacy broke off").caused_by(error))?
    }

    async fn decide_in_turn(&self, member: &str, wanted: Wanted) -> Result<Vec<Decision>> {
        let _turn = self.known.turn(member).await;
        if self.known.is_gone(member) {
            return Err(Error::unknown_token("This account has ended."));
        }
        let mut decisions = self.decisions(member).await?;
        let purpose = wanted.purpose;
        let before: Vec<Decision> = decisions.iter().filter(|before| before.purpose == purpose).cloned().collect();
        let Some(mut decision) = model::decide(&before, wanted, self.context.now_ms())? else { return Ok(decisions) };
        self.known.forget(member);
        let after = before.last().map_or(0, |last| last.position);
        let mut entry = Entry::new();
        entry.statement(store::insert(member, &decision, after)).fact(fact(member, &decision));
        decision.position = self.store.write(entry).await.map_err(store::explain)?.position;
        decisions.push(decision);
        Ok(decisions)
    }

    /// Hears that an account has ended: what its owner decided is deleted.
    pub(super) async fn hear(&self, fact: StoredFact) -> Result<()> {
        let member = &fact.subject;
        let _turn = self.known.turn(member).await;
        self.known.end(member);
        self.known.forget(member);
        let mut entry = Entry::new();
        entry.statement(store::erase(member));
        self.store.write(entry).await.map(drop)
    }
}

/// A fact of kinds and ids only.
fn fact(member: &str, decision: &Decision) -> Fact {
    let kind = match decision.what {
        What::Given => &CONSENT_GIVEN,
        What::Withdrawn => &CONSENT_WITHDRAWN,
        What::Noticed => &NOTICE_SHOWN,
    };
    let fact = Fact::new(kind, member, decision.at_ms).kind("purpose", decision.purpose.word());
    match decision.version {
        Some(version) => fact.count("version", version),
        None => fact,
    }
}
