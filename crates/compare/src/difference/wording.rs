//! Differences of wording between versions of one quotation.

use super::opposite::are_opposites;
use super::phrase::spaced;
use super::sides::sides;
use super::{Difference, DifferenceKind, DifferenceRelation};
use crate::family::{FamilyRelation, gaps, replaced};
use crate::lexicon;
use crate::pairs::pairs;
use crate::story::Story;
use crate::{Place, QuoteFamily};
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
        FamilyRelation::Truncated => return cut(story, family),
        FamilyRelation::Verbatim | FamilyRelation::Reattributed => return None,
    };
    difference(story, family, &family.versions, relation, rule, why)
}

/// Versions that end where a sentence of the longest one goes on with something to say, as though it ended there.
fn cut(story: &Story, family: &QuoteFamily) -> Option<Difference> {
    let longest = family.versions.iter().copied().max_by_key(|place| place.span.len())?;
    let is_cut = |place: &&Place| {
        let left = cut_off(story.words(longest), story.words(**place));
        left.is_some_and(|left| !goes_on(story, **place, &left))
    };
    let mut versions: Vec<Place> = family.versions.iter().filter(is_cut).copied().collect();
    if versions.is_empty() {
        return None;
    }
    versions.push(longest);
    let why = "one ends before the sentence does, without a mark";
    difference(story, family, &versions, DifferenceRelation::Wording, "quote.cut", why)
}

/// The folded words that a sentence has left where a version ends that began with it, if they say something.
fn cut_off(whole: &str, version: &str) -> Option<Vec<String>> {
    let sentence =
        sentences(whole).into_iter().map(|span| span.of(whole)).find(|whole| is_prefix(whole, version))?;
    let words = |text: &str| -> Vec<String> { spaced(text).split_whitespace().map(str::to_owned).collect() };
    let left = words(sentence).split_off(words(version).len());
    let says = left.iter().filter(|word| !lexicon::is_stopword(word)).count();
    let marked = version.trim_end().ends_with(['…', '—', '–']) || version.trim_end().ends_with("...");
    (!marked && words(version).len() >= LEAST_CUT && left.len() >= LEAST_LEFT && says > 0).then_some(left)
}

/// Whether a sentence begins with the words of a version, whatever marks part them.
fn is_prefix(sentence: &str, version: &str) -> bool {
    spaced(sentence).starts_with(&*spaced(version))
}

/// Whether the account of a version gives the words left as well, in marks of their own: `“It is over,” he said, “and
/// we know it.”`
fn goes_on(story: &Story, version: Place, left: &[String]) -> bool {
    let next = left.iter().take(LEAST_LEFT).cloned().collect::<Vec<_>>().join(" ");
    spaced(story.text(version.account)).contains(&format!(" {next} "))
}

/// Fewest words of a version that ends too early, and of what it leaves out.
const LEAST_CUT: usize = 4;
const LEAST_LEFT: usize = 3;

fn difference(
    story: &Story,
    family: &QuoteFamily,
    versions: &[Place],
    relation: DifferenceRelation,
    rule: &'static str,
    why: &str,
) -> Option<Difference> {
    let sides = sides(story, versions, |words| fold(words.trim_matches(|c: char| !c.is_alphanumeric())));
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
    pairs(&family.versions).any(|(&a, &b)| {
        let found = replaced(story.words(a), story.words(b));
        let [(left, right)] = found.as_slice() else { return false };
        let short = left.len().max(right.len()) <= MOST_REPLACED;
        let (x, y) = (content(&left.join(" ")), content(&right.join(" ")));
        let kin = x.iter().any(|word| y.iter().any(|other| means(word, other)));
        short && !x.is_empty() && !y.is_empty() && !kin
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
    pairs(&words).any(|(a, b)| {
        // Of long versions each sentence is held against those of the other.
        let sentences = || a.sentences.iter().flat_map(|x| b.sentences.iter().map(move |y| (x, y)));
        turns(&a.whole, &b.whole) || sentences().any(|(x, y)| turns(x, y) && shares(x, y))
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
    others <= MOST_OTHERS && (turning(&extra) != turning(&missing) || turning(&extra) == 1)
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
        // `This is no film`, `this is not a film`; `I never want to`, `I do not want to`.
        let word = if negated || matches!(word.as_str(), "no" | "never") { "not".to_owned() } else { word };
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
