//! Words by which people and bodies named before are spoken of again.

use corroborate_text::rows;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Whether two words, in lower case, may be said of one person: `justice` and `judge`.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (ROLES.get(a), ROLES.get(b)) else { return false };
    x.intersection(y).next().is_some()
}

/// Whether a word, in lower case, is a body's, and then whether only of a body that has it in its name.
pub(super) fn body(word: &str) -> Option<bool> {
    BODIES.get(word).copied()
}

/// Whether a word, in lower case, says what one person is.
pub(super) fn person(word: &str) -> bool {
    PERSONS.contains(word)
}

static PERSONS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/person-roles.txt")).collect());

/// For each word the lines of the table it stands in.
static ROLES: LazyLock<BTreeMap<&'static str, BTreeSet<usize>>> = LazyLock::new(|| {
    let mut table: BTreeMap<&'static str, BTreeSet<usize>> = BTreeMap::new();
    for (line, row) in rows(include_str!("../../data/roles.txt")).enumerate() {
        for word in row.split(' ') {
            table.entry(word).or_default().insert(line);
        }
    }
    table
});

static BODIES: LazyLock<BTreeMap<&'static str, bool>> = LazyLock::new(|| {
    rows(include_str!("../../data/bodies.txt"))
        .map(|row| row.strip_suffix('*').map_or((row, false), |word| (word, true)))
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_one_role() {
        assert!(alike("justice", "judge"));
        assert!(!alike("justice", "mayor"));
        assert_eq!(body("company"), Some(false));
        assert_eq!(body("ministry"), Some(true));
        assert_eq!(body("table"), None);
        assert!(person("engineer"));
        assert!(!person("ministry"));
    }
}
