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
