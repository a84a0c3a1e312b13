//! Taking files in: ids given out before their bytes, bytes as they come, and what a crash cuts off.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use hearth_http::Upload;
use hearth_kernel::{Error, Fact, Kind, Result, fact::size_bucket, id, limits};
use hearth_store::{BlobWriter, Entry, Lane};
use tokio::sync::OwnedSemaphorePermit;

use crate::media::{
    Media, UPLOADED, Unauthenticated,
    model::{self, Description, File, NAME_LETTERS, RETRY_MS},
    store,
};

impl Media {
    /// Gives out an id whose bytes come later. Says until when, in milliseconds since 1970.
    pub(in crate::media) async fn create(&self, user_id: &str) -> Result<(String, i64)> {
        let media_id = self.name();
        let now_ms = self.context.now_ms();
        let expires_at_ms = now_ms + limits::MEDIA_CREATED_MS;
        let mut entry = Entry::new();
        entry.statements(store::create(&media_id, user_id, expires_at_ms, now_ms));
        self.store.write(entry).await.map_err(store::explain)?;
        Ok((media_id, expires_at_ms))
    }

    /// Takes in a file under a new id, or under one that this member was given. Returns the id when it is on disk.
    ///
    /// A task sees it through: a client that goes away in the middle leaves nothing behind.
    pub(in crate::media) async fn upload(
        self: &Arc<Self>,
        user_id: Arc<str>,
        created: Option<String>,
        description: Description,
        mut upload: Upload,
    ) -> Result<String> {
        let media = self.clone();
        let task = tokio::spawn(async move {
            let outcome = media.take_in(&user_id, created, description, &mut upload).await;
            if outcome.is_err() {
                upload.drain().await;
            }
            outcome
        });
        task.await.map_err(|error| Error::internal("an upload did not finish").caused_by(error))?
    }

    async fn take_in(
        &self,
        user_id: &str,
        created: Option<String>,
        description: Description,
        upload: &mut Upload,
    ) -> Result<String> {
        let declared = upload.declared_bytes().unwrap_or(0);
        if declared > self.settings.upload_bytes {
            return Err(model::too_large(self.settings.upload_bytes));
        }
        if let Some(media_id) = &created {
            self.check_created(user_id, media_id).await?;
        }
        let _place = self.place()?;
        let blob = self.name();
        self.begin(&blob, user_id, declared).await?;
        let mut writer = self.blobs.begin(&blob).await;
        let received = match &mut writer {
            Ok(writer) => self.receive(writer, upload).await,
            Err(error) => Err(error.share()),
        };
        let writer = match (writer, received) {
            (Ok(writer), Ok(())) => writer,
            (writer, received) => {
                if let Ok(writer) = writer {
                    writer.abandon().await;
                }
                self.release(&blob).await;
                return Err(received.err().unwrap_or_else(|| Error::internal("an upload ended in no way")));
            }
        };
        let bytes = writer.written();
        if let Err(error) = writer.finish().await {
            self.give_up(&blob).await;
            return Err(error);
        }
        let media_id = created.clone().unwrap_or_else(|| self.name());
        let file = File {
            media_id,
            blob,
            content_type: description.content_type.clone(),
            filename: description.filename.clone(),
            bytes,
            is_public: self.settings.unauthenticated == Unauthenticated::Open,
        };
        self.finish(user_id, file, created.is_some(), description.kind()).await
    }

    /// An id is its member's own, is not used yet, and has not waited too long. The commit decides of two at once.
    async fn check_created(&self, user_id: &str, media_id: &str) -> Result<()> {
        match store::created_by(&self.store, media_id, self.context.now_ms()).await? {
            Some(owner) if owner == user_id => Ok(()),
            Some(_) => Err(Error::forbidden("This media id was given to somebody else.")),
            None if store::file(&self.store, media_id).await?.is_some() => Err(model::taken()),
            None => Err(Error::not_found("There is no such media id, or it has waited too long for its file.")),
        }
    }

    /// One of the places for uploads.
    fn place(&self) -> Result<OwnedSemaphorePermit> {
        self.uploads.clone().try_acquire_owned().map_err(|_| Error::limited(RETRY_MS))
    }

    async fn begin(&self, blob: &str, user_id: &str, declared: u64) -> Result<()> {
        let mut entry = Entry::new();
        entry.statements(store::begin(blob, user_id, declared, self.settings.quota_bytes, self.context.now_ms()));
        self.store.write(entry).await.map(drop).map_err(store::explain)
    }

    /// Everything that comes, as far as it may.
    async fn receive(&self, writer: &mut BlobWriter, upload: &mut Upload) -> Result<()> {
        let slow = |_| Error::new(Kind::Invalid, "M_UNKNOWN", "The upload took too long.");
        let all = async {
            while let Some(piece) = upload.next().await? {
                self.take_piece(writer, piece).await?;
            }
            Ok(())
        };
        tokio::time::timeout(Duration::from_millis(limits::UPLOAD_TIME_MS), all).await.map_err(slow)?
    }

    async fn take_piece(&self, writer: &mut BlobWriter, piece: Bytes) -> Result<()> {
        if writer.written() + piece.len() as u64 > self.settings.upload_bytes {
            return Err(model::too_large(self.settings.upload_bytes));
        }
        writer.write(piece).await
    }

    /// The row of a file whose bytes are durable, and whatever hears of it.
    async fn finish(&self, user_id: &str, file: File, was_created: bool, kind: &'static str) -> Result<String> {
        let now_ms = self.context.now_ms();
        let mut entry = Entry::new();
        entry.statement(store::end(&file.blob));
        if was_created {
            entry.statement(store::use_created(&file.media_id, user_id));
        }
        let size = size_bucket(usize::try_from(file.bytes).unwrap_or(usize::MAX));
        entry
            .statement(store::insert(&file, user_id, self.settings.quota_bytes, now_ms))
            .fact(Fact::new(&UPLOADED, user_id, now_ms).kind("kind", kind).count("size_bucket", size));
        match self.store.write(entry).await {
            Ok(_) => {
                self.uploaded.send_replace(());
                Ok(file.media_id)
            }
            Err(error) => {
                // After any other failure the row may be there, and then the file must be too.
                if matches!(error.kind, Kind::Conflict | Kind::Limited { .. }) {
                    self.give_up(&file.blob).await;
                }
                Err(store::explain(error))
            }
        }
    }

    /// Takes away a file that has no row.
    async fn give_up(&self, blob: &str) {
        match self.blobs.discard(blob).await {
            Ok(()) => self.release(blob).await,
            Err(error) => tracing::warn!(%error, "a file without a row stays until the next start"),
        }
    }

    /// Forgets an upload of which no file is left. If that fails, the next start does it.
    async fn release(&self, blob: &str) {
        let mut entry = Entry::new();
        entry.statement(store::end(blob));
        if let Err(error) = self.store.write_in(Lane::Live, entry).await {
            tracing::warn!(%error, "the row of an upload stays until the next start");
        }
    }

    /// What was being written when the last process ended is no file and never will be.
    pub(in crate::media) async fn sweep(&self) -> Result<()> {
        loop {
            let cut_off = store::being_written(&self.store).await?;
            if cut_off.is_empty() {
                return Ok(());
            }
            let mut entry = Entry::new();
            for blob in &cut_off {
                self.blobs.discard(blob).await?;
                entry.statement(store::end(blob));
            }
            self.store.write(entry).await?;
            tracing::info!(files = cut_off.len(), "uploads that were cut off were taken away");
        }
    }

    fn name(&self) -> String {
        id::letters(&self.context.rng, NAME_LETTERS)
    }
}
