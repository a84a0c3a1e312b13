//! The text files of the project, as git sees them: what is tracked, and what is new and not ignored.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

/// Every text file by its path from the root, with `/` in between.
#[derive(Default)]
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
    files: BTreeMap<String, String>,
}

/// Where the workspace is: Cargo says so when it runs a program or a test.
pub(crate) fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    package.and_then(|package| package.parent().map(Path::to_owned)).unwrap_or_else(|| PathBuf::from("."))
}

impl Tree {
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .map_err(|error| format!("git could not be run: {error}"))?;
        if !listed.status.success() {
            return Err(format!("git could not list the files: {}", String::from_utf8_lossy(&listed.stderr).trim()));
        }
        let mut tree = Self { root: root.to_owned(), files: BTreeMap::new() };
        for path in String::from_utf8_lossy(&listed.stdout).split('\0').filter(|path| !path.is_empty()) {
            // What is no text, or was deleted and is still tracked, has nothing to check.
            if let Ok(text) = std::fs::read_to_string(root.join(path)) {
                tree.files.insert(path.to_owned(), text);
            }
        }
        Ok(tree)
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    pub(crate) fn rust(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(|(path, _)| path.ends_with(".rs"))
    }

    /// Whether there is a file or a folder at this path.
    pub(crate) fn has(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        path.is_empty() || self.files.contains_key(path) || self.files.keys().any(|file| file.starts_with(&folder))
    }

    /// The modules: a folder with a `mod.rs` right below a crate's `src`.
    pub(crate) fn modules(&self) -> impl Iterator<Item = Place<'_>> {
        self.files()
            .filter(|(path, _)| path.ends_with("/mod.rs"))
            .filter_map(|(path, _)| Place::of(path).filter(|place| path == format!("{}/mod.rs", place.folder())))
    }

    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self { root: PathBuf::new(), files: files.collect() }
    }
}

/// The module that a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place<'a> {
    /// The folder in `crates`, which is the crate's name without `hearth-`.
    pub(crate) in_crate: &'a str,
    pub(crate) module: &'a str,
}

impl<'a> Place<'a> {
    /// Nothing for a file that stands right in `src`.
    pub(crate) fn of(path: &'a str) -> Option<Self> {
        let (in_crate, rest) = path.strip_prefix("crates/")?.split_once("/src/")?;
        let (module, _) = rest.split_once('/')?;
        Some(Self { in_crate, module })
    }

    pub(crate) fn folder(&self) -> String {
        format!("crates/{}/src/{}", self.in_crate, self.module)
    }
}
