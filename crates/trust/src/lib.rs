//! Trust: what members agree to, and what they can see of what is kept of them.
//!
//! Invariants: it knows no other domain. What it has to know of them the app hands in, as plain data or behind a
//! port of the kernel; whoever wants to know what a member agreed to asks the port `Consent`.

pub mod privacy;

use std::sync::Arc;

use hearth_http::Module;
use hearth_i18n::Cultures;
use hearth_kernel::Context;
use hearth_store::{Migration, Store};

use crate::privacy::Privacy;

/// What an operator decides about this crate.
#[derive(Clone, Default)]
pub struct Settings {
    pub privacy: privacy::Settings,
}

/// The modules of trust, put together.
pub struct Trust {
    pub privacy: Arc<Privacy>,
}

impl Trust {
    pub fn new(store: Arc<Store>, context: Context, cultures: Arc<Cultures>, settings: Settings) -> Self {
        Self { privacy: Privacy::new(store, context, cultures, settings.privacy) }
    }

    pub fn modules(&self) -> Vec<Module> {
        vec![privacy::module(&self.privacy)]
    }

    /// Runs the listeners of this crate until the store closes.
    pub async fn listen(&self) {
        self.privacy.listen().await;
    }
}

/// The schema of all modules.
pub fn migrations() -> Vec<Migration> {
    privacy::MIGRATIONS.to_vec()
}
