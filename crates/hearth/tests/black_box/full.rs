//! A disk that is full, or that takes no writes: sends are refused in words, reads go on, and the server recovers by itself.

use std::{
    fs::{File, Permissions},
    io::Write,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use hearth_kernel::Rng;
use tempfile::TempDir;

use crate::support::{Cluster, Community, NOT_INSTALLED, Place, Server, expect_sound, hearth, run, skip};

/// Enough for the database and its log; little enough to fill at once.
const DISK: &str = "size=24m";
const REFUSALS: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_refuses_sends_until_there_is_space() {
    let Some(disk) = Disk::mount(DISK) else { return skip("a small file system cannot be mounted here") };
    let place = Place::inside(disk.path());
    starve(&place, || Ballast::fill(disk.path())).await;
}

/// Once it has said that it serves, it does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_started_on_a_full_disk_goes_on_once_there_is_room() {
    let Some(disk) = Disk::mount(DISK) else { return skip("a small file system cannot be mounted here") };
    let place = Place::inside(disk.path());
    let mut server = Server::start(&place).await;
    let mut community = Community::gather(&server.address()).await;
    for attempt in 0..6 {
        server.kill();
        let ballast = Ballast::fill(disk.path());
        let is_started = server.try_start_again(&place).await;
        drop(ballast);
        if !is_started {
            server.start_again(&place).await;
        }
        let number = format!("full-{attempt}");
        // The first is lost with the connection to the one that was killed.
        let answer = match community.try_message(&number).await {
            Ok(answer) => answer,
            Err(_) => community.try_message(&number).await.expect("an answer"),
        };
        assert_eq!(answer.status, 200, "{answer:?}");
    }
    server.stop().await;
    expect_sound(&place).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_without_writes_refuses_sends_until_it_takes_them() {
    if !Immutable::works() {
        return skip("this file system has no immutable files, or they cannot be made here");
    }
    let place = Place::embedded();
    starve(&place, || Immutable::make(place.path())).await;
}

/// The tables' disk is full. Where that of its log is, PostgreSQL ends: postgres.rs has that.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_under_postgres_refuses_sends_until_there_is_space() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    let Some(disk) = Disk::mount(DISK) else { return skip("a small file system cannot be mounted here") };
    // PostgreSQL's user comes through to its own folder.
    std::fs::set_permissions(disk.path(), Permissions::from_mode(0o755)).expect("a folder of ours");
    cluster.start(&[]).await;
    cluster.keep_tables_in(&disk.path().join("tables"));
    let place = Place::on_postgres(&cluster.url()).await;
    starve(&place, || Ballast::fill(disk.path())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_postgres_that_only_reads_refuses_sends_until_it_writes_again() {
    let Some(mut cluster) = Cluster::make() else { return skip(NOT_INSTALLED) };
    cluster.start(&[]).await;
    let place = Place::on_postgres(&cluster.url()).await;
    starve(&place, || ReadOnly::make(&cluster)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_does_not_start_on_a_read_only_disk() {
    let Some(disk) = Disk::mount("size=1m") else { return skip("a small file system cannot be mounted here") };
    let place = Place::inside(disk.path());
    disk.remount("ro");
    let output = run(hearth(&place, &["serve"])).await;
    disk.remount("rw");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("the data directory"), "{said}");
    assert!(said.contains("Read-only file system"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_does_not_start_with_media_that_cannot_be_written() {
    let Some(disk) = Disk::mount("size=1m") else { return skip("a small file system cannot be mounted here") };
    let place = Place::embedded();
    let mut server = hearth(&place, &["serve"]);
    server.env("HEARTH_MEDIA_DIR", disk.path());
    disk.remount("ro");
    let output = run(server).await;
    disk.remount("rw");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("cannot be written; it must belong to the user"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_that_has_no_room_says_where_and_leaves_nothing() {
    let Some(disk) = Disk::mount("size=64k") else { return skip("a small file system cannot be mounted here") };
    let place = Place::embedded();
    let mut server = Server::start(&place).await;
    let backup = disk.path().join("backup").to_string_lossy().into_owned();
    let output = run(hearth(&place, &["backup", &backup])).await;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("could not be copied to"), "{said}");
    assert!(said.contains(&backup) && !said.contains("The server's disk"), "{said}");
    assert_eq!(std::fs::read_dir(disk.path()).expect("the disk").count(), 0, "what there was no room for takes none");
    server.stop().await;
}

/// Takes writing away under load, and gives it back, by dropping what took it, to a server that was never restarted.
async fn starve<Taken>(place: &Place, take: impl FnOnce() -> Taken) {
    let mut server = Server::start(place).await;
    let mut community = Community::gather(&server.address()).await;
    let round = community.begin();
    round.acknowledged(50).await;
    let taken = take();
    round.refused(REFUSALS).await;
    community.expect_reading().await;
    // As long as reads are answered it serves, and whoever watches it must not take it away from its members.
    let ready = server.readiness().await;
    assert_eq!(ready.status, 200, "{}", ready.body);
    drop(taken);
    round.everybody_goes_on().await;
    let progress = community.end(round).await;
    progress.expect_clear_refusals();
    progress.expect_reads();
    assert!(server.is_running(), "it is still the same process");
    community.check(&Rng::from_os()).await;
    server.stop().await;
    expect_sound(place).await;
}

/// A small file system of its own, which root can fill and make read-only like anybody's.
struct Disk(TempDir);

impl Disk {
    fn mount(options: &str) -> Option<Self> {
        let disk = Self(TempDir::new().expect("a temporary folder"));
        let folder = disk.path().to_str()?;
        succeeds("mount", &["-t", "tmpfs", "-o", options, "hearth-test", folder]).then_some(disk)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn remount(&self, mode: &str) {
        let folder = self.path().to_str().expect("a plain path");
        assert!(succeeds("mount", &["-o", &format!("remount,{mode}"), folder]), "it can be remounted {mode}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let folder = self.path().to_string_lossy().into_owned();
        // Lazily: whatever a failed test left open goes with its process.
        succeeds("umount", &["--lazy", &folder]);
    }
}

/// A file that takes all the space that there is, down to the last byte.
struct Ballast(PathBuf);

impl Ballast {
    fn fill(disk: &Path) -> Self {
        let ballast = Self(disk.join("ballast"));
        let mut file = File::create(&ballast.0).expect("the ballast can be made");
        for bytes in [vec![0; 4096], vec![0; 1]] {
            while file.write_all(&bytes).is_ok() {}
        }
        ballast
    }
}

impl Drop for Ballast {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).ok();
    }
}

/// The database's files, marked so that the kernel refuses every write, root's and through open handles too. A
/// file system cannot be remounted read-only under a process that has files open for writing; this is
/// the state that the kernel leaves a process in when it takes a failing disk's file system away.
struct Immutable(Vec<PathBuf>);

impl Immutable {
    fn make(data_dir: &Path) -> Self {
        let files = ["hearth.db", "hearth.db-wal"].map(|name| data_dir.join(name));
        let files = Self(files.into_iter().chain([data_dir.to_owned()]).collect());
        assert!(files.mark("+i"), "the database's files can be made immutable");
        files
    }

    fn mark(&self, mark: &str) -> bool {
        self.0.iter().all(|path| succeeds("chattr", &[mark, &path.to_string_lossy()]))
    }

    /// Whether an open handle is refused too: some file systems only look when a file is opened.
    fn works() -> bool {
        let folder = TempDir::new().expect("a temporary folder");
        let path = folder.path().join("file");
        let mut file = File::create(&path).expect("a file can be made");
        let immutable = Self(vec![path.clone()]);
        let marked = immutable.mark("+i");
        let refused = file.write_all(b"refused").is_err();
        drop(immutable);
        marked && refused && path.metadata().is_ok_and(|file| file.size() == 0)
    }
}

impl Drop for Immutable {
    fn drop(&mut self) {
        self.mark("-i");
    }
}

/// As a standby is, or a database whose operator has closed it for a while.
struct ReadOnly<'a>(&'a Cluster);

impl<'a> ReadOnly<'a> {
    fn make(cluster: &'a Cluster) -> Self {
        cluster.set("default_transaction_read_only = on");
        Self(cluster)
    }
}

impl Drop for ReadOnly<'_> {
    fn drop(&mut self) {
        self.0.set("default_transaction_read_only = off");
    }
}

fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
