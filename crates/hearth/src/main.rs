//! The command line.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks by printing")]

mod cli;

use clap::Parser;

/// Answers are built on one thread and freed on another; the system's allocator pays for that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    // Huge pages are resident whole where an idle connection uses a corner: 7 KiB of each. Without this
    // switch, as on other systems, only memory is lost.
    rustix::thread::disable_transparent_huge_pages(true).ok();
    cli::run(cli::Command::parse())
}
