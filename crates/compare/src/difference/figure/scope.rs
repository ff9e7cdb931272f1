//! What a figure is of: several things together, one of two that are counted apart, a place, a length of time.

use super::{Figure, SCOPES};
use crate::cues;
use crate::difference::phrase::{Phrases, paired, spaced};
use crate::story::Story;
use corroborate_extract::EntityKind;
use corroborate_temporal::Precision;
use corroborate_text::{fold, stem};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Whether one of two shares is that of a day, and the other that of a week or longer: `fell 4% on Monday`, `ended the
/// week 6% lower`.
pub(super) fn is_of_day(story: &Story, day: &Figure, longer: &Figure) -> bool {
    let share = |figure: &Figure| figure.quantity.unit.is_some_and(|unit| unit.dimension == "share");
    let period = |figure: &Figure| cues::says(story.spaced(figure.clause), cues::PERIODS);
    let of_day = || {
        let place = story.place(day.clause);
        let dates = story.dates.get(place.account).map_or(&[][..], Vec::as_slice);
        dates.iter().any(|date| date.precision == Precision::Day && place.span.covers(date.span))
    };
    share(day) && share(longer) && period(longer) && !period(day) && of_day()
}

/// Letters behind a clause that are looked at for what it takes together.
const NEXT: usize = 24;

/// Whether a figure's clause says that it takes several things together, or one apart.
pub(super) fn scoped(story: &Story, figure: &Figure) -> bool {
    // `47 people, counting the guides`: the phrase may open the next clause.
    let clause = story.place(figure.clause);
    let behind = story.text(clause.account).get(clause.span.end()..).unwrap_or_default();
    let next: String = behind.chars().take(NEXT).take_while(|c| !matches!(c, '.' | '\n')).collect();
    let words = spaced(&format!("{} {next}", story.words(clause)));
    SCOPES.any(&words)
}

/// Whether two figures are of the same several things, by number: `in the two counties together`, `in the two counties`.
pub(super) fn of_one_whole(story: &Story, a: &Figure, b: &Figure) -> bool {
    let several = |figure: &Figure| -> Vec<(String, String)> {
        let words: Vec<&str> = story.spaced(figure.clause).split_whitespace().collect();
        let pairs = words.array_windows().filter(|[number, _]| cues::SEVERAL.contains(number));
        pairs.map(|[number, noun]| (number.replace("both", "two"), stem(noun))).collect()
    };
    let others = several(b);
    several(a).iter().any(|whole| others.contains(whole))
}

/// Whether the clauses of two figures speak of two that are counted apart: `the winners`, `the losers`.
pub(super) fn counterparts(story: &Story, a: &Figure, b: &Figure) -> bool {
    let sides = |figure: &Figure| -> Vec<(usize, bool)> {
        let of: BTreeSet<(usize, bool)> = COUNTERPARTS.of(story.spaced(figure.clause)).collect();
        of.iter().copied().filter(|(row, first)| !of.contains(&(*row, !first))).collect()
    };
    let others = sides(b);
    sides(a).iter().any(|(row, first)| others.contains(&(*row, !first)))
}

/// The words of each pair of counterparts, with the number of the pair and whether they are of its first.
static COUNTERPARTS: LazyLock<Phrases<(usize, bool)>> =
    LazyLock::new(|| Phrases::new(paired(include_str!("../../../data/counterparts.tsv"), 0)));

/// Whether a figure is of further ones: `five more men`, `another 40 houses`.
pub(super) fn is_more(story: &Story, figure: &Figure) -> bool {
    let text = story.text(figure.place.account);
    let number = figure.quantity.number;
    let before = text.get(..number.start()).unwrap_or_default().split_whitespace().next_back();
    let behind = text.get(number.end()..).unwrap_or_default().split_whitespace().next();
    let is = |word: Option<&str>, list: &[&str]| word.is_some_and(|word| list.contains(&&*fold(word)));
    is(before, cues::FURTHER_BEFORE) || is(behind, cues::FURTHER_BEHIND)
}

/// Whether a figure is of fewer than another because it is of one place or of one people: `700 skiers in Oslo`, `40
/// Danish skiers` beside `900 skiers`.
pub(super) fn is_narrower(story: &Story, part: &Figure, whole: &Figure) -> bool {
    let less = part.quantity.nominal.zip(whole.quantity.nominal).is_some_and(|(part, whole)| part < whole);
    let named = |place: usize| {
        let account = whole.place.account;
        let terms = story.terms(whole.clause);
        terms.iter().any(|term| story.entity(account, term.span.start()) == Some(place))
    };
    let of_people =
        people(story, part).is_some_and(|people| !named(people)) && people(story, whole).is_none();
    let in_place = || {
        place_behind(story, whole).is_none() && place_behind(story, part).is_some_and(|place| !named(place))
    };
    less && (of_people || in_place())
}

/// The people that an adjective before what is counted names: of `16 Danish skiers`.
fn people(story: &Story, figure: &Figure) -> Option<usize> {
    let account = figure.place.account;
    let mentions = &story.accounts.get(account)?.annotations.mentions;
    let next = mentions.partition_point(|mention| mention.span.start() < figure.quantity.number.end());
    let mention = mentions.get(next).filter(|mention| mention.adjective)?;
    let counted = figure.quantity.counted?;
    // `16 Danes` are counted as such.
    (mention.span.end() < counted.end() && counted.covers(mention.span))
        .then(|| story.entity(account, mention.span.start()))
        .flatten()
}

/// The place right behind what is counted: of `people in Norway`.
fn place_behind(story: &Story, figure: &Figure) -> Option<usize> {
    let account = figure.place.account;
    let text = story.text(account);
    let mentions = &story.accounts.get(account)?.annotations.mentions;
    let next = mentions.partition_point(|mention| mention.span.start() < figure.quantity.number.end());
    let mention = mentions.get(next).filter(|mention| !mention.adjective)?;
    let counted = figure.quantity.counted.map_or(figure.place.span.end(), |counted| counted.end());
    let from = counted.min(mention.span.start());
    let words: Vec<&str> =
        text.get(figure.quantity.number.end()..mention.span.start())?.split_whitespace().collect();
    let near = text.get(from..mention.span.start())?.split_whitespace().count() <= MOST_BETWEEN;
    let before = words.iter().rev().find(|word| **word != "the")?;
    let entity = story.entity(account, mention.span.start())?;
    let place = story.entities.get(entity).is_some_and(|entity| entity.kind == EntityKind::Place);
    (place && near && matches!(*before, "in" | "across" | "from")).then_some(entity)
}

/// Words between what is counted and the place that it is of.
const MOST_BETWEEN: usize = 2;
