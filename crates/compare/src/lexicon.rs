//! What words mean to the comparison: which say the same, which say nothing, and how common each is.

use corroborate_text::{fold, stem};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// How far two words that are not the same stem may stand for each other, in 0..=1.
const NEWS_SYNONYM: f64 = 0.9;
const WORDNET_SYNONYM: f64 = 0.55;

/// Longest phrase of the synonym table, in words.
pub(crate) const LONGEST_PHRASE: usize = 5;

/// A group of words that stand for each other, and how well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    STOPWORDS.contains(folded)
}

/// The groups that a stem, or a phrase of stems joined by blanks, belongs to, sorted.
pub(crate) fn groups(stems: &str) -> &'static [Group] {
    GROUPS.get(stems).map_or(&[], Vec::as_slice)
}

/// Whether a phrase of stems joined by blanks is in the synonym table.
pub(crate) fn is_phrase(stems: &str) -> bool {
    stems.contains(' ') && GROUPS.contains_key(stems)
}

/// Whether a stem is the first of a phrase of the synonym table.
pub(crate) fn opens_phrase(stem: &str) -> bool {
    OPENERS.contains(stem)
}

/// How much a stem says in general English: the logarithm of how rarely a sentence holds it.
///
/// 0 for a word in every sentence, about 9 for one never met.
pub(crate) fn rarity(stem: &str) -> f64 {
    let met = BACKGROUND.counts.get(stem).copied().unwrap_or(0);
    ((BACKGROUND.sentences + 1.0) / (f64::from(met) + 0.5)).ln()
}

/// The stems of a phrase, joined by blanks.
fn stems(phrase: &str) -> String {
    let folded = fold(phrase);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(stem).collect::<Vec<_>>().join(" ")
}

static STOPWORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/stopwords.txt").lines().collect());

static GROUPS: LazyLock<HashMap<String, Vec<Group>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<Group>> = HashMap::new();
    let mut id = 0;
    let news = include_str!("../data/news-synonyms.tsv").lines().map(|line| (true, line));
    // The first field of WordNet's rows is the part of speech.
    let wordnet = include_str!("../data/wordnet.tsv").lines().filter_map(|line| line.split_once('\t'));
    for (news, line) in news.chain(wordnet.map(|(_, words)| (false, words))) {
        if line.starts_with('#') {
            continue;
        }
        id += 1;
        for phrase in line.split('\t') {
            let groups = table.entry(stems(phrase)).or_default();
            let group = Group { id, news };
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
    }
    for groups in table.values_mut() {
        groups.sort_unstable();
    }
    table
});

static OPENERS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| GROUPS.keys().filter_map(|phrase| Some(phrase.split_once(' ')?.0)).collect());

struct Background {
    sentences: f64,
    counts: HashMap<String, u32>,
}

static BACKGROUND: LazyLock<Background> = LazyLock::new(|| {
    let mut background = Background { sentences: 1.0, counts: HashMap::new() };
    for line in include_str!("../data/background.tsv").lines() {
        let Some((word, count)) = line.split_once('\t') else { continue };
        let count: u32 = count.parse().unwrap_or(0);
        if word == "#" {
            background.sentences = f64::from(count);
        } else {
            *background.counts.entry(stem(word)).or_default() += count;
        }
    }
    background
});

#[cfg(test)]
mod tests {
    use super::*;

    fn share(a: &str, b: &str) -> bool {
        groups(&stems(a)).iter().any(|group| groups(&stems(b)).contains(group))
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
