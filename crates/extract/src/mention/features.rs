//! What the model sees of a word: numbers of rows in its table, one for every feature that holds.

use super::evidence::Evidence;
use super::lexicon::{Phrase, class};
use super::tag::hint_at;
use super::word::{Shape, Word};
use corroborate_text::TokenKind;

/// Rows of the table: features share one where their hashes agree in the low bits.
pub(super) const ROWS: u32 = 1 << 18;

/// Longest stretch of lower-case words and marks inside a name: `of the`, `de la`.
const GAP: usize = 3;

/// The features of the words of a sentence; `None` for a word that cannot be part of a name, which is most.
pub(super) fn features(
    text: &str,
    words: &[Word],
    titled: bool,
    evidence: &Evidence,
) -> Vec<Option<Vec<u32>>> {
    let candidates = candidates(text, words);
    if !candidates.contains(&true) {
        return vec![None; words.len()];
    }
    let phrases = phrases(words);
    let runs = runs(words);
    let opening = words.iter().position(|word| word.kind != TokenKind::Mark).unwrap_or_default();
    let keys: Vec<u64> = words.iter().map(|word| hash(word.key.as_bytes())).collect();
    let seen: Vec<u64> = words.iter().map(|word| u64::from(evidence.signs(&word.key))).collect();
    let view =
        View { text, words, phrases: &phrases, runs: &runs, keys: &keys, seen: &seen, opening, titled };
    candidates.iter().enumerate().map(|(at, &candidate)| candidate.then(|| view.features(at))).collect()
}

/// Capitalised words, and what stands between two of them.
fn candidates(text: &str, words: &[Word]) -> Vec<bool> {
    let mut marked: Vec<bool> = words.iter().map(|word| word.is_capitalised()).collect();
    let mut last: Option<usize> = None;
    for at in 0..words.len() {
        if words.get(at).is_some_and(Word::is_capitalised) {
            if let Some(before) = last.filter(|before| at - before <= GAP + 1) {
                let joins = |index: usize| {
                    words.get(index).is_some_and(|word| {
                        word.kind != TokenKind::Mark
                            || word.is_hyphen(text)
                            || matches!(word.key.as_str(), "." | "'" | "&" | "/" | "," | "+")
                    })
                };
                if (before + 1..at).all(joins) {
                    for slot in marked.iter_mut().take(at).skip(before + 1) {
                        *slot = true;
                    }
                }
            }
            last = Some(at);
        }
    }
    // A number or a mark that ends a name: `Channel 4`, `Jr.`, `Sotheby's`.
    for at in 1..words.len() {
        let after = words.get(at - 1).is_some_and(Word::is_capitalised);
        let word = words.get(at);
        if after
            && word.is_some_and(|word| {
                word.kind == TokenKind::Number
                    || word.kind == TokenKind::Clitic
                    || word.glued && matches!(word.key.as_str(), "." | "-" | "!")
            })
        {
            if let Some(slot) = marked.get_mut(at) {
                *slot = true;
            }
            let next = words.get(at + 1).is_some_and(|next| next.glued && next.kind != TokenKind::Mark);
            if let Some(slot) = marked.get_mut(at + 1).filter(|_| next) {
                *slot = true;
            }
        }
    }
    marked
}

/// For each word, where it stands in the longest phrase of the gazetteers, and what the phrase names.
fn phrases(words: &[Word]) -> Vec<u64> {
    let mut found = vec![0; words.len()];
    let mut at = 0;
    while at < words.len() {
        let Some((end, phrase)) = hint_at(words, at) else {
            at += 1;
            continue;
        };
        let kind = match phrase {
            Phrase::Country(form) => 1 + form as u64,
            Phrase::Place => 10,
            Phrase::Organisation => 11,
            Phrase::Division => 12,
            Phrase::Party => 13,
        };
        for index in at..end {
            let place = match (index == at, index + 1 == end) {
                (true, true) => 0,
                (true, false) => 1,
                (false, true) => 2,
                (false, false) => 3,
            };
            if let Some(slot) = found.get_mut(index) {
                *slot = kind * 4 + place;
            }
        }
        at = end;
    }
    found
}

/// For each word the bounds of its run of capitalised words, marks glued between them and connectors included.
fn runs(words: &[Word]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = (0..words.len()).map(|at| (at, at + 1)).collect();
    let mut at = 0;
    while at < words.len() {
        if !words.get(at).is_some_and(Word::is_capitalised) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        loop {
            let capital = |index: usize| words.get(index).is_some_and(Word::is_capitalised);
            if capital(end) {
                end += 1;
            } else if words.get(end).is_some_and(|word| {
                word.glued && matches!(word.key.as_str(), "-" | "." | "'")
                    || matches!(
                        word.key.as_str(),
                        "of" | "&" | "de" | "al" | "bin" | "van" | "von" | "der" | "la"
                    )
            }) && capital(end + 1)
            {
                end += 2;
            } else {
                break;
            }
        }
        for slot in found.iter_mut().take(end).skip(at) {
            *slot = (at, end);
        }
        at = end;
    }
    found
}

struct View<'a> {
    text: &'a str,
    words: &'a [Word],
    phrases: &'a [u64],
    runs: &'a [(usize, usize)],
    opening: usize,
    titled: bool,
    /// Hashes of the words' keys.
    keys: &'a [u64],
    /// What the article shows of the words.
    seen: &'a [u64],
}

impl View<'_> {
    fn word(&self, at: usize, offset: isize) -> Option<&Word> {
        self.words.get(at.checked_add_signed(offset)?)
    }

    fn features(&self, at: usize) -> Vec<u32> {
        let mut out = Out { rows: Vec::with_capacity(128), next: 0 };
        let Some(word) = self.words.get(at) else { return out.rows };
        let around = |offset: isize| at.checked_add_signed(offset);
        let keys = [-2, -1, 0, 1, 2]
            .map(|offset| around(offset).and_then(|index| self.keys.get(index)).copied().unwrap_or(7));
        let shapes =
            [-2, -1, 0, 1, 2].map(|offset| self.word(at, offset).map_or(99, |word| look(self.text, word)));
        let bits = [-2, -1, 0, 1, 2].map(|offset| self.word(at, offset).map_or(1 << 20, known));
        let pick = |list: &[u64], offset: isize| list.get(offset.unsigned_abs()).copied().unwrap_or_default();
        let (key, shape, bit) =
            (|o: isize| pick(&keys, o + 2), |o: isize| pick(&shapes, o + 2), |o: isize| pick(&bits, o + 2));
        let phrase = |offset: isize| {
            at.checked_add_signed(offset).and_then(|index| self.phrases.get(index)).copied().unwrap_or(99)
        };
        let seen = self.seen.get(at).copied().unwrap_or_default();
        let opening = u64::from(at <= self.opening) + 2 * u64::from(self.titled);

        out.put(key(0), 0);
        out.put(key(0), shape(0));
        out.put(key(-1), key(0));
        out.put(key(0), key(1));
        out.put(1, 0);
        out.put(shape(0), opening);
        out.put(shape(0), bit(0) * 4 + opening);
        out.put(bit(0), 0);
        for index in 0..13 {
            if bit(0) & (1 << index) != 0 {
                out.put_as(100 + index, shape(0), opening);
            }
        }
        for offset in [-2, -1, 1, 2] {
            out.put(key(offset), 0);
            out.put(shape(offset), bit(offset));
            out.put(shape(offset), 0);
        }
        out.put(key(-1), shape(0));
        out.put(key(1), shape(0));
        out.put(key(-1), key(1));
        out.put(key(-1), bit(0));
        out.put(key(1), bit(0));
        out.put(bit(-1), bit(0));
        out.put(bit(0), bit(1));
        out.put(mix(shape(-1), shape(0)), shape(1));
        out.put(mix(mix(bit(-1), bit(0)), bit(1)), shape(0));
        out.put(key(-2), key(-1));
        out.put(key(1), key(2));
        out.put(phrase(0), 0);
        out.put(phrase(0), shape(0));
        out.put(phrase(-1), phrase(0));
        out.put(phrase(0), phrase(1));
        out.put(phrase(0), key(-1));
        out.put(phrase(0), key(1));
        out.put(phrase(0), bit(1));

        // Its first and last one to four letters, where it is longer than they are.
        for (length, cut) in (1..=4).zip(word.key.char_indices().skip(1).map(|(cut, _)| cut)) {
            out.put_as(210 + length, hash(word.key.get(..cut).unwrap_or_default().as_bytes()), 0);
        }
        for (length, cut) in (1..=4).zip(word.key.char_indices().rev().map(|(cut, _)| cut)) {
            if cut > 0 {
                out.put_as(200 + length, hash(word.key.get(cut..).unwrap_or_default().as_bytes()), 0);
            }
        }

        // The run of capitalised words it stands in: what ends it, what is around it.
        let (start, end) = self.runs.get(at).copied().unwrap_or((at, at + 1));
        let around = |index: Option<usize>| {
            index
                .and_then(|index| Some((*self.keys.get(index)?, known(self.words.get(index)?))))
                .unwrap_or((7, 1 << 20))
        };
        let (first, first_bits) = around(Some(start));
        let (last, last_bits) = around(end.checked_sub(1));
        let (before, before_bits) = around(start.checked_sub(1));
        let (after, after_bits) = around(Some(end));
        let length = (end - start).min(6) as u64;
        let place = ((at - start).min(4) * 8 + (end - at).min(5)) as u64;
        out.put(length, place);
        out.put(last, place.min(8));
        out.put(last_bits, place);
        out.put(first_bits, place);
        out.put(first, place.min(8));
        out.put(before, length.min(3));
        out.put(after, length.min(3));
        out.put(mix(before_bits, after_bits), length.min(3));
        out.put(mix(before, bit(0)), place);
        out.put(mix(first_bits, last_bits), place);
        out.put(mix(before, after), 0);
        let (further, further_bits) = around(start.checked_sub(2));
        let (behind, behind_bits) = around(Some(end + 1));
        out.put(mix(further, before), length.min(3));
        out.put(mix(after, behind), length.min(3));
        out.put(mix(after, behind_bits), length.min(3));
        out.put(mix(further_bits, before), length.min(3));
        let ending = words_signs(self, end.checked_sub(1));
        out.put(ending, place);
        out.put(mix(words_signs(self, Some(start)), ending), length.min(3));

        // How the rest of the article uses the word.
        out.put(seen, opening);
        out.put(seen, shape(0));
        out.put(seen, bit(0));
        for index in 0..16 {
            if seen & (1 << index) != 0 {
                out.put_as(300 + index, shape(0), length.min(2));
            }
        }
        let near = |offset: isize| words_signs(self, at.checked_add_signed(offset));
        out.put(near(-1), seen);
        out.put(near(1), seen);
        out.rows
    }
}

/// What the article shows of the word at `at`.
fn words_signs(view: &View<'_>, at: Option<usize>) -> u64 {
    at.and_then(|at| view.seen.get(at)).copied().unwrap_or_default()
}

fn known(word: &Word) -> u64 {
    u64::from(word.classes & class::KNOWN)
}

/// Collects rows; every call site is its own template.
struct Out {
    rows: Vec<u32>,
    next: u64,
}

impl Out {
    fn put(&mut self, a: u64, b: u64) {
        self.next += 1;
        self.put_as(self.next, a, b);
    }

    #[expect(clippy::cast_possible_truncation, reason = "the low bits are the row")]
    fn put_as(&mut self, template: u64, a: u64, b: u64) {
        let row = mix(mix(template.wrapping_mul(0x9e37_79b9_7f4a_7c15), a), b);
        self.rows.push((row >> 20) as u32 & (ROWS - 1));
    }
}

/// How a word is written, as a small number.
fn look(text: &str, word: &Word) -> u64 {
    match word.kind {
        TokenKind::Word => match word.shape {
            Shape::Lower => 1,
            Shape::Capitalised => 2,
            Shape::Upper => {
                3 + u64::from(word.key.len() > 4) + 8 * u64::from(word.span.of(text).contains('.'))
            }
            Shape::Single => 5,
            Shape::Mixed => 6,
            Shape::Other => 7,
        },
        TokenKind::Clitic => 20,
        TokenKind::Number => 21 + u64::from(word.span.len() == 4),
        TokenKind::Mark => 30 + u64::from(word.glued),
    }
}

/// FNV-1a, then mixed.
fn hash(bytes: &[u8]) -> u64 {
    let folded = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    mix(folded, 0)
}

fn mix(a: u64, b: u64) -> u64 {
    let mut z = a.rotate_left(23) ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z ^ (z >> 27)
}

/// The bits of [`Evidence::signs`].
pub(super) mod sign {
    pub(crate) const NAME: u16 = 1;
    pub(crate) const LOWER: u16 = 1 << 1;
    pub(crate) const AFTER_TITLE: u16 = 1 << 2;
    pub(crate) const AFTER_GIVEN: u16 = 1 << 3;
    pub(crate) const BEFORE_SPEECH: u16 = 1 << 4;
    pub(crate) const AFTER_IN: u16 = 1 << 5;
    pub(crate) const BRACKETED: u16 = 1 << 6;
    pub(crate) const AFTER_THE: u16 = 1 << 7;
    pub(crate) const BEFORE_HEAD: u16 = 1 << 8;
    pub(crate) const POSSESSIVE: u16 = 1 << 9;
    pub(crate) const BEFORE_PLACE: u16 = 1 << 10;
    pub(crate) const BEFORE_CAPITAL: u16 = 1 << 11;
    pub(crate) const AFTER_CAPITAL: u16 = 1 << 12;
    pub(crate) const AFTER_SPEECH: u16 = 1 << 13;
    pub(crate) const BEFORE_BRACKET: u16 = 1 << 14;
    pub(crate) const AFTER_OF: u16 = 1 << 15;
}

/// The signs that one place gives of its word.
pub(super) fn signs(words: &[Word], at: usize) -> u16 {
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
    set(before.is_some_and(|word| word.is(class::TITLE | class::HONORIFIC)), sign::AFTER_TITLE);
    set(
        before.is_some_and(|word| word.is(class::GIVEN) && word.is_capitalised() && !word.is(class::LOWER)),
        sign::AFTER_GIVEN,
    );
    set(next.is_some_and(|word| word.is(class::SPEECH)), sign::BEFORE_SPEECH);
    set(
        before.is_some_and(|word| matches!(word.key.as_str(), "in" | "near" | "at" | "outside")),
        sign::AFTER_IN,
    );
    set(
        before.is_some_and(|word| word.key == "(") && next.is_some_and(|word| word.key == ")"),
        sign::BRACKETED,
    );
    set(before.is_some_and(|word| word.key == "the"), sign::AFTER_THE);
    set(
        next.is_some_and(|word| word.is(class::ORGANISATION_HEAD) && word.is_capitalised()),
        sign::BEFORE_HEAD,
    );
    set(next.is_some_and(|word| word.kind == TokenKind::Clitic), sign::POSSESSIVE);
    set(next.is_some_and(|word| word.is(class::PLACE_HEAD)), sign::BEFORE_PLACE);
    set(next.is_some_and(Word::is_capitalised), sign::BEFORE_CAPITAL);
    set(before.is_some_and(|word| word.is_capitalised() && !word.is(class::FUNCTION)), sign::AFTER_CAPITAL);
    set(before.is_some_and(|word| word.is(class::SPEECH)), sign::AFTER_SPEECH);
    set(next.is_some_and(|word| word.key == "("), sign::BEFORE_BRACKET);
    set(before.is_some_and(|word| word.key == "of"), sign::AFTER_OF);
    signs
}
