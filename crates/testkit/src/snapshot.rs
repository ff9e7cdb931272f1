//! What a program does, held fast in a file: a change of it is seen, and looked at by a person.

use std::path::Path;

/// Compares what is found now with what the file says, line by line, or writes the file anew where the environment has
/// `CORROBORATE_SNAPSHOT=write`. A snapshot says what is done, not what is right.
///
/// # Panics
/// When a line differs, with both, or when the file cannot be written.
pub fn hold(path: impl AsRef<Path>, now: &str) {
    let path = path.as_ref();
    if std::env::var("CORROBORATE_SNAPSHOT").is_ok_and(|wish| wish == "write") {
        let written = std::fs::write(path, now);
        assert!(written.is_ok(), "{} cannot be written: {written:?}", path.display());
        return;
    }
    let then = std::fs::read_to_string(path).unwrap_or_default();
    let mut pairs = then.lines().map(Some).chain([None]).zip(now.lines().map(Some).chain([None])).enumerate();
    let changed = pairs.find(|(_, (was, is))| was != is);
    assert!(
        changed.is_none(),
        "{}: {changed:?} is the first line that differs, as it was and as it is; CORROBORATE_SNAPSHOT=write writes it anew",
        path.display()
    );
}
