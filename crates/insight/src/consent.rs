//! Who agrees to be looked at now, and who does no more.

use hearth_kernel::{
    Result,
    ports::{Consent, Purpose},
};
use hearth_store::StoredFact;

use crate::signals::Workspace;

/// For each member of a workspace, whether they agree now. What came from elsewhere rests on the basis that its workspace
/// has stated.
pub(crate) async fn agreeing(
    consent: &dyn Consent,
    workspace: &Workspace,
    members: &[&str],
    now_ms: i64,
) -> Result<Vec<bool>> {
    if *workspace != Workspace::home() {
        return Ok(vec![true; members.len()]);
    }
    let asked: Vec<(&str, i64)> = members.iter().map(|member| (*member, now_ms)).collect();
    consent.allowed(Purpose::Retention, &asked).await
}

/// For each member of this server who does not agree now, the first second of that; each comes with a second at which they
/// were seen, and so agreed. Whether somebody agreed is known of any moment, so halving the time between finds it.
pub(crate) async fn ended(consent: &dyn Consent, seen: &[(&str, i64)], now_ms: i64) -> Result<Vec<Option<i64>>> {
    let asked: Vec<(&str, i64)> = seen.iter().map(|(member, _)| (*member, now_ms)).collect();
    let agree = consent.allowed(Purpose::Retention, &asked).await?;
    // When each agreed at last, and when no more, as far as that is known.
    let now = now_ms.div_euclid(1_000) + 1;
    let span = |((_, at), agrees): (&(&str, i64), bool)| (!agrees).then_some((*at, now.max(at + 1)));
    let mut spans: Vec<Option<(i64, i64)>> = seen.iter().zip(agree).map(span).collect();
    loop {
        let middle = |(agreed, ended): (i64, i64)| (ended - agreed > 1).then_some(agreed + (ended - agreed) / 2);
        let open: Vec<(usize, i64)> =
            spans.iter().enumerate().filter_map(|(at, span)| Some((at, span.and_then(middle)?))).collect();
        if open.is_empty() {
            return Ok(spans.into_iter().map(|span| span.map(|(_, ended)| ended)).collect());
        }
        let asked: Vec<(&str, i64)> = open.iter().map(|(at, middle)| (seen[*at].0, middle * 1_000)).collect();
        let agreed = consent.allowed(Purpose::Retention, &asked).await?;
        for ((at, middle), agreed) in open.into_iter().zip(agreed) {
            let span = spans[at].as_mut().expect("what is open is a span");
            if agreed {
                span.0 = middle;
            } else {
                span.1 = middle;
            }
        }
    }
}

const WORKSPACE_REMOVED: &str = "ingest.workspace_removed";

/// The workspace that was taken away, if a fact says so: everything of everybody in it goes.
pub(crate) fn removed_workspace(fact: &StoredFact) -> Option<Result<Workspace>> {
    (fact.name == WORKSPACE_REMOVED).then(|| Workspace::parse(&fact.subject))
}

/// How somebody leaves what is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// Their account has ended: everything of them goes.
    Ended,
    /// They agree no more: what was learned here goes.
    Withdrew,
    /// They were taken out of another product's workspace.
    Forgotten,
}

impl Leaving {
    pub(crate) const HEARS: &'static [&'static str] =
        &["accounts.deactivated", "privacy.consent_withdrawn", "ingest.member_forgotten", WORKSPACE_REMOVED];

    /// What one of these facts says of its subject, and which workspaces they leave.
    pub(crate) fn of(fact: &StoredFact) -> Option<(Self, Vec<String>)> {
        let [home, import] = [Workspace::home(), Workspace::import()].map(|own| own.as_str().to_owned());
        let fields = fact.fields();
        match fact.name.as_str() {
            "accounts.deactivated" => Some((Self::Ended, vec![home, import])),
            "ingest.member_forgotten" => Some((Self::Forgotten, vec![fields["workspace"].as_str()?.to_owned()])),
            "privacy.consent_withdrawn" => {
                (fields["purpose"] == Purpose::Retention.word()).then(|| (Self::Withdrew, vec![home]))
            }
            _ => None,
        }
    }
}
