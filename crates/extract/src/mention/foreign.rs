//! Names whose first word is of another language and tells what the rest names: `Banco de Fomento`, `Villa Nueva`.

use super::lexicon::class;
use super::word::{Shape, Word};
use crate::groups;
use corroborate_text::TokenKind;

/// Most steps that a name goes on behind its first word.
const LONGEST: usize = 8;

/// Past the small word of another language at `at` and the name behind it: `Rua do Porto`.
pub(super) fn linked_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|index| words.get(index))?;
    // It is English too: `Where in Brazil do …`.
    let link = words.get(at).filter(|word| word.key == "do" && word.shape == Shape::Lower)?;
    let foreign = before.shape == Shape::Capitalised
        && !before.is(class::FUNCTION | class::CALENDAR)
        && (!before.is(class::LOWER | class::OPENS) || before.is(class::PLACE_OPENER | class::BODY_OPENER));
    let next = words.get(at + 1).filter(|next| next.shape == Shape::Capitalised && !next.glued)?;
    (foreign && !link.glued && !next.is(class::FUNCTION | class::CALENDAR | class::OPENS)).then_some(at + 2)
}

/// Where the name of a body ends that begins at `at`, if its first word opens one.
pub(super) fn body_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    let first = words.get(at)?;
    if !first.is(class::BODY_OPENER) || !matches!(first.shape, Shape::Capitalised | Shape::Upper) {
        return None;
    }
    let mut end = at + 1;
    let mut linked = false;
    for step in 0..LONGEST {
        let Some((stop, links)) = further(words, end) else { break };
        // `Commission President` is English.
        if step == 0 && first.is(class::LINKED_OPENER) && !links {
            return None;
        }
        (end, linked) = (stop, linked || links);
    }
    (end > at + 1 && (linked || !first.is(class::LINKED_OPENER))).then_some(end)
}

/// Whether the first word of a name opens that of a place.
pub(super) fn is_place(run: &[Word<'_>]) -> bool {
    let [first, second, rest @ ..] = run else { return false };
    let linked = is_link(second) || !first.is(class::LINKED_OPENER);
    let opens = first.is(class::PLACE_OPENER) || groups::MUSEUMS.contains(&first.key);
    opens && first.is_capitalised() && linked && rest.len() < 4
}

/// Past the next word of such a name, and whether a small word or an elided one leads to it.
fn further(words: &[Word<'_>], at: usize) -> Option<(usize, bool)> {
    let name = |index: usize| words.get(index).filter(|word| goes_on(word));
    let word = words.get(at)?;
    let hyphen = |index: usize| words.get(index).is_some_and(|word| word.glued && word.key == "-");
    // `Jamaat-e-Falah`
    if hyphen(at) {
        return words
            .get(at + 1)
            .filter(|next| next.glued && next.kind == TokenKind::Word)
            .map(|_| (at + 2, true));
    }
    if let Some(next) = name(at).filter(|next| !next.glued) {
        return Some((at + 1, next.shape == Shape::Mixed));
    }
    if word.glued || !is_link(word) {
        return None;
    }
    // `Hizb al-Nahda`
    if hyphen(at + 1) {
        return name(at + 2).filter(|next| next.glued).map(|_| (at + 3, true));
    }
    (at + 1..at + 3)
        .take_while(|&index| index == at + 1 || words.get(index - 1).is_some_and(is_link))
        .find_map(|index| name(index).filter(|next| !next.glued).map(|_| (index + 1, true)))
}

fn goes_on(word: &Word<'_>) -> bool {
    let grammar = word.is(class::FUNCTION) && word.shape == Shape::Capitalised;
    // `Procuraduría General`
    let title = word.is(class::TITLE) && word.key != "general";
    word.is_capitalised() && !grammar && !title && !word.is(class::CALENDAR)
}

/// Words of grammar inside names of bodies, from Romance, Malay, Filipino and Slavic languages.
fn is_link(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower
        && (word.is(class::PARTICLE) && !groups::PERSON_PARTICLES.contains(&word.key)
            || groups::FOREIGN_LINKS.contains(&word.key))
}
