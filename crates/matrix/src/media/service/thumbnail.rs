//! Thumbnails: made when somebody asks first, kept, and made a few at a time.

use bytes::Bytes;
use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::Entry;

use crate::{
    media::{
        Media,
        model::{self, File, RETRY_MS},
        picture::{Small, Unfit, Variant, shrink},
        store,
    },
    queue::Queue,
};

/// A smaller picture: where it is kept and what it is.
pub(in crate::media) struct Thumbnail {
    pub(in crate::media) blob: String,
    pub(in crate::media) content_type: String,
    pub(in crate::media) bytes: u64,
}

/// Where those wait who want one that is not there yet.
pub(in crate::media) fn queue() -> Queue {
    Queue::new(limits::THUMBNAILS, limits::THUMBNAILS_WAITING, RETRY_MS)
}

impl Media {
    pub(in crate::media) async fn thumbnail(&self, file: &File, variant: Variant) -> Result<Thumbnail> {
        if let Some(kept) = self.kept(file, variant).await? {
            return Ok(kept);
        }
        if !file.content_type.to_ascii_lowercase().starts_with("image/") {
            return Err(refused(&Unfit::NotAPicture));
        }
        if file.bytes > limits::PICTURE_BYTES as u64 {
            return Err(refused(&Unfit::TooLarge));
        }
        let turn = self.thumbnails.turn().await?;
        // Somebody who asked for the same may have been before.
        if let Some(kept) = self.kept(file, variant).await? {
            return Ok(kept);
        }
        let source =
            self.blobs.read_whole(&file.blob, limits::PICTURE_BYTES).await.map_err(|error| match error.kind {
                Kind::NotFound => model::nothing_there(),
                _ => error,
            })?;
        let small = match turn.run(move || shrink(&source, variant)).await {
            Ok(outcome) => outcome.map_err(|unfit| refused(&unfit))?,
            Err(error) => {
                tracing::warn!(%error, "a picture broke the code that reads it");
                return Err(refused(&Unfit::NotAPicture));
            }
        };
        self.keep(file, variant, small).await
    }

    async fn kept(&self, file: &File, variant: Variant) -> Result<Option<Thumbnail>> {
        let found = store::thumbnail(&self.store, &file.media_id, &variant.name()).await?;
        Ok(found.map(|(content_type, bytes)| Thumbnail { blob: blob(file, variant), content_type, bytes }))
    }

    /// The file first, so that a row names what is there. What a crash leaves without a row is written again, under
    /// the same name.
    async fn keep(&self, file: &File, variant: Variant, small: Small) -> Result<Thumbnail> {
        let (blob, bytes) = (blob(file, variant), small.bytes.len() as u64);
        self.blobs.put(&blob, Bytes::from(small.bytes)).await?;
        let mut entry = Entry::new();
        entry.statement(store::insert_thumbnail(&file.media_id, &variant.name(), small.content_type, bytes));
        self.store.write(entry).await?;
        Ok(Thumbnail { blob, content_type: small.content_type.to_owned(), bytes })
    }
}

/// Two who make the same at once write the same bytes under the same name.
fn blob(file: &File, variant: Variant) -> String {
    format!("{}-{}", file.blob, variant.name())
}

fn refused(unfit: &Unfit) -> Error {
    match unfit {
        Unfit::NotAPicture => {
            Error::new(Kind::Invalid, "M_UNKNOWN", "This is no picture that a smaller one can be made of.")
        }
        Unfit::TooLarge => Error::too_large("This picture is too large for a smaller one to be made of it."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::testing::holds;

    #[tokio::test]
    async fn thumbnails_are_made_and_thumbnails_waiting_wait() {
        holds(&queue(), limits::THUMBNAILS, limits::THUMBNAILS_WAITING).await;
    }
}
