//! Ships and spacecraft by what stands before their names: `the ferry Aurora`, `HMS Aurora`, `Space Shuttle Aurora`.

use super::EntityKind;
use super::lexicon::class;
use super::tag::Found;
use super::whole::is_ordinary;
use super::word::{Shape, Word};

/// Gives the names of ships and spacecraft their kind.
pub(super) fn mark(words: &[Word<'_>], found: &mut [Found]) {
    for name in found.iter_mut().filter(|name| !name.adjective) {
        if is_craft(words, name) {
            (name.kind, name.sure) = (EntityKind::Other, !may_own(words, name));
        }
    }
}

/// Whether somebody of that name may be meant: `the boat Anna bought`.
fn may_own(words: &[Word<'_>], name: &Found) -> bool {
    let [word] = words.get(name.start..name.end).unwrap_or_default() else { return false };
    word.is(class::GIVEN) && words.get(name.end).is_some_and(|next| next.shape == Shape::Lower)
}

/// Whether a name is that of a ship or a spacecraft.
pub(super) fn is_craft(words: &[Word<'_>], name: &Found) -> bool {
    let run = words.get(name.start..name.end).unwrap_or_default();
    let Some((first, last)) = run.first().zip(run.last()) else { return false };
    if !last.is_capitalised() || last.is(class::ORGANISATION_HEAD | class::PLACE_HEAD | class::CRAFT) {
        return false;
    }
    let prefix = |word: &Word<'_>| word.is(class::SHIP_PREFIX) && word.shape == Shape::Upper;
    let before = |back: usize| name.start.checked_sub(back).and_then(|index| words.get(index));
    if run.len() > 1 && prefix(first) || before(1).is_some_and(prefix) {
        return true;
    }
    // `Space Shuttle Aurora`
    let within = run.iter().rposition(|word| word.is(class::CRAFT) && word.is_capitalised());
    if within.is_some_and(|at| at + 1 < run.len() && run.iter().take(at).all(is_ordinary)) {
        return true;
    }
    let back = if before(1).is_some_and(|mark| matches!(mark.key, "\"" | "'" | "`")) { 2 } else { 1 };
    let kind = before(back).is_some_and(|word| word.is(class::CRAFT) && word.shape == Shape::Lower);
    // `its recovery ship, the Aurora Star`
    let apposed = back == 1
        && before(1).is_some_and(|word| word.key == "the")
        && before(2).is_some_and(|mark| mark.key == ",")
        && before(3).is_some_and(|word| word.is(class::CRAFT) && word.shape == Shape::Lower);
    if apposed && name.kind != EntityKind::Group && !(name.kind == EntityKind::Place && name.sure) {
        return true;
    }
    // `the ferry Stockholm was given`, but a country's ship is not the country.
    kind && name.kind != EntityKind::Group && !(name.kind == EntityKind::Place && name.sure)
}
