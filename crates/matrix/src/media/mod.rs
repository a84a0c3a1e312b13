//! Media: files that members share, and the smaller pictures made of them.
//!
//! Invariants:
//! - A row of a file is committed when its bytes are durable, and neither changes after that: a killed
//!   server serves no half file, and what it left of one is taken away at the next start.
//! - A file's bytes are never in memory whole, but those of a picture that is made smaller, within a bound
//!   that is looked at before anything is decoded.
//! - Names of files are random words of ours: nothing that a client sends becomes part of a path.
//! - What one member keeps is bounded, and the commit decides it.
//! - What a browser may open in place is the protocol's list; everything else is a download.

mod model;
mod picture;
mod route;
mod service;
mod store;

use std::sync::Arc;

use hearth_http::Module;
use hearth_kernel::{Context, FactKind, Result, limits};
use hearth_store::{Blobs, Migration, Store};
use ruma::OwnedServerName;
use tokio::sync::{Semaphore, watch};

use crate::queue::Queue;

pub use self::model::{Settings, Unauthenticated};

pub static UPLOADED: FactKind = FactKind {
    name: "media.uploaded",
    doc: "A member uploaded a file. `kind` says of what: image, video, audio, text or other; `size_bucket` its size in powers of two.",
};

static FACTS: [&FactKind; 1] = [&UPLOADED];

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "media", number: 1, sql: include_str!("migrations/0001_media.sql"), postgres: None }];

const PERSONAL_DATA: &[&str] = &["media-keeps-files"];

/// The module, as other modules see it.
pub struct Media {
    store: Arc<Store>,
    blobs: Blobs,
    context: Context,
    server_name: OwnedServerName,
    settings: Settings,
    uploads: Arc<Semaphore>,
    /// Downloads that wait for bytes, and what wakes them.
    waiting: Semaphore,
    uploaded: watch::Sender<()>,
    /// Where those wait who want a thumbnail that is not there yet.
    thumbnails: Queue,
}

impl Media {
    /// Opens the folder and takes away what was cut off when the last process ended.
    pub async fn new(
        store: Arc<Store>,
        context: Context,
        server_name: OwnedServerName,
        settings: Settings,
    ) -> Result<Arc<Self>> {
        let media = Self {
            blobs: Blobs::in_folder(&settings.folder)?,
            store,
            context,
            server_name,
            settings,
            uploads: Arc::new(Semaphore::new(limits::UPLOADS)),
            waiting: Semaphore::new(limits::MEDIA_WAITING),
            uploaded: watch::Sender::new(()),
            thumbnails: service::thumbnails(),
        };
        media.sweep().await?;
        Ok(Arc::new(media))
    }
}

/// What this module contributes.
pub fn module(media: &Arc<Media>) -> Module {
    Module {
        name: "media",
        routes: route::routes(media),
        migrations: MIGRATIONS,
        facts: &FACTS,
        personal_data: PERSONAL_DATA,
        ..Module::default()
    }
}
