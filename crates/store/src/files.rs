//! A folder of files that are written whole: a file stands under its name when its bytes are durable, and not before.
//!
//! A process that is killed leaves nothing half written under a name; what it was writing stands beside the name to be,
//! with a number, until [`Files::remove_unfinished`].

use std::{
    error::Error as _,
    fs::{File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use bytes::Bytes;
use futures_util::TryStreamExt;
use hearth_kernel::{Error, Result};
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Name};

use crate::aside::{aside, library_aside};

/// What breaks off when a thread with files stops in the middle.
const WORK: &str = "work on files";

/// Where files are kept. Another kind of place is another `ObjectStore` here and nothing else.
pub struct Files {
    pub(crate) files: Arc<dyn ObjectStore>,
    pub(crate) folder: Arc<LocalFileSystem>,
    root: PathBuf,
}

/// A file that stands under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// From the folder, with `/` between the parts.
    pub path: String,
    pub bytes: u64,
}

impl Files {
    /// A folder of this machine, made if it is not there. One of another user is refused now, not at the first write.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|error| unusable(folder, error))?;
        try_to_write(folder)?;
        let local = LocalFileSystem::new_with_prefix(folder).map_err(|error| unusable(folder, error))?;
        let local = Arc::new(local.with_fsync(true));
        Ok(Self { files: local.clone(), folder: local, root: folder.to_owned() })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Writes a file whole, in place of one of its name.
    pub async fn put(&self, path: &str, bytes: Bytes) -> Result<()> {
        library_aside(async { self.files.put(&Name::from(path), bytes.into()).await.map(drop).map_err(failed) }).await
    }

    /// A file whole: refused when it is larger than `most` bytes.
    pub async fn read(&self, path: &str, most: usize) -> Result<Bytes> {
        let work = async {
            let found = self.files.get(&Name::from(path)).await.map_err(failed)?;
            if found.meta.size > most as u64 {
                return Err(Error::too_large(format!("The file {path} is larger than {most} bytes.")));
            }
            found.bytes().await.map_err(failed)
        };
        library_aside(work).await
    }

    /// The last bytes of a file, at most so many.
    pub async fn read_end(&self, path: &str, most: usize) -> Result<Bytes> {
        let options = GetOptions { range: Some(GetRange::Suffix(most as u64)), ..GetOptions::default() };
        let work = async { self.files.get_opts(&Name::from(path), options).await?.bytes().await };
        library_aside(work).await.map_err(failed)
    }

    /// The files in a folder and in those within it, in the order of their names. Nothing where there is none.
    pub async fn list(&self, folder: &str) -> Result<Vec<FoundFile>> {
        let work = async { self.files.list(Some(&Name::from(folder))).try_collect::<Vec<_>>().await };
        let listing = library_aside(work).await.map_err(failed)?;
        let found = listing.into_iter().map(|file| FoundFile { path: file.location.to_string(), bytes: file.size });
        let mut found: Vec<_> = found.collect();
        found.sort_unstable_by(|left, right| left.path.cmp(&right.path));
        Ok(found)
    }

    /// The names of the folders right in a folder, in order.
    pub async fn folders(&self, folder: &str) -> Result<Vec<String>> {
        let folder = Name::from(folder);
        let listing = library_aside(self.files.list_with_delimiter(Some(&folder))).await.map_err(failed)?;
        let names = listing.common_prefixes.iter().filter_map(Name::filename);
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.sort_unstable();
        Ok(names)
    }

    /// Takes a file away. It may be gone already.
    pub async fn remove(&self, path: &str) -> Result<()> {
        let path = Name::from(path);
        match library_aside(self.files.delete(&path)).await.map_err(failed) {
            Err(error) if error.kind != hearth_kernel::Kind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes away an empty folder, where folders are more than parts of names.
    pub async fn remove_folder(&self, path: &str) -> Result<()> {
        let folder = self.root.join(path);
        match aside(WORK, || std::fs::remove_dir(folder)).await? {
            Ok(()) => Ok(()),
            // Gone already, or somebody keeps something of their own there.
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::DirectoryNotEmpty) => Ok(()),
            Err(error) => Err(unusable(&self.root, error)),
        }
    }

    /// Takes away what killed processes were writing. Nobody may be writing now.
    pub async fn remove_unfinished(&self) -> Result<()> {
        let root = self.root.clone();
        let sweep = move || {
            let mut folders = vec![root];
            while let Some(folder) = folders.pop() {
                for entry in std::fs::read_dir(&folder)? {
                    let entry = entry?;
                    if entry.file_type()?.is_dir() {
                        folders.push(entry.path());
                    } else if is_unfinished(&entry.file_name().to_string_lossy()) {
                        std::fs::remove_file(entry.path())?;
                    }
                }
            }
            Ok::<(), io::Error>(())
        };
        aside(WORK, sweep).await?.map_err(|error| unusable(&self.root, error))
    }

    /// Keeps other processes from writing here for as long as the file is held.
    pub fn lock(&self) -> Result<File> {
        let file = File::options()
            .create(true)
            .append(true)
            .open(self.root.join("hearth.lock"))
            .map_err(|error| unusable(&self.root, error))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(Error::unavailable(format!(
                "another Hearth writes to the folder {}; stop it first, or give this one a folder of its own",
                self.root.display()
            ))),
            Err(TryLockError::Error(error)) => Err(unusable(&self.root, error)),
        }
    }
}

/// Makes a file and takes it away. A full disk is no reason to refuse the folder: what is there can be read.
fn try_to_write(folder: &Path) -> Result<()> {
    let path = folder.join("writable#0");
    match File::create(&path).and_then(|_| std::fs::remove_file(&path)) {
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) => {
            let whose = "it must belong to the user that Hearth runs as";
            Err(Error::unavailable(format!("the folder {} cannot be written; {whose}", folder.display()))
                .caused_by(error))
        }
        _ => Ok(()),
    }
}

/// What is being written stands beside its name to be, with a number.
fn is_unfinished(name: &str) -> bool {
    let number = name.rsplit_once('#').map_or("", |(_, number)| number);
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

fn unusable(folder: &Path, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::unavailable(format!("the folder {} cannot be used", folder.display())).caused_by(error)
}

pub(crate) fn failed(error: object_store::Error) -> Error {
    if let object_store::Error::NotFound { .. } = &error {
        return Error::not_found("There is no such file.").caused_by(error);
    }
    let mut cause = error.source();
    while let Some(inner) = cause {
        let is_full =
            |error: &io::Error| matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        if inner.downcast_ref::<io::Error>().is_some_and(is_full) {
            return Error::unavailable("The server's disk is full. Nothing was stored; try again later.")
                .caused_by(error);
        }
        cause = inner.source();
    }
    Error::unavailable("The server's storage does not answer. Try again later.").caused_by(error)
}

#[cfg(test)]
mod tests {
    use hearth_kernel::Kind;
    use tempfile::TempDir;

    use super::*;

    #[tokio::test]
    async fn files_are_written_whole_listed_in_order_and_replaced() {
        let dir = TempDir::new().unwrap();
        let files = Files::in_folder(dir.path()).unwrap();
        assert_eq!(files.list("days").await.unwrap(), []);
        for (path, text) in [("days/2/b", "bb"), ("days/1/a", "a"), ("days/2/b", "b"), ("else/c", "c")] {
            files.put(path, Bytes::from(text)).await.unwrap();
        }
        let listed = files.list("days").await.unwrap();
        let listed: Vec<_> = listed.iter().map(|file| (file.path.as_str(), file.bytes)).collect();
        assert_eq!(listed, [("days/1/a", 1), ("days/2/b", 1)]);
        assert_eq!(files.folders("days").await.unwrap(), ["1", "2"]);
        assert_eq!(files.folders("").await.unwrap(), ["days", "else"]);
        assert_eq!(files.read("days/2/b", 1).await.unwrap(), "b");
        assert_eq!(files.read_end("days/2/b", 5).await.unwrap(), "b");
        assert_eq!(files.read("days/2/b", 0).await.unwrap_err().kind, Kind::TooLarge);
        files.remove("days/2/b").await.unwrap();
        files.remove("days/2/b").await.unwrap();
        assert_eq!(files.read("days/2/b", 1).await.unwrap_err().kind, Kind::NotFound);
    }

    #[tokio::test]
    async fn what_a_killed_process_was_writing_is_swept_and_never_listed() {
        let dir = TempDir::new().unwrap();
        let files = Files::in_folder(dir.path()).unwrap();
        files.put("days/1/a", Bytes::from("a")).await.unwrap();
        std::fs::write(dir.path().join("days/1/a#1"), "half").unwrap();
        std::fs::write(dir.path().join("days/1/b#12"), "half").unwrap();
        assert_eq!(files.list("").await.unwrap().len(), 1);
        files.remove_unfinished().await.unwrap();
        assert_eq!(std::fs::read_dir(dir.path().join("days/1")).unwrap().count(), 1);
    }

    #[test]
    fn a_second_writer_is_kept_out() {
        let dir = TempDir::new().unwrap();
        let files = Files::in_folder(dir.path()).unwrap();
        let held = files.lock().unwrap();
        let refused = Files::in_folder(dir.path()).unwrap().lock().unwrap_err();
        assert!(refused.message.contains("stop it first"), "{refused}");
        drop(held);
        files.lock().unwrap();
    }
}
