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
    // What it writes holds what people said and did: nobody else on the machine reads it.
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
    end_quietly_when_nobody_reads();
    cli::run(cli::Command::parse())
}

/// Whoever reads only the beginning of what is printed, as `head` does, is no fault to report.
fn end_quietly_when_nobody_reads() {
    /// As a shell shows a program that was ended by SIGPIPE.
    const NOBODY_READS: i32 = 141;
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let words = panic.payload_as_str().unwrap_or_default();
        if words.starts_with("failed printing to stdout") && words.contains("Broken pipe") {
            std::process::exit(NOBODY_READS);
        }
        report(panic);
    }));
}
