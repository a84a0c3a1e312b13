//! Privacy: what personal data is used for, what each member agreed to, and what is kept of them.
//!
//! Invariants:
//! - Nobody agreed to anything before they said so, or, where the operator's default for their region is the notice,
//!   before they were shown it. Who withdrew does not agree from that moment on.
//! - Decisions are only added; the last one of a member and a purpose holds. They go when the account ends.
//! - What [`Consent`](hearth_kernel::ports::Consent) answers is what is on disk: nothing older is kept in memory.
//! - Withdrawing is always possible: no bound, version or language stands in its way.

mod known;
mod model;
mod purposes;
mod register;
mod route;
mod service;
mod store;
#[cfg(test)]
mod tests;
mod view;

use std::sync::{Arc, OnceLock};

use hearth_http::Module;
use hearth_i18n::Cultures;
use hearth_kernel::{Context, FactKind};
use hearth_store::{Migration, Outbox, Store};

use self::{known::Known, register::Register};
pub use self::{
    model::{ConsentDefault, Region, Settings},
    register::ListedSignal,
};

pub static CONSENT_GIVEN: FactKind = FactKind {
    name: "privacy.consent_given",
    doc: "A member agreed to the purpose `purpose`, having seen version `version` of its text.",
};
pub static CONSENT_WITHDRAWN: FactKind = FactKind {
    name: "privacy.consent_withdrawn",
    doc: "A member does not agree to the purpose `purpose`, or not any more.",
};
pub static NOTICE_SHOWN: FactKind = FactKind {
    name: "privacy.notice_shown",
    doc: "A member who had not decided was shown version `version` of the text of the purpose `purpose`.",
};

static FACTS: [&FactKind; 3] = [&CONSENT_GIVEN, &CONSENT_WITHDRAWN, &NOTICE_SHOWN];

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "privacy", number: 1, sql: include_str!("migrations/0001_privacy.sql"), postgres: None }];

const PERSONAL_DATA: &[&str] = &["privacy-keeps-decisions"];

/// The module, as other modules see it.
pub struct Privacy {
    store: Arc<Store>,
    context: Context,
    cultures: Arc<Cultures>,
    settings: Settings,
    known: Known,
    /// What the other modules keep, once they are all there.
    register: OnceLock<Register>,
}

impl Privacy {
    pub fn new(store: Arc<Store>, context: Context, cultures: Arc<Cultures>, settings: Settings) -> Arc<Self> {
        let (known, register) = (Known::new(), OnceLock::new());
        Arc::new(Self { store, context, cultures, settings, known, register })
    }

    /// Follows what happens until the store closes.
    pub async fn listen(self: &Arc<Self>) {
        let hear = |fact| {
            let privacy = self.clone();
            async move { privacy.hear(fact).await }
        };
        Outbox::new(self.store.clone(), "privacy", Self::HEARS).run(hear).await;
    }
}

/// What this module contributes.
pub fn module(privacy: &Arc<Privacy>) -> Module {
    Module {
        name: "privacy",
        routes: route::routes(privacy),
        migrations: MIGRATIONS,
        facts: &FACTS,
        strings: purposes::STRINGS,
        personal_data: PERSONAL_DATA,
        export: Some(privacy.clone()),
    }
}
