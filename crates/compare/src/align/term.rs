//! The terms of a stretch of text: what remains of it for comparison.

use crate::lexicon::{self, Group};
use corroborate_text::Span;

/// What kind of thing a term is; kinds weigh differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TermClass {
    /// A content word or a phrase of the synonym table.
    Word,
    /// A named thing. The same people appear in most sentences of a story, so it says little.
    Entity,
    /// A title before a name.
    Title,
    /// A figure, by its value.
    Figure,
    /// A date, by its value.
    Date,
}

impl TermClass {
    /// How much a match of such a term counts beside that of a word.
    pub(crate) fn weight(self) -> f64 {
        match self {
            Self::Word | Self::Figure => 1.0,
            Self::Entity | Self::Date => 0.6,
            Self::Title => 0.25,
        }
    }
}

/// One term, interned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Term {
    /// Equal for terms that are the same.
    pub(crate) key: u32,
    /// What kind of thing it is.
    pub(crate) class: TermClass,
    /// Where it stands in its account.
    pub(crate) span: Span,
    /// How much it says in general English.
    pub(crate) rarity: f64,
    /// How much it says, after all weights. Set once the whole story is read.
    pub(crate) weight: f64,
    /// The synonym groups it belongs to.
    pub(crate) groups: &'static [Group],
    /// A bit for each of its groups, some of which share one: terms without a common bit are no synonyms.
    pub(crate) kin: u64,
}

impl Term {
    /// A bit for its key, which others share: terms of different bits are not the same.
    pub(crate) const fn key_bit(&self) -> u64 {
        1 << (self.key % u64::BITS)
    }

    /// What an index finds it by: its own key, and each of its synonym groups.
    pub(crate) fn lookups(&self) -> impl Iterator<Item = u64> + use<> {
        let groups = self.groups.iter().map(|group| group.number() << 1 | 1);
        groups.chain([u64::from(self.key) << 1])
    }

    /// How well another term stands for this one: 1 for the same, less for a synonym, 0 for no relation.
    pub(crate) fn quality(&self, other: &Self) -> f64 {
        if self.key == other.key {
            return 1.0;
        }
        if self.kin & other.kin == 0 {
            return 0.0;
        }
        let mut best: f64 = 0.0;
        let (mut mine, mut theirs) = (self.groups, other.groups);
        // Both are sorted: one walk over the two finds what they share.
        while let (Some((a, rest_a)), Some((b, rest_b))) = (mine.split_first(), theirs.split_first()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => mine = rest_a,
                std::cmp::Ordering::Greater => theirs = rest_b,
                std::cmp::Ordering::Equal => {
                    best = best.max(a.quality());
                    (mine, theirs) = (rest_a, rest_b);
                }
            }
        }
        best
    }
}

/// The bits of some synonym groups.
pub(crate) fn kin(groups: &[Group]) -> u64 {
    groups.iter().fold(0, |bits, group| bits | 1 << (group.number() % u64::from(u64::BITS)))
}

/// The groups of a phrase that starts at the first of these stems, and how many stems it takes.
pub(crate) fn longest_phrase(stems: &[String]) -> Option<(String, usize)> {
    if !stems.first().is_some_and(|first| lexicon::opens_phrase(first)) {
        return None;
    }
    (2..=lexicon::LONGEST_PHRASE.min(stems.len())).rev().find_map(|length| {
        let phrase = stems.get(..length)?.join(" ");
        lexicon::is_phrase(&phrase).then_some((phrase, length))
    })
}
