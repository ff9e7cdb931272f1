//! Tables of words as they stand in a file.

/// The rows of a table: its lines, without empty ones and comments, which begin with `#`.
///
/// Every lexicon of the workspace is a file of this make: a word or a row of cells a line, cells parted by tabs.
///
/// ```
/// let table = "# word\tclass\n\nspring\tseason\n";
/// let rows: Vec<_> = corroborate_text::rows(table).filter_map(|row| row.split_once('\t')).collect();
/// assert_eq!(rows, [("spring", "season")]);
/// ```
pub fn rows(table: &str) -> impl Iterator<Item = &str> + Clone {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}
