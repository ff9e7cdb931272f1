//! The terms of a stretch of text: what remains of it for comparison.

use super::amount::Amount;
use crate::lexicon::{self, Group};
use corroborate_text::Span;
use rustc_hash::{FxHashMap, FxHashSet};

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
    /// The synonym groups it belongs to; none where no other term of the story belongs to any of them.
    pub(crate) groups: &'static [Group],
    /// A bit for each of its groups that another term of the story belongs to, some of which share one: terms without
    /// a common bit are no synonyms. Set once the whole story is read.
    pub(crate) kin: u64,
    /// What it comes to, if it is a figure or an hour.
    pub(crate) amount: Option<Amount>,
}

/// The bit of [`Term::kin`] that all terms with an amount have.
pub(super) const AMOUNTS: u64 = 1 << (u64::BITS - 1);

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

    /// Whether one of some terms is this one or a synonym of it.
    pub(crate) fn is_among(&self, terms: &[Self]) -> bool {
        terms.iter().any(|other| self.quality(other) > 0.0)
    }

    /// Whether one of some terms is this one or stands for it in the language of news.
    pub(crate) fn is_closely_among(&self, terms: &[Self]) -> bool {
        terms.iter().any(|other| self.quality(other) > 0.8)
    }

    /// How well another term stands for this one: 1 for the same, less for a synonym or a figure near to it, 0 for no
    /// relation.
    pub(crate) fn quality(&self, other: &Self) -> f64 {
        if self.key == other.key {
            return 1.0;
        }
        if self.kin & other.kin == 0 {
            return 0.0;
        }
        if let (Some(mine), Some(theirs)) = (self.amount, other.amount) {
            return mine.nearness(theirs);
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

/// The terms of a story by what they stand for.
#[derive(Default)]
pub(crate) struct Terms {
    /// The number of each key.
    pub(crate) keys: FxHashMap<String, u32>,
    senses: Vec<Sense>,
}

/// What is known of a key wherever it stands. Words and titles have it from their stem alike; no stem is the key of
/// anything else.
#[derive(Clone, Copy)]
struct Sense {
    rarity: f64,
    groups: &'static [Group],
}

impl Terms {
    pub(crate) fn term(&mut self, key: &str, class: TermClass, span: Span) -> Term {
        let number = match self.keys.get(key) {
            Some(&number) => number,
            None => self.add(key, class),
        };
        let unknown = Sense { rarity: 0.0, groups: &[] };
        let Sense { rarity, groups } = self.senses.get(number as usize).copied().unwrap_or(unknown);
        Term { key: number, class, span, rarity, weight: rarity, groups, kin: 0, amount: None }
    }

    /// For each key the bits of those of its groups that another key belongs to.
    ///
    /// Few are: a word has some five groups, and most of its synonyms stand in no account.
    pub(crate) fn kin(&self) -> Vec<u64> {
        let mut bits: FxHashMap<Group, u64> = FxHashMap::default();
        let mut met: FxHashSet<Group> = FxHashSet::default();
        for &group in self.senses.iter().flat_map(|sense| sense.groups) {
            if !met.insert(group) {
                let next = bits.len() as u32 % u64::BITS;
                bits.entry(group).or_insert(1 << next);
            }
        }
        let kin =
            |sense: &Sense| sense.groups.iter().filter_map(|group| bits.get(group)).fold(0, |a, b| a | b);
        self.senses.iter().map(kin).collect()
    }

    fn add(&mut self, key: &str, class: TermClass) -> u32 {
        let rarity = match class {
            TermClass::Word | TermClass::Title => lexicon::rarity(key),
            TermClass::Entity => 6.0,
            TermClass::Figure => figure_rarity(key),
            TermClass::Date => 7.0,
        };
        let groups = lexicon::groups(key);
        let number = u32::try_from(self.senses.len()).unwrap_or(u32::MAX);
        self.senses.push(Sense { rarity, groups });
        self.keys.insert(key.to_owned(), number);
        number
    }
}

/// How much a figure says by itself: one of a few units or things is met everywhere, 4,217 hardly twice.
fn figure_rarity(key: &str) -> f64 {
    let digits = key.chars().filter(char::is_ascii_digit).collect::<String>();
    match digits.trim_end_matches('0').len() {
        0 | 1 => 5.0,
        2 => 7.0,
        _ => 8.5,
    }
}

/// The longest phrase of the synonym table that starts at the first of these stems, and how many stems it takes.
pub(crate) fn longest_phrase(stems: &[&str]) -> Option<(String, usize)> {
    let stems = stems.get(..lexicon::LONGEST_PHRASE).unwrap_or(stems);
    let all = stems.join(" ");
    let mut phrase = all.as_str();
    for (last, stem) in stems.iter().enumerate().skip(1).rev() {
        if lexicon::is_phrase(phrase) {
            return Some((phrase.to_owned(), last + 1));
        }
        phrase = phrase.get(..phrase.len() - stem.len() - 1)?;
    }
    None
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use corroborate_text::stem;

    pub(in super::super) fn term(key: u32, class: TermClass, weight: f64) -> Term {
        Term { key, class, span: Span::empty(0), rarity: weight, weight, groups: &[], kin: 0, amount: None }
    }

    /// Two words of one meaning, of weight 2 each.
    pub(in super::super) fn synonyms() -> [Term; 2] {
        let groups = |word: &str| lexicon::groups(&stem(word));
        [(700, "truce"), (701, "ceasefire")].map(|(key, word)| Term {
            groups: groups(word),
            kin: 1,
            ..term(key, TermClass::Word, 2.0)
        })
    }

    #[test]
    fn how_well_one_word_stands_for_another() {
        let [truce, ceasefire] = synonyms();
        assert!(truce.quality(&ceasefire) > 0.5 && truce.quality(&ceasefire) < 1.0);
        assert!((truce.quality(&ceasefire) - ceasefire.quality(&truce)).abs() < 1e-12);
        assert!((truce.quality(&truce) - 1.0).abs() < 1e-12);
        let other = Term { key: 702, groups: lexicon::groups(&stem("helicopter")), ..truce };
        assert!(other.quality(&truce) == 0.0 && truce.quality(&other) == 0.0);
    }

    #[test]
    fn an_index_brings_together_the_same_words_and_synonyms_and_nothing_else() {
        let [truce, ceasefire] = synonyms();
        let meet = |a: &Term, b: &Term| a.lookups().any(|key| b.lookups().any(|other| other == key));
        assert!(meet(&truce, &ceasefire));
        let plain = |key| term(key, TermClass::Word, 1.0);
        assert!(meet(&plain(5), &plain(5)) && !meet(&plain(5), &plain(6)));
        // The number of a group is no key of a word.
        let numbers = truce.groups.iter().filter_map(|group| u32::try_from(group.number()).ok());
        assert!(numbers.clone().count() > 0);
        for number in numbers {
            assert!(!meet(&truce, &plain(number)) && !meet(&truce, &plain(number << 1 | 1)), "{number}");
        }
    }

    #[test]
    fn only_terms_that_share_a_group_are_kin() {
        let mut terms = Terms::default();
        let stems = ["truce", "helicopter", "ceasefire", "boss", "chief execut"]
            .map(|word| if word.contains(' ') { word.to_owned() } else { stem(word) });
        let found = stems.each_ref().map(|stem| terms.term(stem, TermClass::Word, Span::empty(0)));
        let kin = terms.kin();
        let of = |at: usize| kin[found[at].key as usize];
        assert!(of(0) & of(2) != 0, "{kin:?}");
        assert!(of(3) & of(4) != 0, "{kin:?}");
        assert_eq!(of(1), 0, "no other word of this story means the same");
        assert_eq!(of(0) & of(3), 0, "{kin:?}");
        // A key has one number.
        assert_eq!(terms.term(&stems[2], TermClass::Word, Span::empty(0)).key, found[2].key);
    }

    #[test]
    fn a_figure_of_many_digits_says_more_than_a_round_one() {
        assert!(figure_rarity("#3") < figure_rarity("#31") && figure_rarity("#31") < figure_rarity("#317"));
        assert!(figure_rarity("#3000").total_cmp(&figure_rarity("#3")).is_eq());
        let mut terms = Terms::default();
        let mut rarity = |key: &str, class| terms.term(key, class, Span::empty(0)).rarity;
        assert!(rarity("#4217", TermClass::Figure) > rarity("#2", TermClass::Figure));
        assert!(rarity(&stem("zugzwang"), TermClass::Word) > rarity(&stem("government"), TermClass::Word));
    }

    #[test]
    fn phrases_of_one_meaning_are_taken_whole() {
        let stems: Vec<String> = ["chief", "executive", "of", "trains"].map(stem).into();
        let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
        assert_eq!(longest_phrase(&stems).map(|(_, length)| length), Some(2));
        assert_eq!(longest_phrase(&stems).map(|(phrase, _)| phrase), Some(stems[..2].join(" ")));
        assert_eq!(longest_phrase(&stems[1..]), None);
        assert_eq!(longest_phrase(&[]), None);
    }
}
