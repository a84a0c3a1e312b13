//! Giving files out.

use std::{ops::Range, time::Duration};

use hearth_http::Stopping;
use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::BlobStream;
use ruma::ServerName;
use tokio::time::Instant;

use crate::media::{
    Media,
    model::{self, File},
    store,
};

impl Media {
    /// A file of this server. Where its id waits for its bytes, so does the caller, for a while.
    pub(in crate::media) async fn find(
        &self,
        server_name: &ServerName,
        media_id: &str,
        patience: Duration,
        mut stopping: Stopping,
    ) -> Result<File> {
        if server_name != self.server_name {
            return Err(Error::not_found("Files of other servers cannot be had here."));
        }
        // Listening comes before looking, so that nothing falls in between.
        let mut uploaded = self.uploaded.subscribe();
        if let Some(file) = store::file(&self.store, media_id).await? {
            return Ok(file);
        }
        let Ok(_place) = self.waiting.try_acquire() else { return Err(model::nothing_there()) };
        let until = Instant::now() + patience.min(Duration::from_millis(limits::MEDIA_WAIT_MS));
        loop {
            if store::created_by(&self.store, media_id, self.context.now_ms()).await?.is_none() {
                // It may have been uploaded between the two looks.
                return store::file(&self.store, media_id).await?.ok_or_else(model::nothing_there);
            }
            tokio::select! {
                biased;
                _ = uploaded.changed() => {}
                () = tokio::time::sleep_until(until) => return Err(not_yet()),
                () = stopping.wait() => return Err(not_yet()),
            }
            if let Some(file) = store::file(&self.store, media_id).await? {
                return Ok(file);
            }
        }
    }

    /// The bytes of a file, or some of them.
    pub(in crate::media) async fn bytes(&self, blob: &str, range: Option<Range<u64>>) -> Result<BlobStream> {
        let opened = self.blobs.read(blob, range).await;
        opened.map_err(|error| match error.kind {
            Kind::NotFound => {
                tracing::error!(%error, blob, "a file that has a row is not there");
                model::nothing_there()
            }
            _ => error,
        })
    }
}

fn not_yet() -> Error {
    Error::new(Kind::NotYet, "M_NOT_YET_UPLOADED", "This file was not uploaded yet. Ask again later.")
}
