//! The files of one culture, as they stand in its folder: built into the binary, or read from the disk.

use std::{collections::BTreeMap, fs, path::Path};

use include_dir::{Dir, include_dir};

use crate::{Culture, Tag};

static FOLDERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../cultures");

/// Files of one folder.
const FILES: usize = 200;
/// One file, in bytes.
const FILE_BYTES: u64 = 1024 * 1024;

#[derive(Clone, Debug)]
pub struct Folder {
    pub tag: Tag,
    /// What `culture.toml` holds.
    pub customs: String,
    /// The messages of each file, by its name without `.ftl`.
    pub messages: BTreeMap<String, String>,
}

impl Folder {
    /// Those built in, in the order of their tags.
    pub fn built_in() -> Result<Vec<Self>, String> {
        let folders = FOLDERS.dirs().map(|dir| {
            let files = dir.files().map(|file| {
                let name = file.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
                let text = file.contents_utf8();
                let text = text.ok_or_else(|| format!("cultures/{} is not UTF-8", file.path().display()))?;
                Ok((name.to_owned(), text.to_owned()))
            });
            Self::of(dir.path(), files.collect::<Result<_, String>>()?)
        });
        folders.collect()
    }

    /// All of a folder on the disk, in the order of their tags.
    pub fn read_all(path: &Path) -> Result<Vec<Self>, String> {
        let said = |error: std::io::Error| format!("{}: {error}", path.display());
        let entries = fs::read_dir(path).map_err(said)?.take(FILES);
        let mut paths = Vec::new();
        for entry in entries {
            let entry = entry.map_err(said)?;
            if entry.file_type().map_err(said)?.is_dir() {
                paths.push(entry.path());
            }
        }
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    /// One from the disk.
    pub fn read(path: &Path) -> Result<Self, String> {
        let said = |error: std::io::Error| format!("{}: {error}", path.display());
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(path).map_err(said)?.take(FILES) {
            let entry = entry.map_err(said)?;
            if !entry.file_type().map_err(said)?.is_file() {
                continue;
            }
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.metadata().map_err(said)?.len() > FILE_BYTES {
                return Err(format!("{}/{name}: a file may have {FILE_BYTES} bytes", path.display()));
            }
            let text =
                fs::read_to_string(entry.path()).map_err(|error| format!("{}/{name}: {error}", path.display()))?;
            files.insert(name, text);
        }
        Self::of(path, files)
    }

    /// What its `culture.toml` says, checked.
    pub fn culture(&self) -> Result<Culture, String> {
        Culture::parse(self.tag.clone(), &self.customs)
    }

    fn of(path: &Path, mut files: BTreeMap<String, String>) -> Result<Self, String> {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let tag: Tag = name
            .parse()
            .map_err(|_| format!("the folder {name} is not named by a tag such as `pt-BR` or `sr-Latn`"))?;
        let customs = files.remove("culture.toml").ok_or_else(|| format!("cultures/{tag} has no culture.toml"))?;
        let messages = files.into_iter().filter_map(|(name, text)| Some((name.strip_suffix(".ftl")?.to_owned(), text)));
        Ok(Self { tag, customs, messages: messages.collect() })
    }
}
