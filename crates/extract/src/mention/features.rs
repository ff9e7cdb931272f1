//! What the model sees of a word: a number for every feature that holds, whose low bits are a row of its table.

use super::evidence::Evidence;
use super::lexicon::{Phrase, class};
use super::rows::{Rows, mix};
use super::tag::hint_at;
use super::word::{Shape, Word};
use corroborate_text::{TokenKind, word_hash};

/// Longest stretch of lower-case words and marks inside a name: `of the`, `de la`.
const GAP: usize = 3;

/// The features of the words of a sentence; `None` for a word that cannot be part of a name, which is most.
pub(super) fn all(
    text: &str,
    words: &[Word<'_>],
    titled: bool,
    evidence: &Evidence,
) -> Vec<Option<Vec<u32>>> {
    let mut sheet = Sheet::default();
    sheet.read(text, words, titled, evidence);
    let mut rows = Rows::default();
    let mut features = |at| {
        sheet.look_at(words, at, &mut rows);
        rows.all().to_vec()
    };
    (0..words.len()).map(|at| sheet.is_candidate(at).then(|| features(at))).collect()
}

/// What features are made of, one sentence at a time.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Which words may be part of a name; none at all where no word may.
    candidates: Vec<bool>,
    sights: Vec<Sight>,
    /// For each word the bounds of its run of capitalised words.
    runs: Vec<(usize, usize)>,
    opening: usize,
    titled: bool,
}

/// What is seen of one word.
#[derive(Clone, Copy, Debug)]
struct Sight {
    key: u64,
    look: u64,
    /// The classes that the model knows of.
    known: u64,
    /// What the article shows of it.
    seen: u64,
    phrase: u64,
    /// What it names, as a noun in small letters.
    noun: u64,
}

/// What is seen beyond the ends of a sentence.
const BEYOND: Sight = Sight { key: 7, look: 99, known: 1 << 32, seen: 0, phrase: 99, noun: 0 };

impl Sheet {
    /// Looks at the words of a sentence.
    pub(super) fn read(&mut self, text: &str, words: &[Word<'_>], titled: bool, evidence: &Evidence) {
        self.candidates.clear();
        if !words.iter().any(Word::is_capitalised) {
            return;
        }
        candidates(text, words, &mut self.candidates);
        self.sights.clear();
        self.sights.extend(words.iter().map(|word| Sight {
            key: word.hash,
            look: look(text, word),
            known: u64::from(word.classes & class::SEEN),
            seen: u64::from(evidence.signs(word)),
            phrase: 0,
            noun: u64::from(word.classes >> class::NOUN_SHIFT),
        }));
        mark_phrases(words, &mut self.sights);
        runs(words, &mut self.runs);
        self.opening = words.iter().position(|word| word.kind != TokenKind::Mark).unwrap_or_default();
        self.titled = titled;
    }

    /// Whether a word may be part of a name.
    pub(super) fn is_candidate(&self, at: usize) -> bool {
        self.candidates.get(at).copied().unwrap_or_default()
    }

    fn sight(&self, at: Option<usize>) -> Sight {
        at.and_then(|at| self.sights.get(at)).copied().unwrap_or(BEYOND)
    }

    /// Notes the features of the word at `at`.
    pub(super) fn look_at(&self, words: &[Word<'_>], at: usize, rows: &mut Rows) {
        rows.clear();
        if let Some(word) = words.get(at) {
            self.put_all(word.key, at, rows);
        }
    }

    fn put_all(&self, word: &str, at: usize, out: &mut Rows) {
        let near = [-2, -1, 0, 1, 2].map(|offset| self.sight(at.checked_add_signed(offset)));
        let [further, before, here, next, behind] = near;
        let opening = u64::from(at <= self.opening) + 2 * u64::from(self.titled);
        let seen = here.seen;

        out.put(here.key, 0);
        out.put(here.key, here.look);
        out.put(before.key, here.key);
        out.put(here.key, next.key);
        out.put(1, 0);
        out.put(here.look, opening);
        out.put(here.look, here.known * 4 + opening);
        out.put(here.known, 0);
        for index in bits(here.known) {
            out.put_as(100 + index, here.look, opening);
        }
        for other in [further, before, next, behind] {
            out.put(other.key, 0);
            out.put(other.look, other.known);
            out.put(other.look, 0);
        }
        out.put(before.key, here.look);
        out.put(next.key, here.look);
        out.put(before.key, next.key);
        out.put(before.key, here.known);
        out.put(next.key, here.known);
        out.put(before.known, here.known);
        out.put(here.known, next.known);
        out.put(mix(before.look, here.look), next.look);
        out.put(mix(mix(before.known, here.known), next.known), here.look);
        out.put(further.key, before.key);
        out.put(next.key, behind.key);
        out.put(here.phrase, 0);
        out.put(here.phrase, here.look);
        out.put(before.phrase, here.phrase);
        out.put(here.phrase, next.phrase);
        out.put(here.phrase, before.key);
        out.put(here.phrase, next.key);
        out.put(here.phrase, next.known);

        // Its first and last one to four letters, where it is longer than they are.
        for (length, cut) in (1..=4).zip(word.char_indices().skip(1).map(|(cut, _)| cut)) {
            out.put_as(210 + length, word_hash(word.as_bytes().get(..cut).unwrap_or_default()), 0);
        }
        for (length, cut) in (1..=4).zip(word.char_indices().rev().map(|(cut, _)| cut)) {
            if cut > 0 {
                out.put_as(200 + length, word_hash(word.as_bytes().get(cut..).unwrap_or_default()), 0);
            }
        }

        // The run of capitalised words it stands in: what ends it, what is around it.
        let (start, end) = self.runs.get(at).copied().unwrap_or((at, at + 1));
        let first = self.sight(Some(start));
        let last = self.sight(end.checked_sub(1));
        let prior = self.sight(start.checked_sub(1));
        let after = self.sight(Some(end));
        let length = (end - start).min(6) as u64;
        let place = ((at - start).min(4) * 8 + (end - at).min(5)) as u64;
        out.put(length, place);
        out.put(last.key, place.min(8));
        out.put(last.known, place);
        out.put(first.known, place);
        out.put(first.key, place.min(8));
        out.put(prior.key, length.min(3));
        out.put(after.key, length.min(3));
        out.put(mix(prior.known, after.known), length.min(3));
        out.put(mix(prior.key, here.known), place);
        out.put(mix(first.known, last.known), place);
        out.put(mix(prior.key, after.key), 0);
        let earlier = self.sight(start.checked_sub(2));
        let later = self.sight(Some(end + 1));
        out.put(mix(earlier.key, prior.key), length.min(3));
        out.put(mix(after.key, later.key), length.min(3));
        out.put(mix(after.key, later.known), length.min(3));
        out.put(mix(earlier.known, prior.key), length.min(3));
        out.put(last.seen, place);
        out.put(mix(first.seen, last.seen), length.min(3));

        // How the rest of the article uses the word.
        out.put(seen, opening);
        out.put(seen, here.look);
        out.put(seen, here.known);
        for index in bits(seen) {
            out.put_as(300 + index, here.look, length.min(2));
        }
        out.put(before.seen, seen);
        out.put(next.seen, seen);

        // Each class of the words that open and end its run and stand around it, by itself.
        for index in bits(first.known) {
            out.put_as(500 + index, place.min(8), 0);
        }
        for index in bits(last.known) {
            out.put_as(540 + index, place, 0);
        }
        for index in bits(prior.known) {
            out.put_as(580 + index, length.min(3), 0);
        }
        for index in bits(after.known) {
            out.put_as(620 + index, length.min(3), 0);
        }
        // A word that no list has, which most names from far away are.
        let new = u64::from(here.known | here.noun | here.phrase == 0);
        out.put(new, here.look * 4 + opening);
        out.put(before.key, new);
        out.put(next.key, new);
        out.put(mix(prior.key, new), length.min(3));
        out.put(mix(after.key, new), length.min(3));
        out.put(mix(prior.known, after.known), new);
        // What stands behind the run: `Norland, Sweden`, `Berg, a nurse`.
        let third = self.sight(Some(end + 2));
        out.put(mix(after.key, later.phrase), length.min(3));
        out.put(mix(after.key, later.key), third.noun);
        out.put(mix(after.key, later.key), third.known);

        // What the nouns around and in the name stand for.
        out.put_as(400, prior.noun, length.min(3));
        out.put_as(401, after.noun, length.min(3));
        out.put_as(402, last.noun, place);
        out.put_as(403, mix(before.noun, here.look), here.known);
        out.put_as(404, mix(next.noun, here.look), here.known);
        out.put_as(405, mix(prior.noun, after.noun), length.min(3));
    }
}

/// The places of the bits that are set.
fn bits(set: u64) -> impl Iterator<Item = u64> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let index = rest.trailing_zeros();
        rest &= rest.wrapping_sub(1);
        (index < 64).then_some(u64::from(index))
    })
}

/// Capitalised words, and what stands between two of them.
fn candidates(text: &str, words: &[Word<'_>], marked: &mut Vec<bool>) {
    marked.extend(words.iter().map(Word::is_capitalised));
    let mut last: Option<usize> = None;
    for at in 0..words.len() {
        if words.get(at).is_some_and(Word::is_capitalised) {
            if let Some(before) = last.filter(|before| at - before <= GAP + 1) {
                let joins = |index: usize| {
                    words.get(index).is_some_and(|word| {
                        word.kind != TokenKind::Mark
                            || word.is_hyphen(text)
                            || matches!(word.key, "." | "'" | "&" | "/" | "," | "+")
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
                    || word.glued && matches!(word.key, "." | "-" | "!")
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
}

/// Notes for each word where it stands in the longest phrase of the gazetteers, and what the phrase names.
fn mark_phrases(words: &[Word<'_>], sights: &mut [Sight]) {
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
            Phrase::Thing => 14,
        };
        for index in at..end {
            let place = match (index == at, index + 1 == end) {
                (true, true) => 0,
                (true, false) => 1,
                (false, true) => 2,
                (false, false) => 3,
            };
            if let Some(sight) = sights.get_mut(index) {
                sight.phrase = kind * 4 + place;
            }
        }
        at = end;
    }
}

/// For each word the bounds of its run of capitalised words, marks glued between them and connectors included.
fn runs(words: &[Word<'_>], found: &mut Vec<(usize, usize)>) {
    found.clear();
    found.extend((0..words.len()).map(|at| (at, at + 1)));
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
                word.glued && matches!(word.key, "-" | "." | "'")
                    || matches!(word.key, "of" | "&" | "de" | "al" | "bin" | "van" | "von" | "der" | "la")
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
}

/// How a word is written, as a small number.
fn look(text: &str, word: &Word<'_>) -> u64 {
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
