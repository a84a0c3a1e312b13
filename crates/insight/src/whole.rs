//! Files that are there whole or not at all, whenever the process is killed.

use std::{
    fs::{self, File},
    io::{BufWriter, Result, Write},
    path::Path,
};

/// Writes a file under a name that it has only when it is whole and durable. What is no plain file, such as a pipe, is
/// written as it comes.
pub fn write(path: &Path, with: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
        return written(path, with).map(drop);
    }
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".unfinished");
    let unfinished = Path::new(&unfinished);
    let done = written(unfinished, with).and_then(|file| file.sync_all()).and_then(|()| fs::rename(unfinished, path));
    if done.is_err() {
        fs::remove_file(unfinished).ok();
        return done;
    }
    // The name is durable when its folder is.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn written(path: &Path, with: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<File> {
    let mut file = BufWriter::new(File::create(path)?);
    with(&mut file)?;
    file.into_inner().map_err(std::io::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests {
    use std::io::Error;

    use super::*;

    #[test]
    fn a_file_is_there_whole_or_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.csv");
        let broken = |file: &mut dyn Write| file.write_all(b"half").and(Err(Error::other("cut off")));
        assert!(write(&file, broken).is_err() && !file.exists());
        write(&file, |file| file.write_all(b"first")).unwrap();
        assert!(write(&file, broken).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"first");
        // What was left by a process that was killed is no obstacle.
        fs::write(folder.path().join("a.csv.unfinished"), "half").unwrap();
        write(&file, |file| file.write_all(b"second")).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(write(&folder.path().join("none/a.csv"), |_| Ok(())).is_err());
        write(Path::new("/dev/null"), |file| file.write_all(b"gone")).unwrap();
        assert!(!Path::new("/dev/null").is_file());
    }
}
