//! Where results go.

use anyhow::{Context, Result};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a result to a file, whole or not at all, or to standard output.
pub(super) fn write(output: Option<&Path>, result: &[u8]) -> Result<()> {
    match output {
        Some(path) if path.as_os_str() != "-" => {
            replace(path, result).with_context(|| format!("cannot write {}", path.display()))
        }
        _ => {
            let mut out = std::io::stdout().lock();
            out.write_all(result).and_then(|()| out.flush()).context("cannot write to standard output")
        }
    }
}

/// Writes each table as a file of a folder, which is made where it is missing.
pub(super) fn write_tables<'t>(
    folder: &Path,
    ending: &str,
    tables: impl Iterator<Item = (&'static str, &'t [u8])>,
) -> Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    for (name, table) in tables {
        write(Some(&folder.join(format!("{name}.{ending}"))), table)?;
    }
    Ok(())
}

/// Whether the reader of standard output went away, which is its right.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}

/// Writes beside the file and then takes its place; a device or a pipe is written to as it is.
fn replace(path: &Path, result: &[u8]) -> Result<()> {
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(found) = std::fs::metadata(&target)
        && !found.is_file()
    {
        if found.is_dir() {
            anyhow::bail!("it is a folder; name a file in it");
        }
        return Ok(std::fs::write(&target, result)?);
    }
    let mut file = builder().tempfile_in(folder_of(&target))?;
    file.write_all(result)?;
    file.persist(&target)?;
    Ok(())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A new file has the permissions that any new file gets.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".corroborate-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}
