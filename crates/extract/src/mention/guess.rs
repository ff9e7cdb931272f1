//! What a name is of that no gazetteer knows.

use super::EntityKind;
use super::foreign;
use super::lexicon::class;
use super::tag::phrase_at;
use super::word::{Shape, Word};
use crate::groups;

/// What a name that no table knows is of, by its words and those beside it, and whether that is sure.
pub(super) fn guess(words: &[Word<'_>], start: usize, end: usize) -> (EntityKind, bool) {
    let run = words.get(start..end).unwrap_or_default();
    let Some((first, last)) = run.first().zip(run.last()) else { return (EntityKind::Other, false) };
    let before = start.checked_sub(1).and_then(|index| words.get(index));
    let after = words.get(end);
    if is_club(run) {
        return (EntityKind::Organisation, true);
    }
    if run.len() > 1 && (last.is(class::PLACE_HEAD) || first.is(class::PLACE_HEAD) || foreign::is_place(run))
    {
        return (EntityKind::Place, true);
    }
    if run.len() > 1 && run.len() <= 5 && first.is(class::GIVEN) && !last.is(class::ORGANISATION_HEAD) {
        return (EntityKind::Person, true);
    }
    if run.len() == 1 && first.shape == Shape::Upper && first.key.chars().count() <= 6 {
        return (EntityKind::Organisation, false);
    }
    // `Perhosaari, Finland`
    let place_after = after.is_some_and(|mark| mark.key == ",")
        && phrase_at(words, end + 1).is_some_and(|(_, phrase)| phrase.kind() == EntityKind::Place);
    if place_after {
        return (EntityKind::Place, true);
    }
    let kind_of_place = |word: &Word<'_>| word.shape == Shape::Lower && word.is(class::PLACE_HEAD);
    // `Yarrow river`, `river Yarrow`, `province of Arden`
    let of = before.is_some_and(|word| word.key == "of");
    if after.is_some_and(kind_of_place)
        || before.is_some_and(kind_of_place)
        || of && start.checked_sub(2).and_then(|index| words.get(index)).is_some_and(kind_of_place)
    {
        return (EntityKind::Place, true);
    }
    if before.is_some_and(|word| word.is(class::TITLE | class::HONORIFIC) && word.shape == Shape::Lower)
        && !before.is_some_and(|word| word.is(class::ORGANISATION_HEAD))
    {
        return (EntityKind::Person, true);
    }
    if run.len() > 1
        && run.len() <= 4
        && run.iter().all(|word| word.is(class::SURNAME | class::GIVEN | class::PARTICLE))
    {
        return (EntityKind::Person, false);
    }
    if before.is_some_and(|word| groups::PLACE_PREPOSITIONS.contains(&word.key)) && run.len() <= 2 {
        return (EntityKind::Place, false);
    }
    if after.is_some_and(|word| word.is(class::SPEECH)) {
        return (EntityKind::Person, false);
    }
    if run.len() == 1 && first.is(class::SURNAME) && !first.is(class::LOWER) {
        return (EntityKind::Person, false);
    }
    let two =
        run.len() == 2 && run.iter().all(|word| word.shape == Shape::Capitalised && !word.is(class::LOWER));
    if two && before.is_none_or(|word| word.key != "the") {
        return (EntityKind::Person, false);
    }
    (EntityKind::Other, false)
}

/// Whether a name is a club's by its first word: `Sporting Ardenne`, `FC Ardenne`.
pub(super) fn is_club(run: &[Word<'_>]) -> bool {
    let [first, rest @ ..] = run else { return false };
    let plain = |word: &Word<'_>| word.is_capitalised() && !word.is(class::FUNCTION | class::CALENDAR);
    let town = |word: &Word<'_>| !word.is(class::LOWER | class::ORGANISATION_HEAD | class::PLACE_HEAD);
    first.is(class::CLUB) && (1..4).contains(&rest.len()) && rest.iter().all(plain) && rest.iter().any(town)
}
