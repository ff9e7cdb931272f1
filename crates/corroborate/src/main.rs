//! The `corroborate` command.

mod command;

use std::process::ExitCode;

/// A run takes and gives back tens of thousands of small pieces of memory.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    command::run()
}
