//! A backup: the database as of one moment, the media, and a manifest that says what is in it, with sums.
//!
//! The database comes first. A row that names a file is stored after its file, so whatever the copied
//! database names is still to be copied then.

use std::{
    fs::{self, DirBuilder, File, TryLockError},
    io::{ErrorKind, Read, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Component, Path, PathBuf},
};

use hearth_kernel::{Context, Error, Result};
use hearth_store::{Description, EmptyPlace};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{
    Config,
    app::{media_folder, store_options},
};

const MANIFEST: &str = "manifest.json";
const MEDIA: &str = "media";
/// The form of the manifest; another form gets another number.
const FORMAT: i64 = 1;

/// What is in a backup.
#[derive(Debug)]
pub struct Backup {
    pub database: Description,
    pub files: usize,
    pub bytes: u64,
}

/// One file of a backup, by its path in it.
struct Copied {
    path: String,
    bytes: u64,
    sum: String,
}

/// Takes a backup into a folder that is not there yet, beside a server that runs or without one. The folder
/// has its name only when everything is in it and on disk.
pub async fn back_up(config: &Config, context: &Context, into: &Path) -> Result<Backup> {
    if into.symlink_metadata().is_ok() {
        return Err(Error::invalid_param(format!("{} is there already; give a new name", into.display())));
    }
    let data = Path::new(&config.data_dir);
    if is_within(into, data) || is_within(into, &media_folder(config, data)) {
        let why = "is within the data that it would be a backup of: name a folder elsewhere, better on another disk";
        return Err(Error::invalid_param(format!("{} {why}", into.display())));
    }
    let staged = staged(into)?;
    let _held = hold(&staged)?;
    let finished = async {
        let backup = fill(config, context, &staged).await?;
        fs::rename(&staged, into).map_err(|error| unusable(into, error))?;
        if let Some(parent) = into.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            sync(parent)?;
        }
        Ok(backup)
    };
    let finished = finished.await;
    if finished.is_err() {
        // What is half a backup only takes room, most of all where there is none left.
        fs::remove_dir_all(&staged).ok();
    }
    finished
}

/// A new folder, in place of one that a killed process left. Another process's is left alone.
fn hold(staged: &Path) -> Result<File> {
    let under_way = || Error::unavailable(format!("another backup is being written to {}", staged.display()));
    let lock = |folder: File| match folder.try_lock() {
        Ok(()) => Ok(folder),
        Err(TryLockError::WouldBlock) => Err(under_way()),
        Err(TryLockError::Error(error)) => Err(unusable(staged, error)),
    };
    if let Ok(left) = File::open(staged) {
        let _left = lock(left)?;
        fs::remove_dir_all(staged).map_err(|error| unusable(staged, error))?;
    }
    staged.parent().map_or(Ok(()), make_folder)?;
    match DirBuilder::new().mode(0o700).create(staged) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(under_way()),
        made => made.map_err(|error| unusable(staged, error))?,
    }
    lock(File::open(staged).map_err(|error| unusable(staged, error))?)
}

/// As far as the two are there yet.
fn is_within(path: &Path, folder: &Path) -> bool {
    let whole = std::path::absolute(path).unwrap_or_default();
    let there = whole.ancestors().skip(1).find_map(|above| fs::canonicalize(above).ok());
    match (there, fs::canonicalize(folder)) {
        (Some(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}

/// Writes all of a backup into a folder of its own, and waits until it is on disk.
async fn fill(config: &Config, context: &Context, staged: &Path) -> Result<Backup> {
    let options = store_options(config);
    let name = hearth_store::copy_name(&options);
    let database = hearth_store::back_up(&options, &staged.join(name)).await?;
    let mut files = vec![sum_of(staged, name)?];
    copy_folder(&media_folder(config, Path::new(&config.data_dir)), &staged.join(MEDIA), MEDIA, &mut files)?;
    let manifest = write_manifest(&database, &files, context.now_ms());
    write_whole(&staged.join(MANIFEST), &manifest)?;
    sync_folder(staged)?;
    Ok(Backup { database, files: files.len(), bytes: files.iter().map(|file| file.bytes).sum() })
}

/// Puts a backup back into an empty place, after comparing every sum. The server must not run.
pub async fn restore(config: &Config, context: &Context, from: &Path) -> Result<Backup> {
    let (database, files) = read_manifest(&from.join(MANIFEST))?;
    let options = store_options(config);
    let name = hearth_store::copy_name(&options);
    if !files.iter().any(|file| file.path == name) {
        let kind = if options.database_url.is_empty() { "SQLite" } else { "PostgreSQL" };
        return Err(Error::invalid_param(format!(
            "this backup was not taken from {kind}; set database_url as it was when the backup was taken"
        )));
    }
    if !config.server_name.is_empty() && *config.server_name != *database.server_name {
        return Err(Error::invalid_param(format!(
            "this backup belongs to the server name {}, not to {}",
            database.server_name, &*config.server_name
        )));
    }
    let place = EmptyPlace::take(&options).await?;
    let media = media_folder(config, Path::new(&config.data_dir));
    if fs::read_dir(&media).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Error::invalid_param(format!(
            "there are files in {} already; a backup is put back into an empty place only",
            media.display()
        )));
    }
    for file in &files {
        let found = sum_of(from, &file.path)?;
        if (found.bytes, &found.sum) != (file.bytes, &file.sum) {
            return Err(Error::invalid_param(format!("{} is not as it was when the backup was taken", file.path)));
        }
    }
    for file in &files {
        let Some(inside) = file.path.strip_prefix("media/") else { continue };
        let into = media.join(inside);
        into.parent().map_or(Ok(()), make_folder)?;
        copy_file(&from.join(&file.path), &into)?;
    }
    if media.exists() {
        sync_folder(&media)?;
    }
    // Last, so that a database is there only when everything that it names is.
    place.restore(context, &from.join(name))?;
    Ok(Backup { database, files: files.len(), bytes: files.iter().map(|file| file.bytes).sum() })
}

/// Beside its place, so that it can take the name at once when it is whole.
fn staged(into: &Path) -> Result<PathBuf> {
    let name = into.file_name().ok_or_else(|| Error::invalid_param("a backup needs a name"))?;
    Ok(into.with_file_name(format!("{}.partial", name.to_string_lossy())))
}

fn unusable(path: &Path, error: std::io::Error) -> Error {
    Error::unavailable(format!("{} cannot be used", path.display())).caused_by(error)
}

/// For the owner alone: a backup holds everything that anybody said.
fn make_folder(path: &Path) -> Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(|error| unusable(path, error))
}

/// What was finished of a folder, with the folders in it. A file that goes away meanwhile was not needed.
fn copy_folder(from: &Path, into: &Path, name: &str, files: &mut Vec<Copied>) -> Result<()> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| unusable(from, error))?,
    };
    make_folder(into)?;
    for entry in entries {
        let entry = entry.map_err(|error| unusable(from, error))?;
        let own = entry.file_name().to_string_lossy().into_owned();
        let (source, place, path) = (entry.path(), into.join(entry.file_name()), format!("{name}/{own}"));
        // With such a sign in its name a file is still being written.
        if own.contains('#') {
            continue;
        }
        if source.is_dir() {
            copy_folder(&source, &place, &path, files)?;
            continue;
        }
        match copy_file(&source, &place) {
            Ok((bytes, sum)) => files.push(Copied { path, bytes, sum }),
            Err(_) if !source.exists() => {
                fs::remove_file(&place).ok();
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Copies and sums in one pass.
fn copy_file(from: &Path, into: &Path) -> Result<(u64, String)> {
    let mut source = File::open(from).map_err(|error| unusable(from, error))?;
    let created = File::options().write(true).create_new(true).mode(0o600).open(into);
    let mut target = created.map_err(|error| unusable(into, error))?;
    let summed = sum(&mut source, &mut target).map_err(|error| unusable(into, error))?;
    target.sync_all().map_err(|error| unusable(into, error))?;
    Ok(summed)
}

fn sum_of(folder: &Path, path: &str) -> Result<Copied> {
    let place = folder.join(path);
    let mut file = File::open(&place).map_err(|error| unusable(&place, error))?;
    let (bytes, sum) = sum(&mut file, &mut std::io::sink()).map_err(|error| unusable(&place, error))?;
    Ok(Copied { path: path.to_owned(), bytes, sum })
}

fn sum(source: &mut impl Read, target: &mut impl Write) -> std::io::Result<(u64, String)> {
    let (mut digest, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; 256 * 1024]);
    loop {
        let read = source.read(&mut piece)?;
        if read == 0 {
            let sum = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok((bytes, sum));
        }
        digest.update(&piece[..read]);
        target.write_all(&piece[..read])?;
        bytes += read as u64;
    }
}

fn write_whole(path: &Path, text: &str) -> Result<()> {
    let created = File::options().write(true).create_new(true).mode(0o600).open(path);
    let written = created.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
    written.map_err(|error| unusable(path, error))
}

fn sync(path: &Path) -> Result<()> {
    File::open(path).and_then(|file| file.sync_all()).map_err(|error| unusable(path, error))
}

/// Names are on disk when their folder is.
fn sync_folder(path: &Path) -> Result<()> {
    for entry in fs::read_dir(path).map_err(|error| unusable(path, error))? {
        let entry = entry.map_err(|error| unusable(path, error))?.path();
        if entry.is_dir() { sync_folder(&entry)? } else { sync(&entry)? }
    }
    sync(path)
}

fn write_manifest(database: &Description, files: &[Copied], now_ms: i64) -> String {
    let Description { server_name, position, schema } = database;
    let schema: serde_json::Map<_, _> = schema.iter().map(|(module, step)| (module.clone(), json!(step))).collect();
    let file = |file: &Copied| json!({ "path": file.path, "bytes": file.bytes, "sha256": file.sum });
    let manifest = json!({
        "format": FORMAT, "hearth": env!("CARGO_PKG_VERSION"), "server_name": server_name, "position": position,
        "taken_at_ms": now_ms, "schema": schema, "files": files.iter().map(file).collect::<Vec<_>>(),
    });
    format!("{manifest:#}\n")
}

fn read_manifest(path: &Path) -> Result<(Description, Vec<Copied>)> {
    let text = match fs::read_to_string(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(Error::invalid_param(format!("there is no backup here: {} is missing", path.display())));
        }
        text => text.map_err(|error| unusable(path, error))?,
    };
    let refused = || Error::invalid_param(format!("{} is not the manifest of a backup", path.display()));
    let manifest: Value = serde_json::from_str(&text).map_err(|error| refused().caused_by(error))?;
    if manifest["format"] != FORMAT {
        return Err(Error::invalid_param("this backup was taken by a newer Hearth; put it back with that version"));
    }
    let database = || {
        let schema = manifest["schema"].as_object()?.iter();
        Some(Description {
            server_name: manifest["server_name"].as_str()?.to_owned(),
            position: manifest["position"].as_i64()?,
            schema: schema.map(|(module, step)| Some((module.clone(), step.as_i64()?))).collect::<Option<_>>()?,
        })
    };
    let file = |file: &Value| {
        let path = file["path"].as_str().filter(|path| is_inside(path))?.to_owned();
        Some(Copied { path, bytes: file["bytes"].as_u64()?, sum: file["sha256"].as_str()?.to_owned() })
    };
    let files = manifest["files"].as_array().and_then(|files| files.iter().map(file).collect::<Option<_>>());
    Ok((database().ok_or_else(refused)?, files.ok_or_else(refused)?))
}

/// Nothing in a manifest leads out of its folder.
fn is_inside(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_comes_back_as_it_was_written() {
        let dir = std::env::temp_dir().join(format!("hearth-manifest-{}", std::process::id()));
        make_folder(&dir).unwrap();
        let schema = vec![("accounts".to_owned(), 1), ("rooms".to_owned(), 2)];
        let database = Description { server_name: "test.example".to_owned(), position: 7, schema };
        let files = [Copied { path: "media/a/b".to_owned(), bytes: 3, sum: "00".to_owned() }];
        let path = dir.join(MANIFEST);
        fs::write(&path, write_manifest(&database, &files, 1)).unwrap();
        let (read, copied) = read_manifest(&path).unwrap();
        assert_eq!((read, copied[0].path.as_str(), copied[0].bytes), (database.clone(), "media/a/b", 3));
        let changes =
            [("media/a/b", "media/../../b", "not the manifest"), ("format\": 1", "format\": 2", "newer Hearth")];
        for (text, other, reason) in changes {
            fs::write(&path, write_manifest(&database, &files, 1).replace(text, other)).unwrap();
            let refusal = read_manifest(&path).err().expect("it is refused");
            assert!(refusal.message.contains(reason), "{}", refusal.message);
        }
        fs::remove_dir_all(&dir).unwrap();
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        assert!(is_inside("media/ab/cd") && is_inside("hearth.db"));
        for outside in ["", "/etc/passwd", "../x", "media/../../x", "./x"] {
            assert!(!is_inside(outside), "{outside}");
        }
    }
}
