//! Where results go.

use anyhow::{Context, Result};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes a result to a file or to standard output.
pub(super) fn write(output: Option<&Path>, result: &[u8]) -> Result<()> {
    match output {
        Some(path) => {
            std::fs::write(path, result).with_context(|| format!("cannot write {}", path.display()))
        }
        None => {
            let mut out = std::io::stdout().lock();
            out.write_all(result).and_then(|()| out.flush()).context("cannot write to standard output")
        }
    }
}

/// Whether the reader of standard output went away, which is its right.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}
