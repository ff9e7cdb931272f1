//! The signs that the places of a word in an article give of what it is: the bits of `Evidence::signs`.

use super::lexicon::class;
use super::word::Word;
use corroborate_text::TokenKind;

pub(super) const NAME: u16 = 1;
pub(super) const LOWER: u16 = 1 << 1;
pub(super) const AFTER_TITLE: u16 = 1 << 2;
pub(super) const AFTER_GIVEN: u16 = 1 << 3;
pub(super) const BEFORE_SPEECH: u16 = 1 << 4;
pub(super) const AFTER_IN: u16 = 1 << 5;
pub(super) const BRACKETED: u16 = 1 << 6;
pub(super) const AFTER_THE: u16 = 1 << 7;
pub(super) const BEFORE_HEAD: u16 = 1 << 8;
pub(super) const POSSESSIVE: u16 = 1 << 9;
pub(super) const BEFORE_PLACE: u16 = 1 << 10;
pub(super) const BEFORE_CAPITAL: u16 = 1 << 11;
pub(super) const AFTER_CAPITAL: u16 = 1 << 12;
pub(super) const AFTER_SPEECH: u16 = 1 << 13;
pub(super) const BEFORE_BRACKET: u16 = 1 << 14;
pub(super) const AFTER_OF: u16 = 1 << 15;

/// The signs that one place gives of its word.
pub(super) fn signs(words: &[Word<'_>], at: usize) -> u16 {
    if !words.get(at).is_some_and(Word::is_capitalised) {
        return 0;
    }
    let before = at.checked_sub(1).and_then(|index| words.get(index));
    let before = match before {
        Some(dot) if dot.key == "." && dot.glued => at.checked_sub(2).and_then(|index| words.get(index)),
        other => other,
    };
    let next = words.get(at + 1);
    let mut signs = 0;
    let mut set = |holds: bool, bit: u16| {
        if holds {
            signs |= bit;
        }
    };
    set(before.is_some_and(|word| word.is(class::TITLE | class::HONORIFIC)), AFTER_TITLE);
    set(
        before.is_some_and(|word| word.is(class::GIVEN) && word.is_capitalised() && !word.is(class::LOWER)),
        AFTER_GIVEN,
    );
    set(next.is_some_and(|word| word.is(class::SPEECH)), BEFORE_SPEECH);
    set(before.is_some_and(|word| matches!(word.key, "in" | "near" | "at" | "outside")), AFTER_IN);
    set(before.is_some_and(|word| word.key == "(") && next.is_some_and(|word| word.key == ")"), BRACKETED);
    set(before.is_some_and(|word| word.key == "the"), AFTER_THE);
    set(next.is_some_and(|word| word.is(class::ORGANISATION_HEAD) && word.is_capitalised()), BEFORE_HEAD);
    set(next.is_some_and(|word| word.kind == TokenKind::Clitic), POSSESSIVE);
    set(next.is_some_and(|word| word.is(class::PLACE_HEAD)), BEFORE_PLACE);
    set(next.is_some_and(Word::is_capitalised), BEFORE_CAPITAL);
    set(before.is_some_and(|word| word.is_capitalised() && !word.is(class::FUNCTION)), AFTER_CAPITAL);
    set(before.is_some_and(|word| word.is(class::SPEECH)), AFTER_SPEECH);
    set(next.is_some_and(|word| word.key == "("), BEFORE_BRACKET);
    set(before.is_some_and(|word| word.key == "of"), AFTER_OF);
    signs
}
