//! Where the simulator breaks a commit. In production nobody implements it.

/// What becomes of one commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It goes through.
    None,
    /// It fails before the database has it.
    Fails,
    /// It is on disk, but the answer is lost: the committer must find out by itself.
    AnswerLost,
    /// It is lost on the way, and so is the answer.
    Vanishes,
}

/// Decides, by seed, how long each commit takes and what becomes of it.
pub trait Faults: Send + Sync {
    fn next(&self) -> (std::time::Duration, Fault);
}
