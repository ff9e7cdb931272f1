//! What words mean to the comparison: which say the same, which say nothing, and how common each is.

use corroborate_text::Table;

/// How far two words that are not the same stem may stand for each other, in 0..=1.
const NEWS_SYNONYM: f64 = 0.9;
const WORDNET_SYNONYM: f64 = 0.55;

/// Longest phrase of the synonym table, in words.
pub(crate) const LONGEST_PHRASE: usize = 5;

/// A group of words that stand for each other, and how well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Group {
    id: u32,
    news: bool,
}

impl Group {
    /// The group's number, unique among all groups.
    pub(crate) fn number(self) -> u64 {
        u64::from(self.id)
    }

    /// How far two members of the group may stand for each other.
    pub(crate) fn quality(self) -> f64 {
        if self.news { NEWS_SYNONYM } else { WORDNET_SYNONYM }
    }
}

/// Whether a folded word carries no content of its own.
pub(crate) fn is_stopword(folded: &str) -> bool {
    STOPWORDS.get(folded).is_some()
}

/// The groups that a stem, or a phrase of stems joined by blanks, belongs to, sorted.
pub(crate) fn groups(stems: &str) -> &'static [Group] {
    let Some(&[_, low, high, count]) = GROUPS.get(stems) else { return &[] };
    let start = usize::from(u16::from_le_bytes([low, high]));
    ALL_GROUPS.get(start..start + usize::from(count)).unwrap_or_default()
}

/// Whether a phrase of stems joined by blanks is in the synonym table.
pub(crate) fn is_phrase(stems: &str) -> bool {
    stems.contains(' ') && GROUPS.get(stems).is_some()
}

/// Whether a stem is the first of a phrase of the synonym table.
pub(crate) fn opens_phrase(stem: &str) -> bool {
    GROUPS.get(stem).is_some_and(|value| value.first() == Some(&1))
}

/// How much a stem says in general English: the logarithm of how rarely a sentence holds it.
///
/// 0 for a word in every sentence, about 9 for one never met.
pub(crate) fn rarity(stem: &str) -> f64 {
    // Under the mark stands the number of all sentences.
    let met = |key| match BACKGROUND.get(key) {
        Some(&[a, b, c, d]) => f64::from(u32::from_le_bytes([a, b, c, d])),
        _ => 0.0,
    };
    ((met("#") + 1.0) / (met(stem) + 0.5)).ln()
}

/// Whether a stem is that of a noun for a person.
pub(crate) fn is_person(stem: &str) -> bool {
    PERSONS.get(stem).is_some()
}

/// The nicknames of a given name, one blank between them.
pub(crate) fn nicknames(name: &str) -> &'static str {
    NICKNAMES.get(name).and_then(|nicks| std::str::from_utf8(nicks).ok()).unwrap_or_default()
}

// The build script lays these out.
static STOPWORDS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/stopwords.table")));
static ALL_GROUPS: &[Group] = &include!(concat!(env!("OUT_DIR"), "/groups.rs"));
static GROUPS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/groups.table")));
static BACKGROUND: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/background.table")));
static PERSONS: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/persons.table")));
static NICKNAMES: Table<'static> = Table::new(include_bytes!(concat!(env!("OUT_DIR"), "/nicknames.table")));

#[cfg(test)]
mod tests {
    use super::*;
    use corroborate_text::stem;

    fn share(a: &str, b: &str) -> bool {
        let groups = |phrase: &str| groups(&phrase.split(' ').map(stem).collect::<Vec<_>>().join(" "));
        groups(a).iter().any(|group| groups(b).contains(group))
    }

    #[test]
    fn synonyms_share_a_group() {
        assert!(share("truce", "ceasefires"));
        assert!(share("deployed", "send"));
        assert!(share("chief executive", "boss"));
        assert!(!share("truce", "helicopter"));
    }

    #[test]
    fn rare_words_say_more() {
        assert!(rarity("the") < rarity(&stem("government")));
        assert!(rarity(&stem("government")) < rarity("zugzwang"));
    }
}
