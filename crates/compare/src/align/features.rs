//! What speaks for two sentences saying the same, in numbers.

use super::partners::{Partners, around, margins};
use super::{Overlap, TermClass, Unit, Units, overlap};

/// Two sentences of different accounts and what they share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) a: usize,
    pub(super) b: usize,
    shared: Shared,
}

/// What two sentences share: it depends on their terms alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared {
    whole: Overlap,
    clause: Overlap,
    same: Same,
}

/// Numbers of the first look at a pair: what the two share, and how the pair stands among others.
pub(super) const FIRST: usize = 27;

/// Numbers of the second look: what the first look said of this pair and of those around it, and the first numbers.
pub(super) const SECOND: usize = FIRST + 8;

/// Names of the numbers, in the order of the rows of `data/alignment.tsv`: those of the second look first.
pub(super) const NAMES: [&str; SECOND] = [
    "likely",
    "over-rival-a",
    "over-rival-b",
    "rival",
    "third",
    "other-third",
    "parallel-likely",
    "beside-likely",
    "ratio",
    "clause",
    "margins",
    "lesser-margin",
    "greater-margin",
    "lesser-leads",
    "greater-leads",
    "parallel",
    "beside",
    "place",
    "matched",
    "content",
    "clause-matched",
    "less",
    "more",
    "names",
    "figures",
    "dates",
    "words",
    "synonyms",
    "rarest",
    "share-of-less",
    "share-of-more",
    "share-of-clause",
    "content-share",
    "voice",
    "leads",
];

/// Fewest matched weight for two sentences to be looked at closely: a rare word or two common ones.
const LEAST_MATCH: f64 = 2.0;

impl Pair {
    pub(super) const fn new(a: usize, b: usize, shared: Shared) -> Self {
        Self { a, b, shared }
    }

    fn base(&self) -> f64 {
        f64::midpoint(self.shared.whole.ratio(), self.shared.clause.ratio())
    }
}

impl Shared {
    /// What two sentences share, where it is enough to look at them.
    pub(super) fn of(units: &Units, a: usize, b: usize) -> Option<Self> {
        let (first, second) = (units.units.get(a)?, units.units.get(b)?);
        let whole = overlap(&first.terms, &second.terms);
        if whole.matched < LEAST_MATCH || whole.content <= 0.0 {
            return None;
        }
        let better = |x: Overlap, y: Overlap| if y.ratio() > x.ratio() { y } else { x };
        let clause = if units.is_one_clause(first) && units.is_one_clause(second) {
            whole
        } else {
            cross(units, a, b).map(|(_, _, shared)| shared).fold(Overlap::default(), better)
        };
        Some(Self { whole, clause, same: Same::of(first, second) })
    }
}

/// Every clause of one sentence against every clause of another.
pub(super) fn cross(units: &Units, a: usize, b: usize) -> impl Iterator<Item = (usize, usize, Overlap)> + '_ {
    let range = |unit: usize| units.units.get(unit).map_or(0..0, |unit| unit.clauses.clone());
    range(a).flat_map(move |x| {
        range(b).filter_map(move |y| {
            let (first, second) = (units.clauses.get(x)?, units.clauses.get(y)?);
            Some((x, y, overlap(&first.terms, &second.terms)))
        })
    })
}

/// The numbers of the first look for each pair. The pairs come in the order of their sentences.
pub(super) fn first(units: &Units, pairs: &[Pair]) -> Vec<[f64; FIRST]> {
    let bases: Vec<f64> = pairs.iter().map(Pair::base).collect();
    let partners = Partners::new(units, pairs);
    let margins = margins(units, pairs, &bases, &partners);
    let around = around(units, pairs, &bases);
    let rows = pairs.iter().zip(margins).zip(around);
    rows.map(|((pair, over), around)| first_of(units, pair, over, around).unwrap_or([0.0; FIRST])).collect()
}

/// `[x, y]`: by how much the pair is better than the best other pair of either sentence with the other's account.
fn first_of(
    units: &Units,
    pair: &Pair,
    [x, y]: [f64; 2],
    (parallel, beside): (f64, f64),
) -> Option<[f64; FIRST]> {
    let (a, b) = (units.units.get(pair.a)?, units.units.get(pair.b)?);
    let (lesser, greater) = (x.min(y), x.max(y));
    let Shared { whole, clause, same } = pair.shared;
    let leads = |margin: f64| if margin > 0.0 { 1.0 } else { 0.0 };
    Some([
        whole.ratio(),
        clause.ratio(),
        x + y,
        lesser,
        greater,
        leads(lesser),
        leads(greater),
        parallel,
        beside,
        (a.place - b.place).abs(),
        whole.matched.ln_1p(),
        whole.content.ln_1p(),
        clause.matched.ln_1p(),
        whole.less.ln_1p(),
        whole.more.ln_1p(),
        same.names.min(3.0),
        same.figures.min(2.0),
        same.dates.min(2.0),
        same.words.min(6.0),
        same.synonyms.min(4.0),
        same.rarest,
        whole.matched / (whole.matched + whole.less + 1.0),
        whole.matched / (whole.matched + whole.more + 1.0),
        clause.matched / (clause.matched + clause.less + 1.0),
        whole.content / (whole.matched + 0.1),
        match (a.voice, b.voice) {
            (Some(x), Some(y)) if x == y => 1.0,
            (Some(_), Some(_)) => -1.0,
            _ => 0.0,
        },
        if a.place == 0.0 && b.place == 0.0 { 1.0 } else { 0.0 },
    ])
}

/// Terms that two sentences share, by class.
#[derive(Clone, Copy, Debug, Default)]
struct Same {
    names: f64,
    figures: f64,
    dates: f64,
    words: f64,
    synonyms: f64,
    /// Weight of the rarest shared word.
    rarest: f64,
}

impl Same {
    fn of(a: &Unit, b: &Unit) -> Self {
        let mut found = Self::default();
        let (keys, kin) =
            b.terms.iter().fold((0, 0), |(keys, kin), term| (keys | term.key_bit(), kin | term.kin));
        for term in &a.terms {
            let same = term.key_bit() & keys != 0 && b.terms.iter().any(|other| other.key == term.key);
            match term.class {
                TermClass::Entity if same => found.names += 1.0,
                TermClass::Figure if same => found.figures += 1.0,
                TermClass::Date if same => found.dates += 1.0,
                TermClass::Word if same => {
                    found.words += 1.0;
                    found.rarest = found.rarest.max(term.weight);
                }
                TermClass::Word if term.kin & kin != 0 && term.is_among(&b.terms) => {
                    found.synonyms += 1.0;
                }
                _ => {}
            }
        }
        found
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::term::tests::{synonyms, term};
    use super::super::{Clause, Term};
    use super::*;
    use corroborate_text::Span;

    /// Accounts of so many sentences without words.
    pub(in super::super) fn units(sizes: &[usize]) -> Units {
        let accounts = sizes
            .iter()
            .enumerate()
            .flat_map(|(account, &size)| (0..size).map(move |at| (account, at, size)));
        let unit = |(account, at, size): (usize, usize, usize)| Unit {
            account,
            span: Span::empty(at),
            terms: Vec::new(),
            clauses: 0..0,
            place: at as f64 / size as f64,
            voice: None,
            echoes: Vec::new(),
        };
        let mut found = Units::default();
        found.units = accounts.map(unit).collect();
        found.events = vec![0; sizes.len()];
        found
    }

    /// Those pairs of sentences of different accounts, in order, for which there is a value, and their values.
    pub(in super::super) fn pairs(units: &Units, values: &[Option<f64>]) -> (Vec<Pair>, Vec<f64>) {
        let all = units.units.iter().enumerate();
        let all = all.clone().flat_map(|(a, x)| all.clone().map(move |(b, y)| (a, b, x.account < y.account)));
        let apart = all.filter(|(.., apart)| *apart).zip(values);
        let shared = Shared { whole: Overlap::default(), clause: Overlap::default(), same: Same::default() };
        apart.filter_map(|((a, b, _), value)| Some((Pair::new(a, b, shared), (*value)?))).unzip()
    }

    /// Accounts of one sentence each, each sentence in these clauses.
    fn story(sentences: &[&[&[Term]]]) -> Units {
        let mut units = units(&vec![1; sentences.len()]);
        for (at, (unit, clauses)) in units.units.iter_mut().zip(sentences).enumerate() {
            unit.terms = clauses.concat();
            unit.clauses = units.clauses.len()..units.clauses.len() + clauses.len();
            units.clauses.extend(clauses.iter().map(|terms| Clause {
                unit: at,
                span: Span::empty(0),
                terms: terms.to_vec(),
                statement: None,
            }));
        }
        units
    }

    fn numbers(units: &Units, voices: [Option<usize>; 2]) -> impl Fn(&str) -> f64 + use<> {
        let mut units = units.clone();
        for (unit, voice) in units.units.iter_mut().zip(voices) {
            unit.voice = voice;
        }
        let shared = Shared::of(&units, 0, 1).expect("enough in common");
        let rows = first(&units, &[Pair::new(0, 1, shared)]);
        move |name| {
            let at = NAMES.iter().position(|known| *known == name).expect("a name");
            rows[0][at - (SECOND - FIRST)]
        }
    }

    fn word(key: u32, weight: f64) -> Term {
        term(key, TermClass::Word, weight)
    }

    #[test]
    fn what_two_sentences_share_by_class() {
        let [truce, ceasefire] = synonyms();
        let common = [
            term(1, TermClass::Entity, 1.0),
            term(2, TermClass::Figure, 3.0),
            term(3, TermClass::Figure, 2.0),
            term(4, TermClass::Date, 2.5),
            word(5, 4.0),
            word(6, 1.5),
        ];
        let a = [&common[..], &[truce, word(8, 9.0)]].concat();
        let b = [&common[..], &[ceasefire, word(9, 2.0)]].concat();
        let number = numbers(&story(&[&[&a], &[&b]]), [None, None]);
        assert_eq!(
            ["names", "figures", "dates", "words", "synonyms"].map(&number),
            [1.0, 2.0, 1.0, 2.0, 1.0]
        );
        assert_eq!((number("rarest"), number("voice"), number("leads")), (4.0, 0.0, 1.0));
        let matched = 14.0 + 2.0 * truce.quality(&ceasefire);
        assert!((number("matched") - matched.ln_1p()).abs() < 1e-9);
        assert!((number("content") - (matched - 1.0).ln_1p()).abs() < 1e-9);
        assert!((number("content-share") - (matched - 1.0) / (matched + 0.1)).abs() < 1e-9);
        assert!(number("share-of-less") > number("share-of-more"));
        let rest = |name: &str| number(name).exp_m1();
        assert!(
            (rest("less") + rest("more") - 11.0 - 2.0 * (2.0 - 2.0 * truce.quality(&ceasefire))).abs() < 1e-9
        );
    }

    #[test]
    fn whose_words_two_sentences_are() {
        let story = story(&[&[&[word(1, 5.0)]], &[&[word(1, 5.0)]]]);
        let voice = |voices| numbers(&story, voices)("voice");
        assert_eq!(voice([Some(3), Some(3)]), 1.0);
        assert_eq!(voice([Some(3), Some(4)]), -1.0);
        assert_eq!((voice([Some(3), None]), voice([None, Some(3)])), (0.0, 0.0));
    }

    #[test]
    fn where_two_sentences_stand() {
        let mut story = story(&[&[&[word(1, 5.0)]], &[&[word(1, 5.0)]]]);
        story.units[0].place = 0.25;
        let number = numbers(&story, [None, None]);
        assert_eq!((number("place"), number("leads")), (0.25, 0.0));
        story.units[1].place = 0.75;
        let number = numbers(&story, [None, None]);
        assert_eq!((number("place"), number("leads")), (0.5, 0.0));
        story.units[0].place = 0.0;
        assert_eq!(numbers(&story, [None, None])("leads"), 0.0);
    }

    #[test]
    fn the_best_clauses_of_two_sentences_count() {
        let (own, common, other) = (word(1, 6.0), word(2, 3.0), word(3, 8.0));
        let number = numbers(&story(&[&[&[own], &[common]], &[&[other], &[common]]]), [None, None]);
        assert!((number("clause") - 3.0 / 5.0).abs() < 1e-9);
        assert!((number("clause-matched") - 3.0_f64.ln_1p()).abs() < 1e-9);
        assert!((number("share-of-clause") - 3.0 / 4.0).abs() < 1e-9);
        assert!(number("ratio") < number("clause"));
    }

    #[test]
    fn a_name_or_one_common_word_is_too_little_to_look_at() {
        let enough = |terms: &[Term]| Shared::of(&story(&[&[terms], &[terms]]), 0, 1).is_some();
        assert!(enough(&[word(1, 2.0)]) && enough(&[word(1, 1.0), word(2, 1.0)]));
        assert!(!enough(&[word(1, 1.9)]));
        assert!(!enough(&[term(1, TermClass::Entity, 5.0), term(2, TermClass::Title, 5.0)]));
    }
}
