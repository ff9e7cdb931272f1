//! Differences of wording between versions of one quotation.

use super::opposite::are_opposites;
use super::phrase::spaced;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::QuoteFamily;
use crate::family::{FamilyRelation, gaps, replaced};
use crate::lexicon;
use crate::story::Story;
use corroborate_text::{fold, rows, sentences, stem, tokens};
use rustc_hash::FxHashSet;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// One difference for every family whose words were altered, spliced or paraphrased.
pub(crate) fn find(story: &Story, families: &[QuoteFamily]) -> Vec<Difference> {
    families.iter().filter_map(|family| of(story, family)).collect()
}

fn of(story: &Story, family: &QuoteFamily) -> Option<Difference> {
    let (relation, rule, why) = match family.relation {
        FamilyRelation::Altered if is_reversed(story, family) => (
            DifferenceRelation::Conflict,
            "quote.reversed",
            "a word that turns the sense around stands in one and not in the other",
        ),
        FamilyRelation::Altered if is_replaced(story, family) => (
            DifferenceRelation::Conflict,
            "quote.replaced",
            "a word of one stands in the other in the place of another, and they do not mean the same",
        ),
        FamilyRelation::Altered => {
            (DifferenceRelation::Wording, "quote.altered", "words inside the quotation marks differ")
        }
        FamilyRelation::Spliced if joins_anew(story, family) => (
            DifferenceRelation::Conflict,
            "quote.spliced",
            "parts that stand apart in one are joined in the other",
        ),
        FamilyRelation::Spliced => (
            DifferenceRelation::Wording,
            "quote.shortened",
            "words from the middle of one are left out in the other without a mark",
        ),
        FamilyRelation::Paraphrased => (
            DifferenceRelation::Wording,
            "quote.paraphrased",
            "one quotes what the other gives in its own words",
        ),
        FamilyRelation::Verbatim | FamilyRelation::Truncated | FamilyRelation::Reattributed => return None,
    };
    let mut sides: Vec<(String, Side)> = Vec::new();
    for &place in &family.versions {
        let words = story.shown(place);
        let key = fold(words.trim_matches(|c: char| !c.is_alphanumeric()));
        match sides.iter_mut().find(|(other, _)| *other == key) {
            Some((_, side)) => side.evidence.push(place),
            None => sides.push((key, Side { value: words, evidence: vec![place] })),
        }
    }
    if sides.len() < 2 {
        return None;
    }
    let speaker = family.speaker_name.clone().unwrap_or_else(|| "an unnamed speaker".to_owned());
    Some(Difference {
        kind: DifferenceKind::Quote,
        relation,
        subject: format!("{speaker}’s words"),
        sides: sides.into_iter().map(|(_, side)| side).collect(),
        rule,
        explanation: format!("Versions of what {speaker} said: {why}."),
        claim: None,
    })
}

/// Whether two versions differ in one place only, where each has words that say something and none of the one means
/// what one of the other does.
fn is_replaced(story: &Story, family: &QuoteFamily) -> bool {
    let versions = &family.versions;
    versions.iter().enumerate().any(|(at, &a)| {
        versions.iter().skip(at + 1).any(|&b| {
            let found = replaced(story.words(a), story.words(b));
            let [(left, right)] = found.as_slice() else { return false };
            let short = left.len().max(right.len()) <= MOST_REPLACED;
            let (x, y) = (content(&left.join(" ")), content(&right.join(" ")));
            let kin = x.iter().any(|word| y.iter().any(|other| means(word, other)));
            short && !x.is_empty() && !y.is_empty() && !kin
        })
    })
}

/// Most words of a version that stand in the place of others.
const MOST_REPLACED: usize = 5;

/// The stems of the words that say something.
pub(super) fn content(words: &str) -> Vec<String> {
    let folded = spaced(words);
    folded.split_whitespace().filter(|word| !lexicon::is_stopword(word)).map(stem).collect()
}

/// Whether two stems are one, or stand for words that mean the same.
pub(super) fn means(a: &str, b: &str) -> bool {
    a == b || lexicon::groups(a).iter().any(|group| lexicon::groups(b).contains(group))
}

/// Whether a splice makes one statement of two, or leaves out what turns the sense.
fn joins_anew(story: &Story, family: &QuoteFamily) -> bool {
    let longest = family.versions.iter().copied().max_by_key(|place| place.span.len());
    let whole = longest.map_or("", |place| story.words(place));
    let turning =
        |word: &String| REVERSALS.contains(word.as_str()) || word.ends_with("n't") || word.ends_with("n’t");
    family.versions.iter().any(|&place| {
        gaps(whole, story.words(place)).iter().any(|gap| gap.crosses || gap.words.iter().any(turning))
    })
}

/// Whether two versions of an altered utterance that share their words otherwise differ in one that turns the sense:
/// `not`, `nobody`, `all`.
fn is_reversed(story: &Story, family: &QuoteFamily) -> bool {
    let texts: BTreeSet<&str> = family.versions.iter().map(|&place| story.words(place)).collect();
    let words: Vec<Counted> = texts.into_iter().map(Counted::of).collect();
    words.iter().enumerate().any(|(at, a)| {
        words.iter().skip(at + 1).any(|b| {
            // Of long versions each sentence is held against those of the other.
            let sentences = || a.sentences.iter().flat_map(|x| b.sentences.iter().map(move |y| (x, y)));
            turns(&a.whole, &b.whole) || sentences().any(|(x, y)| turns(x, y) && shares(x, y))
        })
    })
}

/// Whether nearly all words of the shorter version stand in the longer one, but for words that turn the sense.
fn turns(a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>) -> bool {
    let size = |words: &BTreeMap<String, usize>| words.values().sum::<usize>();
    let (long, short) = if size(a) >= size(b) { (a, b) } else { (b, a) };
    let beyond = |from: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>| -> Vec<String> {
        let more = |(word, count): (&String, &usize)| {
            (*count > other.get(word).copied().unwrap_or(0)).then(|| word.clone())
        };
        from.iter().filter_map(more).collect()
    };
    let (extra, missing) = (beyond(long, short), beyond(short, long));
    let turning = |words: &[String]| words.iter().filter(|word| REVERSALS.contains(word.as_str())).count();
    let others = extra.len() + missing.len() - turning(&extra) - turning(&missing);
    if others > MOST_TURNED {
        return false;
    }
    // `The easiest letter` for `the hardest letter`.
    if extra.iter().any(|word| missing.iter().any(|other| are_opposites(word, other))) {
        return true;
    }
    turning(&extra) != turning(&missing) && others <= MOST_OTHERS
        || turning(&extra) == 1 && turning(&missing) == 1 && others <= MOST_OTHERS
}

/// Most other words that may differ between two versions of which one turns the sense of the other.
const MOST_OTHERS: usize = 2;
/// The same where a word and its opposite are among them.
const MOST_TURNED: usize = 4;

/// Whether two sentences have enough words in common to be versions of one.
fn shares(a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>) -> bool {
    a.keys().filter(|word| b.contains_key(*word)).count() >= LEAST_SHARED
}

/// Fewest words that two versions of a sentence share.
const LEAST_SHARED: usize = 3;

/// The words of a version and how often each stands there, in all and by sentence.
struct Counted {
    whole: BTreeMap<String, usize>,
    sentences: Vec<BTreeMap<String, usize>>,
}

impl Counted {
    fn of(text: &str) -> Self {
        let sentences = sentences(text).into_iter().map(|span| counts(span.of(text))).collect();
        Self { whole: counts(text), sentences }
    }
}

fn counts(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for token in tokens(text) {
        let word = fold(token.span.of(text));
        let negated = word.ends_with("n't") || word.ends_with("n’t");
        let word = if negated { "not".to_owned() } else { word };
        // `We did not sell them`, `we sold them`: the auxiliary comes with the negation.
        let auxiliary = matches!(word.as_str(), "do" | "does" | "did");
        if word.chars().any(char::is_alphanumeric) && !auxiliary {
            *found.entry(word).or_default() += 1;
        }
    }
    found
}

/// Words that turn a sentence into its opposite when they come or go.
pub(super) static REVERSALS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/reversals.txt")).collect());
