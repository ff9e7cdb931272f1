//! Which words of a sentence are names, and of what: by gazetteers and the shape of words.

use super::EntityKind;
use super::evidence::Evidence;
use super::foreign;
use super::lexicon::{LONGEST_PHRASE, Phrase, class, classes, phrase, title};
use super::word::{Shape, Word, is_common};
use crate::groups;
use corroborate_text::{TokenKind, word_hash};

/// A name found: words `start..end` of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: EntityKind,
    pub(super) adjective: bool,
    /// How sure: gazetteer and titles over the guess from the shape alone.
    pub(super) sure: bool,
}

/// The longest phrase of the gazetteers that vouch, beginning at word `at`.
pub(super) fn phrase_at(words: &[Word<'_>], at: usize) -> Option<(usize, Phrase)> {
    longest_phrase(words, at, class::OPENS)
}

/// The longest phrase of all gazetteers that begins at word `at`.
pub(super) fn hint_at(words: &[Word<'_>], at: usize) -> Option<(usize, Phrase)> {
    longest_phrase(words, at, class::OPENS | class::HINTS)
}

fn longest_phrase(words: &[Word<'_>], at: usize, opening: u32) -> Option<(usize, Phrase)> {
    let first = words.get(at)?;
    if !first.is(opening) || !(first.is_capitalised() || first.shape == Shape::Mixed) {
        return None;
    }
    let mut best = None;
    let length = LONGEST_PHRASE.min(usize::from(first.longest));
    for (offset, word) in words.get(at..)?.iter().take(length).enumerate() {
        let key = first.joined(word);
        if let Some(found) = phrase(key).filter(|found| opening & class::HINTS != 0 || !found.is_hint()) {
            best = Some((at + offset + 1, found));
        }
    }
    let (end, found) = best?;
    // Acronyms that are words in lower case: `US` is a country, `Us` is not, nor is `It`.
    let single = end == at + 1;
    let ambiguous = single && first.key.len() <= 3 && first.shape == Shape::Capitalised;
    if ambiguous && (first.is(class::FUNCTION | class::LOWER | class::CALENDAR)) {
        return None;
    }
    Some((end, found))
}

/// Runs of capitalised words with what joins them, cut into names and classified.
pub(super) fn tag(text: &str, words: &[Word<'_>], titled: bool, evidence: &Evidence) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(end) = run_end(text, words, at, titled, evidence) {
            cut(words, at, end, &mut found);
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// Whether a capitalised word is a name rather than a word that its place capitalises.
fn names(words: &[Word<'_>], at: usize, titled: bool, evidence: &Evidence) -> bool {
    let Some(word) = words.get(at) else { return false };
    // `the New Harbour movement`, but not `New ferries`.
    if word.key == "new" && word.shape == Shape::Capitalised && at > 0 && !titled {
        let inner =
            words.get(at - 1).is_some_and(|before| before.kind == TokenKind::Word || before.key == ",");
        return inner && words.get(at + 1).is_some_and(|next| next.shape == Shape::Capitalised);
    }
    if !word.is_capitalised() || word.is(class::FUNCTION) && word.shape != Shape::Upper {
        return false;
    }
    if word.is(class::CALENDAR) {
        // `April Jones`, but not `April 4`.
        let next = words.get(at + 1).is_some_and(|next| next.is_capitalised() && !next.is(class::CALENDAR));
        return word.is(class::GIVEN) && next;
    }
    let opening = words.iter().take(at).all(|before| before.kind == TokenKind::Mark)
        || at > 0
            && matches!(words.get(at - 1), Some(before) if before.kind == TokenKind::Mark && matches!(before.key, "\"" | ":" | "•"));
    if titled {
        return evidence.is_name(word) || (!evidence.is_lower(word) && !is_common(word));
    }
    if opening {
        let next = words.get(at + 1).is_some_and(|next| next.is_capitalised() && !next.glued);
        return evidence.is_name(word)
            || !(is_common(word) || evidence.is_lower(word))
            || next && !is_common(word);
    }
    word.shape != Shape::Single || words.get(at + 1).is_some_and(|next| next.key == "." && next.glued)
}

fn run_end(text: &str, words: &[Word<'_>], at: usize, titled: bool, evidence: &Evidence) -> Option<usize> {
    let mut end = match phrase_at(words, at) {
        Some((end, _)) if names(words, at, titled, evidence) || end > at + 1 => end,
        _ if names(words, at, titled, evidence) => at + 1,
        _ => return None,
    };
    if let Some(stop) = foreign::body_end(words, at).filter(|_| !titled) {
        return Some(stop);
    }
    while let Some(word) = words.get(end) {
        let next = words.get(end + 1);
        let before = words.get(end.wrapping_sub(1));
        let named = |index: usize| {
            words.get(index).is_some_and(|w| {
                w.is_capitalised()
                    && !w.is(class::CALENDAR)
                    && (!w.is(class::FUNCTION) || w.shape == Shape::Upper)
            }) && (!titled || names(words, index, titled, evidence))
        };
        let and = word.key == "&" || word.key == "and" && ministry(words, at, end);
        // `the Pilots' Union`
        let plural = word.glued
            && matches!(word.span.of(text), "'" | "’")
            && before.is_some_and(|before| before.key.ends_with('s'))
            && next.is_some_and(|next| next.is(class::ORGANISATION_HEAD));
        if let Some(stop) = foreign::body_end(words, end).filter(|_| !titled && !word.glued) {
            end = stop;
        } else if let Some(stop) = foreign::linked_end(words, end) {
            end = stop;
        } else if named(end) && !word.glued {
            end += phrase_at(words, end).map_or(1, |(stop, _)| stop - end);
        } else if word.is_hyphen(text) && next.is_some_and(|next| next.glued && next.is_capitalised()) {
            end += 2;
        } else if word.key == "."
            && word.glued
            && before.is_some_and(|before| {
                before.shape == Shape::Single
                    || before.is(class::HONORIFIC | class::TITLE) && before.key.len() < 5
            })
            && named(end + 1)
        {
            end += 1;
        } else if word.shape == Shape::Lower
            && word.is(class::PARTICLE)
            && named(end + 1)
            && !word.is(class::FUNCTION)
        {
            end += 2;
        } else if word.shape == Shape::Lower
            && word.is(class::PARTICLE)
            && next.is_some_and(|next| next.is_hyphen(text))
            && words.get(end + 2).is_some_and(|word| word.glued)
            && named(end + 2)
        {
            // `Nawaf al-Dosari`
            end += 3;
        } else if word.shape == Shape::Lower
            && word.is(class::PARTICLE)
            && next.is_some_and(|next| next.is(class::PARTICLE))
            && named(end + 2)
        {
            end += 3;
        } else if let Some(joined) = matches!(word.key, "of" | "for")
            .then(|| joined(words, end + 1, &named))
            .flatten()
            .filter(|_| heads(words, at, end) || titles(words, at, end))
        {
            end = joined;
        } else if named(end + 1) && (and || plural) {
            end += 2;
        } else if word.kind == TokenKind::Number
            && word.span.len() < 3
            && before.is_some_and(|before| !before.is(class::CALENDAR))
            && end == at + 1
            && next.is_none_or(|next| {
                next.kind != TokenKind::Word || next.key == "news" || is_channel(words, at)
            })
            && (before.is_some_and(|before| before.key == "channel") || is_channel(words, at))
        {
            end += 1;
        } else {
            break;
        }
    }
    Some(end)
}

/// Past the words behind `of`: an article, if any, and a name.
fn joined(words: &[Word<'_>], at: usize, named: &dyn Fn(usize) -> bool) -> Option<usize> {
    let at = if words.get(at).is_some_and(|word| word.key == "the") { at + 1 } else { at };
    named(at).then_some(at + 1)
}

/// Whether `of` may go on the name that ends here: `Ministry`, `Bank`, `Isle`.
fn heads(words: &[Word<'_>], start: usize, end: usize) -> bool {
    let last = words.get(end.wrapping_sub(1));
    end > start && last.is_some_and(|word| word.is(class::ORGANISATION_HEAD | class::PLACE_HEAD))
}

/// Whether a title ends here that `of` may go on: `Secretary`, `Prime Minister`.
fn titles(words: &[Word<'_>], start: usize, end: usize) -> bool {
    (start.max(end.saturating_sub(4))..end).any(|index| title_at(words, index, end) == Some(end))
}

/// `the private channel Norland 24`
fn is_channel(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|index| words.get(index));
    before.is_some_and(|word| groups::CHANNELS.contains(&word.key))
}

fn ministry(words: &[Word<'_>], start: usize, end: usize) -> bool {
    words.get(start..end).is_some_and(|run| {
        run.iter().any(|word| word.key == "of" || word.key == "for")
            && run.iter().any(|word| groups::OFFICES.contains(&word.key))
    })
}

/// Cuts a run into titles, adjectives and names.
fn cut(words: &[Word<'_>], start: usize, end: usize, found: &mut Vec<Found>) {
    let mut at = start;
    while at < end {
        let rest = words.get(at..end).unwrap_or_default();
        let Some(first) = rest.first() else { break };
        if let Some(stop) = title_end(words, at, end) {
            at = stop;
            // What a title stands before is a person.
            let name = person_end(words, at, end);
            if name > at && !words.get(at).is_some_and(|word| word.is(class::HONORIFIC)) {
                // `Head of State` names nobody.
                if words.get(at).is_some_and(Word::is_capitalised) {
                    found.push(Found {
                        start: at,
                        end: name,
                        kind: EntityKind::Person,
                        adjective: false,
                        sure: true,
                    });
                }
                at = name;
            }
            continue;
        }
        if first.is(class::HONORIFIC) && rest.len() > 1 && !(first.key == "st" || first.key == "don") {
            let dot = usize::from(rest.get(1).is_some_and(|word| word.key == "."));
            at += 1 + dot;
            // `Ustaz Haji Gul Wardak`
            if words.get(at).is_some_and(|word| word.is(class::HONORIFIC)) && at + 1 < end {
                continue;
            }
            if at < end {
                let name = person_end(words, at, end);
                found.push(Found {
                    start: at,
                    end: name.max(at + 1),
                    kind: EntityKind::Person,
                    adjective: false,
                    sure: true,
                });
                at = name.max(at + 1);
            }
            continue;
        }
        let whole = foreign::body_end(words, at)
            .filter(|&stop| stop <= end)
            .or_else(|| organisation_end(words, at, end));
        if let Some((stop, phrase)) = phrase_at(words, at) {
            let stop = stop.min(end);
            let kind = phrase.kind();
            let adjective = kind == EntityKind::Group;
            // `British Council`, `France Télévisions`: a longer organisation swallows the gazetteer's word,
            // a country before a title or a name does not.
            let swallowed = whole.is_some_and(|whole| whole > stop);
            let part = stop < end
                && kind == EntityKind::Place
                && title_at(words, stop, end).is_none()
                && place_goes_on(words, at, stop, end);
            if !swallowed && !part {
                found.push(Found { start: at, end: stop, kind, adjective, sure: true });
                at = stop;
                continue;
            }
        }
        if let Some(stop) = whole {
            found.push(Found {
                start: at,
                end: stop,
                kind: EntityKind::Organisation,
                adjective: false,
                sure: true,
            });
            at = stop;
            continue;
        }
        // A name runs to the next title or to the end.
        let stop = (at + 1..end).find(|&index| title_at(words, index, end).is_some()).unwrap_or(end);
        let (kind, sure) = guess(words, at, stop);
        found.push(Found { start: at, end: stop, kind, adjective: false, sure });
        at = stop;
    }
}

/// `New York` + `Times`: the rest of a run belongs to the place's name unless it starts a person's name.
fn place_goes_on(words: &[Word<'_>], start: usize, stop: usize, end: usize) -> bool {
    let _ = start;
    words.get(stop).is_some_and(|word| word.is(class::PLACE_HEAD)) && stop < end
}

/// The end of a title that begins at `at`, longest first, with capitalised modifiers before its core.
fn title_end(words: &[Word<'_>], at: usize, end: usize) -> Option<usize> {
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

/// The end of a person's name that begins at `at`.
fn person_end(words: &[Word<'_>], at: usize, end: usize) -> usize {
    (at..end).find(|&index| index > at && title_at(words, index, end).is_some()).unwrap_or(end)
}

/// The end of the longest organisation that begins at `at` and ends in a head word.
fn organisation_end(words: &[Word<'_>], at: usize, end: usize) -> Option<usize> {
    let last = (at + 1..end)
        .rev()
        .find(|&index| words.get(index).is_some_and(|word| word.is(class::ORGANISATION_HEAD)));
    let head_first = words.get(at).is_some_and(|word| word.is(class::ORGANISATION_HEAD))
        && words.get(at + 1).is_some_and(|word| matches!(word.key, "of" | "for"))
        && at + 2 < end;
    if head_first {
        return Some(end);
    }
    let last = last?;
    // A title inside cuts: `Norrland Council Chairwoman Anna Berg`.
    let title = (at + 1..last).any(|index| {
        title_at(words, index, end).is_some_and(|stop| stop <= last)
            && words.get(index).is_some_and(|w| !w.is(class::ORGANISATION_HEAD | class::LOWER))
    });
    if title {
        return None;
    }
    let of = words.get(last + 1).is_some_and(|word| matches!(word.key, "of" | "for"));
    Some(if of { end } else { last + 1 })
}

/// Whether a name is a club's by its first word: `Sporting Ardenne`, `FC Ardenne`.
pub(super) fn is_club(run: &[Word<'_>]) -> bool {
    let [first, rest @ ..] = run else { return false };
    let plain = |word: &Word<'_>| word.is_capitalised() && !word.is(class::FUNCTION | class::CALENDAR);
    let town = |word: &Word<'_>| !word.is(class::LOWER | class::ORGANISATION_HEAD | class::PLACE_HEAD);
    first.is(class::CLUB) && (1..4).contains(&rest.len()) && rest.iter().all(plain) && rest.iter().any(town)
}

fn guess(words: &[Word<'_>], start: usize, end: usize) -> (EntityKind, bool) {
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
