//! Files beside the database: what is too large for a row.
//!
//! A file gets its name when its bytes are durable, and is never changed after that: a process that is
//! killed leaves nothing half written under a name. Names are the caller's own random words, never
//! what a client sent.

use std::{io, ops::Range, path::Path};

use bytes::Bytes;
use futures_util::{
    StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use hearth_kernel::{Error, Result, limits};
use object_store::{GetOptions, GetRange, MultipartUpload, ObjectStoreExt, PutPayload, path::Path as Name};

use crate::{
    aside::{aside, library_aside},
    files::{Files, failed},
};

/// Where files are kept under random names.
pub struct Blobs(Files);

const WORK: &str = "work on a file";

/// The bytes of a file, as they come.
pub type BlobStream = BoxStream<'static, Result<Bytes>>;

impl Blobs {
    /// A folder of this machine, made if it is not there.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        Files::in_folder(folder).map(Self)
    }

    /// Begins a file. Nothing stands under its name before it is finished.
    pub async fn begin(&self, name: &str) -> Result<BlobWriter> {
        let place = place(name);
        let upload = library_aside(self.0.files.put_multipart(&place)).await.map_err(failed)?;
        Ok(BlobWriter { upload, part: Vec::new(), part_bytes: 0, written: 0 })
    }

    /// Writes a small file whole. It may stand there already, with the same bytes.
    pub async fn put(&self, name: &str, bytes: Bytes) -> Result<()> {
        let place = place(name);
        library_aside(self.0.files.put(&place, bytes.into())).await.map(drop).map_err(failed)
    }

    /// The bytes of a file, or some of them. The range must lie within the file.
    pub async fn read(&self, name: &str, range: Option<Range<u64>>) -> Result<BlobStream> {
        let options = GetOptions { range: range.map(GetRange::Bounded), ..GetOptions::default() };
        let place = place(name);
        let found = library_aside(self.0.files.get_opts(&place, options)).await.map_err(failed)?;
        let next = |mut pieces: BoxStream<'static, _>| async {
            let piece = library_aside(pieces.try_next()).await.map_err(failed)?;
            Ok(piece.map(|piece| (piece, pieces)))
        };
        Ok(stream::try_unfold(found.into_stream(), next).boxed())
    }

    /// A small file whole: refused when it is larger than `most` bytes.
    pub async fn read_whole(&self, name: &str, most: usize) -> Result<Vec<u8>> {
        let mut stream = self.read(name, None).await?;
        let mut whole = Vec::new();
        while let Some(piece) = stream.try_next().await? {
            if whole.len() + piece.len() > most {
                return Err(Error::too_large(format!("The file is larger than {most} bytes.")));
            }
            whole.extend_from_slice(&piece);
        }
        Ok(whole)
    }

    /// Takes away what a killed process may have left of a file, finished or not.
    pub async fn discard(&self, name: &str) -> Result<()> {
        let place = place(name);
        match library_aside(self.0.files.delete(&place)).await.map_err(failed) {
            Err(error) if error.kind != hearth_kernel::Kind::NotFound => return Err(error),
            _ => {}
        }
        let finished = self.0.folder.path_to_filesystem(&place).map_err(failed)?;
        // What is being written stands beside its name to be, with a number.
        let mut unfinished = finished.into_os_string();
        unfinished.push("#1");
        match aside(WORK, || std::fs::remove_file(unfinished)).await? {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Error::unavailable("A file could not be taken away.").caused_by(error))
            }
            _ => Ok(()),
        }
    }
}

/// A file that is being written, in parts of a bounded size.
pub struct BlobWriter {
    upload: Box<dyn MultipartUpload>,
    part: Vec<Bytes>,
    part_bytes: usize,
    written: u64,
}

impl BlobWriter {
    pub async fn write(&mut self, bytes: Bytes) -> Result<()> {
        self.part_bytes += bytes.len();
        self.written += bytes.len() as u64;
        self.part.push(bytes);
        if self.part_bytes >= limits::BLOB_PART_BYTES { self.flush().await } else { Ok(()) }
    }

    /// So many bytes so far.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Makes it durable and gives it its name.
    pub async fn finish(mut self) -> Result<()> {
        if self.part_bytes > 0 || self.written == 0 {
            self.flush().await?;
        }
        library_aside(self.upload.complete()).await.map(drop).map_err(failed)
    }

    /// Leaves nothing behind.
    pub async fn abandon(mut self) {
        if let Err(error) = library_aside(self.upload.abort()).await {
            tracing::warn!(%error, "an unfinished file stays until the next start");
        }
    }

    async fn flush(&mut self) -> Result<()> {
        self.part_bytes = 0;
        let part: PutPayload = std::mem::take(&mut self.part).into_iter().collect();
        library_aside(self.upload.put_part(part)).await.map_err(failed)
    }
}

/// Two folders deep, so that none holds too many files.
fn place(name: &str) -> Name {
    assert!(
        name.len() > 4 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        "a file's name is a word of ours"
    );
    Name::from(format!("{}/{}/{}", &name[..2], &name[2..4], &name[4..]))
}

#[cfg(test)]
mod tests {
    use hearth_kernel::Kind;
    use tempfile::TempDir;

    use super::*;

    fn files(dir: &TempDir) -> usize {
        let mut found = 0;
        let mut folders = vec![dir.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                if entry.file_type().unwrap().is_dir() { folders.push(entry.path()) } else { found += 1 }
            }
        }
        found
    }

    #[tokio::test]
    async fn a_file_stands_under_its_name_when_it_is_finished_and_not_before() {
        let dir = TempDir::new().unwrap();
        let blobs = Blobs::in_folder(dir.path()).unwrap();
        let mut writer = blobs.begin("abcdefgh").await.unwrap();
        let piece = Bytes::from(vec![7; limits::BLOB_PART_BYTES]);
        writer.write(piece.clone()).await.unwrap();
        writer.write(Bytes::from_static(b"end")).await.unwrap();
        assert_eq!(blobs.read("abcdefgh", None).await.err().unwrap().kind, Kind::NotFound);
        assert_eq!((writer.written(), files(&dir)), (piece.len() as u64 + 3, 1));
        writer.finish().await.unwrap();
        let whole = blobs.read_whole("abcdefgh", piece.len() + 3).await.unwrap();
        assert_eq!((whole.len(), &whole[piece.len()..], files(&dir)), (piece.len() + 3, &b"end"[..], 1));
        let size = whole.len() as u64;
        let mut part = blobs.read("abcdefgh", Some(size - 4..size)).await.unwrap();
        assert_eq!(part.try_next().await.unwrap().unwrap(), Bytes::from_static(b"\x07end"));
        assert_eq!(blobs.read_whole("abcdefgh", 5).await.unwrap_err().kind, Kind::TooLarge);
        blobs.discard("abcdefgh").await.unwrap();
        assert_eq!(files(&dir), 0);
    }

    #[tokio::test]
    async fn what_a_killed_process_leaves_is_discarded_and_may_be_nothing() {
        let dir = TempDir::new().unwrap();
        let blobs = Blobs::in_folder(dir.path()).unwrap();
        let mut writer = blobs.begin("abcdefgh").await.unwrap();
        writer.write(Bytes::from(vec![7; limits::BLOB_PART_BYTES])).await.unwrap();
        std::mem::forget(writer);
        assert_eq!(files(&dir), 1);
        blobs.discard("abcdefgh").await.unwrap();
        blobs.discard("abcdefgh").await.unwrap();
        assert_eq!(files(&dir), 0);
        let empty = blobs.begin("emptyfile").await.unwrap();
        empty.finish().await.unwrap();
        assert_eq!(blobs.read_whole("emptyfile", 0).await.unwrap(), b"");
        let given_up = blobs.begin("givenup1").await.unwrap();
        given_up.abandon().await;
        assert_eq!(files(&dir), 1);
    }
}
