//! Tables of words as they stand in a file.

use std::collections::BTreeMap;
use std::fmt::Write;

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

/// The groups of a table as Rust source: for each group a constant with its words, under what the lines above it say.
///
/// A row has the group and one of its words. For build scripts: where the constant is missing or unused, the compiler
/// says so. `None` where a row has no group.
///
/// ```
/// let table = "# Of a lexicon.\n\n# Words for the first months.\nfirst-months\tJanuary\nfirst-months\tFebruary\n";
/// assert_eq!(
///     corroborate_text::grouped(table).unwrap(),
///     "/// Words for the first months.\npub(crate) const FIRST_MONTHS: &[&str] = &[\"January\", \"February\"];\n"
/// );
/// assert_eq!(corroborate_text::grouped("January"), None);
/// ```
pub fn grouped(table: &str) -> Option<String> {
    let mut groups: BTreeMap<String, (String, Vec<&str>)> = BTreeMap::new();
    let mut about = String::new();
    for line in table.lines() {
        if let Some(comment) = line.strip_prefix('#') {
            writeln!(about, "///{comment}").ok()?;
        } else if line.is_empty() {
            about.clear();
        } else {
            let (group, word) = line.split_once('\t')?;
            let name = group.to_uppercase().replace('-', "_");
            let (_, words) = groups.entry(name).or_insert_with(|| (std::mem::take(&mut about), Vec::new()));
            words.push(word);
        }
    }
    let mut source = String::new();
    for (name, (about, words)) in groups {
        writeln!(source, "{about}pub(crate) const {name}: &[&str] = &{words:?};").ok()?;
    }
    Some(source)
}
