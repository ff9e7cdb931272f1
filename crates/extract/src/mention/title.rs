//! Titles of office before names.

use super::lexicon::{class, classes, title};
use super::word::Word;
use corroborate_text::word_hash;

/// The end of a title that begins at `at`, longest first, with capitalised modifiers before its core.
pub(super) fn title_end(words: &[Word<'_>], at: usize, end: usize) -> Option<usize> {
    if let Some(stop) = title_at(words, at, end) {
        return Some(stop);
    }
    // `Transport Minister`: common words before a core that takes modifiers.
    let mut index = at;
    while index < end
        && index < at + 4
        && words.get(index).is_some_and(|word| word.is(class::LOWER) && !word.is(class::GIVEN))
    {
        index += 1;
        if words.get(index).is_some_and(|word| word.key == "and" || word.key == ",") {
            index += 1;
        }
        if let Some(stop) = title_at(words, index, end).filter(|&stop| stop > index) {
            let core: Vec<&str> =
                words.get(index..stop).unwrap_or_default().iter().map(|word| word.key).collect();
            if title(&core.join(" ")) == Some(true) {
                return Some(stop);
            }
        }
    }
    None
}

/// The longest title of the table that begins at `at`.
pub(super) fn title_at(words: &[Word<'_>], at: usize, end: usize) -> Option<usize> {
    let first = words.get(at)?;
    if !first.is(class::TITLE) {
        return None;
    }
    let mut best = None;
    // Without dots the keys stand joined already.
    let mut dotless: Option<String> = None;
    for index in at..end.min(at + 6) {
        let word = words.get(index)?;
        if word.key.ends_with('.') && dotless.is_none() {
            let before = words.get(at..index).and_then(<[Word<'_>]>::last);
            dotless = Some(before.map_or_else(String::new, |last| first.joined(last).to_owned()));
        }
        if word.key == "." && word.glued {
            if best == Some(index) {
                best = Some(index + 1);
            }
            continue;
        }
        if let Some(key) = &mut dotless {
            if index > at && !word.glued {
                key.push(' ');
            }
            key.push_str(word.key.trim_end_matches('.'));
        }
        if title(dotless.as_deref().unwrap_or_else(|| first.joined(word))).is_some() {
            best = Some(index + 1);
        }
    }
    // `Minister of Defence`, `Minister for Europe`: common words behind `of` belong to the title.
    let mut stop = best?;
    if words.get(stop).is_some_and(|word| word.key == "of" || word.key == "for") {
        let mut index = stop + 1;
        while index < end
            && words.get(index).is_some_and(|word| {
                // `Minister of Foreign Affairs`, but not `spokesman for President`.
                let noun = word.classes >> class::NOUN_SHIFT != 0 && !word.is(class::SURNAME);
                let small = noun
                    || word.is(class::LOWER | class::OPENS)
                    || is_plural(word)
                    || word.is(class::TITLE) && title(word.key).is_none();
                let part = small && !word.is(class::GIVEN);
                word.is_capitalised() && part || matches!(word.key, "the" | "and" | "," | "&")
            })
        {
            index += 1;
        }
        if index > stop + 1 {
            stop = index;
        }
    }
    Some(stop)
}

/// The plural of an ordinary noun: `Mines`.
fn is_plural(word: &Word<'_>) -> bool {
    let one = word.key.strip_suffix('s').filter(|one| one.len() > 3 && !word.is(class::GIVEN));
    one.is_some_and(|one| {
        let (bits, _) = classes(one, word_hash(one.as_bytes()));
        bits >> class::NOUN_SHIFT != 0 && bits & (class::GIVEN | class::SURNAME) == 0
    })
}
