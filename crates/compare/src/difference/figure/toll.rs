//! Tolls: people counted by what has happened to them.
//!
//! `Six hikers were hurt`, `90 others hurt`, `the hurt number 104`: what is counted is not the noun but the
//! injured, wherever in the clause the word for it stands.

use super::{Figure, GENERIC};
use crate::Place;
use crate::difference::phrase;
use crate::lexicon;
use crate::story::Story;
use corroborate_quantity::{QuantityKind, annotate};
use corroborate_temporal::{Civil, Precision};
use corroborate_text::{Span, rows, stem};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Mark before the name of a toll, which tells it from the stem of a noun.
const MARK: char = '!';

/// Counts people by what has happened to them, where the noun says no more than that they are people.
pub(super) fn count(story: &Story, figures: &mut [Figure]) {
    let mut numbers: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for figure in figures.iter() {
        numbers.entry(figure.clause).or_default().push(figure.quantity.span);
    }
    // The latest year of a story stands in for that of an account without a date.
    let latest =
        (0..story.accounts.len()).filter_map(|account| story.published(account)).map(Civil::year).max();
    for figure in figures {
        figure.past = is_history(story, story.place(figure.clause), latest);
        let quantity = figure.quantity;
        let whole = quantity.nominal.is_some_and(|value| value.fract() == 0.0);
        let counts = quantity.kind == QuantityKind::Count;
        if counts && let Some(toll) = figure.counted.as_deref().and_then(names) {
            figure.counted = Some(key(toll));
            continue;
        }
        let people = |counted: &str| GENERIC.contains(counted) || STEMS.contains(counted);
        let clause = story.place(figure.clause);
        if !counts || !whole || figure.past {
            continue;
        }
        let text = story.text(clause.account);
        let number = quantity.part_of.map_or(quantity.span, |whole| whole.hull(quantity.span));
        if figure.counted.as_deref().is_none_or(people) {
            let within = numbers.get(&figure.clause).map_or(&[][..], Vec::as_slice);
            let bare = figure.counted.is_none();
            let found = of(text, clause.span, number, within, bare);
            figure.counted = found.or(figure.counted.take());
        } else if figure.counted.as_deref().is_some_and(lexicon::is_person) {
            figure.toll = beside(text, clause.span, number);
        }
    }
}

/// `19 of them were dead` is a toll of its own, where `them` are not the dead themselves.
pub(super) fn whole(story: &Story, figures: &mut [Figure]) {
    let unit = |figure: &Figure| story.clause(figure.clause).map_or(0, |clause| clause.unit);
    for index in 0..figures.len() {
        let (before, rest) = figures.split_at_mut(index);
        let Some(figure) = rest.first_mut() else { continue };
        let counts = figure.part && figure.counted.as_deref().is_some_and(is_toll);
        if !counts || !is_bare(story.text(figure.place.account), figure.quantity.number) {
            continue;
        }
        let near =
            |other: &&Figure| other.place.account == figure.place.account && unit(other) + 1 >= unit(figure);
        figure.part = before.iter().rev().take_while(near).any(|other| other.counted == figure.counted);
    }
}

/// Whether a number is of some without a noun: `19 of them`, `of whom 19`, `two of the seven`.
fn is_bare(text: &str, number: Span) -> bool {
    let behind = text.get(number.end()..).unwrap_or_default();
    let mut behind = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    if behind.next() != Some("of") {
        return true;
    }
    match behind.next() {
        Some("the" | "these" | "those") => behind.next().is_some_and(
            |word| matches!(annotate(word).as_slice(), [number] if number.kind == QuantityKind::Count),
        ),
        Some("them" | "whom") => true,
        _ => false,
    }
}

/// The toll told right beside people of a kind: `22 hikers who were hurt`, `killed two guides`.
fn beside(text: &str, clause: Span, people: Span) -> Option<String> {
    let behind = Span::new(people.end(), clause.end().max(people.end()));
    let before = Span::new(clause.start().min(people.start()), people.start());
    let near = words(text, behind);
    let near = (0..BEHIND).find_map(|at| Some(toll(&near, at)?.0));
    near.or_else(|| closing(&words(text, before))).map(key)
}

/// Words behind people of a kind that may tell what has happened to them.
const BEHIND: usize = 4;

fn key(toll: &str) -> String {
    format!("{MARK}{toll}")
}

/// Whether a place tells of a year before the story's: `the avalanche of 1968 killed 37 people`, and not `the highest
/// since 1968`.
fn is_history(story: &Story, place: Place, latest: Option<i32>) -> bool {
    let dates = story.dates.get(place.account).map_or(&[][..], Vec::as_slice);
    let now = story.published(place.account).map(Civil::year).or(latest);
    let text = story.text(place.account);
    let then = |start: usize| {
        let mut before = text.get(..start).unwrap_or_default().split_whitespace().rev();
        let near = before.next().is_none_or(|word| matches!(word, "in" | "In" | "of" | "the"));
        near && before.next() != Some("than")
    };
    let inside =
        dates.iter().filter(|date| place.span.covers(date.span) && date.precision <= Precision::Year);
    let mut told = inside.filter(|date| then(date.span.start())).filter_map(|date| date.latest);
    now.is_some_and(|now| told.any(|told| told.year() < now - 1))
}

/// The key of the toll that a number counts, from the words of its clause: the word right before the number, or the
/// first one behind it, or else the last one before it, with no other number between; the other way round behind `at`. `clause` and `number` are places
/// in the text, and `numbers` those of the clause. A bare number is not looked at beyond a comma.
fn of(text: &str, clause: Span, number: Span, numbers: &[Span], bare: bool) -> Option<String> {
    let next = numbers.iter().map(|other| other.start()).filter(|&start| start >= number.end()).min();
    let last = numbers.iter().map(|other| other.end()).filter(|&end| end <= number.start()).max();
    let mut behind = Span::new(number.end(), next.unwrap_or(clause.end()).max(number.end()));
    let mut before = Span::new(last.unwrap_or(clause.start()).min(number.start()), number.start());
    if bare {
        let stop = |c: char| matches!(c, ',' | ';' | ':' | '(' | ')');
        behind =
            behind.of(text).find(stop).map_or(behind, |at| Span::new(behind.start(), behind.start() + at));
        before =
            before.of(text).rfind(stop).map_or(before, |at| Span::new(before.start() + at, before.end()));
    }
    let (before, behind) = (words(text, before), words(text, behind));
    // `Nine men and the bodies of two`: what leads to the next number counts that one.
    let own = |at: usize, length: usize| {
        next.is_none()
            || at + length < behind.len()
            || behind.last().is_none_or(|word| word != "of" && word != "for")
    };
    let behind_at =
        |at: usize| toll(&behind, at).filter(|(_, length)| own(at, *length)).map(|(toll, _)| toll);
    let first = || behind_at(0);
    let told = || (0..before.len()).rev().find_map(|at| Some(toll(&before, at)?.0));
    // `It put the number of deaths at 12 and that of cases at 260`.
    let put = bare && before.last().is_some_and(|word| matches!(word.as_str(), "at" | "to" | "was" | "is"));
    let found = closing(&before).or_else(first).or_else(|| told().filter(|_| put));
    let found = found.or_else(|| (0..behind.len()).find_map(behind_at));
    found.or_else(told).map(key)
}

/// Whether some folded words tell of the dead.
pub(in crate::difference) fn tells_of_dead(words: &str) -> bool {
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    (0..words.len()).any(|at| toll(&words, at).is_some_and(|(toll, _)| toll == "dead"))
}

/// The key of the toll that a figure counts, alone or beside people of a kind.
pub(super) fn of_figure<'f>(figure: &'f Figure) -> Option<&'f str> {
    let keys = [&figure.counted, &figure.toll].into_iter().flatten();
    keys.map(String::as_str).find(|key| is_toll(key))
}

/// Whether a key is that of a toll.
pub(super) fn is_toll(key: &str) -> bool {
    key.starts_with(MARK)
}

/// The toll of which a noun counts each case, by its stem: `deaths`, `arrests`.
fn names(counted: &str) -> Option<&'static str> {
    EVENTS.get(counted).copied()
}

fn words(text: &str, span: Span) -> Vec<String> {
    phrase::words(text, span).map(|(word, _)| word).collect()
}

/// The toll that the longest phrase from a word on tells of, and how many words that phrase has.
fn toll(words: &[String], at: usize) -> Option<(&'static str, usize)> {
    let phrases = TOLLS.get(words.get(at)?.as_str())?;
    let rest = words.get(at..)?;
    let stands = |phrase: &str| {
        phrase.split(' ').count() <= rest.len() && phrase.split(' ').zip(rest).all(|(x, y)| x == y)
    };
    let found = phrases.iter().filter(|(phrase, _)| stands(phrase));
    let (phrase, toll) = found.max_by_key(|(phrase, _)| phrase.len())?;
    Some((*toll, phrase.split(' ').count()))
}

/// The toll of which the last of some words tell.
fn closing(words: &[String]) -> Option<&'static str> {
    let from = words.len().saturating_sub(LONGEST);
    (from..words.len()).find_map(|at| {
        let (toll, length) = toll(words, at)?;
        (at + length == words.len()).then_some(toll)
    })
}

/// Most words of a phrase that tells of a toll.
const LONGEST: usize = 4;

/// The cells of a row by its toll: words that tell of it, and nouns that count its cases.
fn cells(column: usize) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("../../../data/tolls.tsv")).flat_map(move |row| {
        let mut cells = row.split('\t');
        let toll = cells.next().unwrap_or_default();
        let words = cells.nth(column).unwrap_or_default().split('|').filter(|word| !word.is_empty());
        words.map(move |word| (word, toll))
    })
}

/// The phrases by their first words.
static TOLLS: LazyLock<FxHashMap<&'static str, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut by_word: FxHashMap<&str, Vec<(&str, &str)>> = FxHashMap::default();
    for (phrase, toll) in cells(0) {
        by_word.entry(phrase.split(' ').next().unwrap_or_default()).or_default().push((phrase, toll));
    }
    by_word
});

static STEMS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    cells(0).map(|(phrase, _)| phrase).filter(|phrase| !phrase.contains(' ')).map(stem).collect()
});

static EVENTS: LazyLock<FxHashMap<String, &'static str>> =
    LazyLock::new(|| cells(1).map(|(word, toll)| (stem(word), toll)).collect());

#[cfg(test)]
mod tests {
    use super::of;
    use corroborate_text::Span;

    fn toll(text: &str, number: &str, others: &[&str]) -> Option<String> {
        let span = |words: &str| {
            let start = text.find(words).unwrap_or_default();
            Span::new(start, start + words.len())
        };
        let numbers: Vec<Span> = others.iter().map(|other| span(other)).collect();
        of(text, Span::new(0, text.len()), span(number), &numbers, others.is_empty() && number.len() < 3)
    }

    #[test]
    fn the_word_that_tells_of_a_toll() {
        assert_eq!(toll("Six hikers were hurt in the fall.", "Six", &[]).as_deref(), Some("!injured"));
        assert_eq!(toll("The storm has killed 31 people.", "31", &[]).as_deref(), Some("!dead"));
        let bodies = "Rescuers brought up nine men and the bodies of two.";
        assert_eq!(toll(bodies, "nine", &["two"]), None);
        let both = "The avalanche killed 11 and injured 90.";
        assert_eq!(toll(both, "11", &["90"]).as_deref(), Some("!dead"));
        assert_eq!(toll(both, "90", &["11"]).as_deref(), Some("!injured"));
        assert_eq!(toll("Some 40 people came.", "40", &[]), None);
        assert_eq!(toll("The injured are 16, he said.", "16", &[]).as_deref(), Some("!injured"));
        assert_eq!(toll("There are 35, with those who died at home.", "35", &[]), None);
        assert_eq!(toll("Rescuers found the bodies of two.", "two", &[]).as_deref(), Some("!dead"));
        assert_eq!(toll("Divers were searching for 13 others.", "13", &[]).as_deref(), Some("!missing"));
        assert_eq!(toll("More than 640 were brought to safety.", "640", &[]).as_deref(), Some("!evacuated"));
        assert_eq!(toll("Another 13 are feared dead.", "13", &[]).as_deref(), Some("!missing"));
    }
}
