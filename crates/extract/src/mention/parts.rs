//! The name with its title, and the parts of a person's name.

use super::lexicon::{Phrase, class, institution};
use super::tag::{Found, phrase_at};
use super::title::title_at;
use super::word::{Shape, Word};
use super::{EntityKind, Line, Mention, NameParts};
use crate::groups;
use corroborate_text::{Span, TokenKind};

/// The mention that the words found make.
pub(super) fn mention(text: &str, line: &Line<'_>, found: Found) -> Option<Mention> {
    let words = line.words.as_slice();
    let run = words.get(found.start..found.end)?;
    let span = run.first()?.span.hull(run.last()?.span);
    let plain = Mention {
        span,
        full: span,
        kind: found.kind,
        parts: NameParts::default(),
        adjective: found.adjective,
    };
    match found.kind {
        EntityKind::Person => Some(person(line, found, plain)),
        EntityKind::Organisation => Some(Mention { full: organisation_full(words, found, span), ..plain }),
        EntityKind::Place => Some(Mention { full: place_full(words, found, span), ..plain }),
        _ => Some(plain),
    }
    .map(|mention| at_site(words, found, mention))
    .filter(|mention| !mention.span.of(text).is_empty())
}

/// `the Norland mine`, `the Norland copper mine`: the kind of site behind the name it bears.
fn at_site(words: &[Word<'_>], found: Found, mention: Mention) -> Mention {
    let plain = mention.full == mention.span && !mention.adjective;
    let country = matches!(phrase_at(words, found.start), Some((_, Phrase::Country(_))));
    if !plain || country || matches!(mention.kind, EntityKind::Person | EntityKind::Group) {
        return mention;
    }
    let lower = |index: usize| words.get(index).filter(|word| word.shape == Shape::Lower && !word.glued);
    let place = mention.kind == EntityKind::Place;
    let site = |index: usize| {
        lower(index)
            .filter(|word| groups::SITES.contains(&word.key) || place && groups::WORKS.contains(&word.key))
    };
    let kind = |word: &Word<'_>| {
        let noun = word.classes >> class::NOUN_SHIFT != 0 || is_adjective(word);
        noun && !word.is(class::FUNCTION | class::SPEECH)
    };
    let further = || site(found.end + 1).filter(|_| lower(found.end).is_some_and(kind));
    let full = site(found.end).or_else(further).map_or(mention.full, |word| mention.span.hull(word.span));
    Mention { full, ..mention }
}

/// The title before a name that begins at `start`: its first word and the end of its last.
fn title_before(words: &[Word<'_>], start: usize) -> Option<(usize, usize)> {
    let mut best = None;
    for first in (start.saturating_sub(6)..start).rev() {
        if title_at(words, first, start) == Some(start) {
            best = Some(first);
        }
    }
    best.map(|first| (first, start))
}

fn person(line: &Line<'_>, found: Found, plain: Mention) -> Mention {
    let words = line.words.as_slice();
    let mut start = found.start;
    let mut parts = NameParts::default();
    let at = |index: usize| words.get(index);
    // `Sir Ivor`, `Mr. Smith`
    let dot = start > 1 && at(start - 1).is_some_and(|word| word.key == "." && word.glued);
    let honorific = start.checked_sub(if dot { 2 } else { 1 });
    if let Some(index) = honorific
        && let Some(word) =
            at(index).filter(|word| word.is(class::HONORIFIC) && word.shape == Shape::Capitalised)
    {
        let end = at(start - 1).map_or(word.span, |last| last.span);
        parts.honorific = Some(word.span.hull(end));
        start = index;
    }
    if let Some((first, end)) = title_before(words, start) {
        let mut first = first;
        // `transport minister`, `special envoy`: modifiers that belong to the title.
        while first > 0
            && start - first < 5
            && at(first - 1).is_some_and(|word| {
                (word.is(class::LOWER) || is_adjective(word))
                    && !word.is(class::FUNCTION | class::SPEECH)
                    && (word.shape == Shape::Capitalised
                        || at(first).is_some_and(|next| next.shape == Shape::Lower))
                    && word.key.len() > 3
                    && !word.key.ends_with("ed")
                    && !word.key.ends_with("ing")
                    && (word.shape == Shape::Capitalised) == at(first).is_some_and(Word::is_capitalised)
            })
        {
            first -= 1;
        }
        // `Deputy Prime Minister and Finance Minister`
        let and = first
            .checked_sub(1)
            .filter(|&index| at(index).is_some_and(|word| matches!(word.key, "and" | "&")));
        if let Some((earlier, _)) = and.and_then(|index| title_before(words, index)) {
            first = earlier;
        }
        if let (Some(from), Some(to)) = (at(first), at(end - 1)) {
            parts.title = Some(from.span.hull(to.span));
        }
        start = first;
        // A country, an organisation or a place right before the title: `UK Prime Minister`, `Line CEO`; but a firm
        // whose name says that it is one stands for itself: `Harrow Foods plc General Manager`.
        let firm = |end: usize| {
            line.found.iter().any(|name| {
                name.end == end
                    && name.kind == EntityKind::Organisation
                    && name.start + 1 < end
                    && at(end - 1).is_some_and(|last| last.is(class::ORGANISATION_HEAD))
            })
        };
        while start > 0
            && !firm(start)
            && found.start - start < 10
            && at(start - 1)
                .is_some_and(|word| word.is_capitalised() && !word.is(class::FUNCTION | class::CALENDAR))
        {
            start -= 1;
        }
    }
    let full = at(start).map_or(plain.span, |word| word.span.hull(plain.span));
    let run = words.get(found.start..found.end).unwrap_or_default();
    let (given, surname) = name_parts(run);
    parts.given = given;
    parts.surname = surname;
    Mention { full, parts, ..plain }
}

/// `civil`, `social`: an adjective by its ending, before what an office is for.
fn is_adjective(word: &Word<'_>) -> bool {
    word.kind == TokenKind::Word
        && word.shape == Shape::Lower
        && groups::ADJECTIVE_ENDINGS.iter().any(|ending| word.key.ends_with(ending))
}

/// The word by which a person is named again.
pub(super) fn surname<'r, 'k>(run: &'r [Word<'k>]) -> Option<&'r Word<'k>> {
    if is_family_first(run) { run.first() } else { run.last() }
}

/// Whether the family name stands first: `Kim Yo-jong`, `Chen Guangsu`. A second given name behind a hyphen, in lower
/// case, is East Asian; without one no word may be a name of the West.
fn is_family_first(run: &[Word<'_>]) -> bool {
    let [first, given @ ..] = run else { return false };
    if !first.is(class::FAMILY_FIRST) || !first.is_capitalised() {
        return false;
    }
    match given {
        [_, hyphen, second] if hyphen.key == "-" && hyphen.glued => {
            second.shape == Shape::Lower || first.key != "kim"
        }
        [one] => !one.is(class::SURNAME | class::GIVEN | class::LOWER) && one.key.len() > 2,
        [one, two] => {
            let short = |word: &Word<'_>| word.kind == TokenKind::Word && (2..=6).contains(&word.key.len());
            short(one) && short(two) && !two.is(class::SURNAME) && !one.is(class::SURNAME)
        }
        _ => false,
    }
}

/// Given names and surname of the words of a name.
fn name_parts(run: &[Word<'_>]) -> (Option<Span>, Option<Span>) {
    let Some((first, last)) = run.first().zip(run.last()) else { return (None, None) };
    if run.len() == 1 {
        return (None, Some(first.span));
    }
    if is_family_first(run) {
        let given = run.get(1).map(|word| word.span.hull(last.span));
        return (given, Some(first.span));
    }
    // Suffixes are no surname: `Jr.`, `III`.
    let mut end = run.len();
    while end > 1
        && run
            .get(end - 1)
            .is_some_and(|word| matches!(word.key, "." | ",") || groups::SUFFIXES.contains(&word.key))
    {
        end -= 1;
    }
    let last = run.get(end - 1).unwrap_or(last);
    let mut from = end.saturating_sub(1);
    while from > 1
        && run.get(from - 1).is_some_and(|word| {
            word.shape == Shape::Lower && word.is(class::PARTICLE)
                || word.key == "-"
                || groups::SURNAME_PARTICLES.contains(&word.key)
                || run.get(from).is_some_and(|next| next.key == "-" && next.glued)
        })
    {
        from -= 1;
    }
    if from == 0 || end == 1 {
        return (None, Some(first.span.hull(last.span)));
    }
    let surname = run.get(from).map(|word| word.span.hull(last.span));
    let given = run.get(from - 1).map(|word| first.span.hull(word.span));
    (given, surname)
}

/// What one may have several of in one place, told apart by what they are for.
fn is_facility(word: &Word<'_>) -> bool {
    groups::FACILITIES.contains(&word.key)
}

/// `Yarrow river`, `river Yarrow`, `province of Arden`, `Sollund islands`.
fn place_full(words: &[Word<'_>], found: Found, span: Span) -> Span {
    let head = |index: usize| {
        words.get(index).filter(|word| word.is(class::PLACE_HEAD) && word.shape == Shape::Lower)
    };
    if let Some(word) = head(found.end).filter(|word| !word.glued) {
        return span.hull(word.span);
    }
    // `Norland air base`, `Norland refugee camp`
    let kind = words.get(found.end).filter(|word| {
        word.shape == Shape::Lower
            && !word.glued
            && word.classes >> class::NOUN_SHIFT != 0
            && !word.is(class::FUNCTION | class::SPEECH)
    });
    if let Some(word) = kind.and_then(|_| head(found.end + 1)).filter(|word| is_facility(word)) {
        return span.hull(word.span);
    }
    let before = found.start.checked_sub(1);
    if let Some(word) = before.and_then(head) {
        return word.span.hull(span);
    }
    let of = before.and_then(|index| words.get(index)).is_some_and(|word| word.key == "of");
    if let Some(word) = found.start.checked_sub(2).and_then(head).filter(|_| of) {
        return word.span.hull(span);
    }
    span
}

/// Whether a word in lower case behind a name says that it is a body's, and no office of it: `the Norland movement`.
pub(super) fn is_body_kind(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && !word.glued && groups::BODY_KINDS.contains(&word.key)
}

/// The article that belongs to a name: `told The Lantern` in the middle of a sentence.
fn with_article(words: &[Word<'_>], found: Found) -> Option<Span> {
    let the = words.get(found.start.checked_sub(1)?).filter(|word| word.key == "the")?;
    let before = words.get(found.start.checked_sub(2)?)?;
    (the.shape == Shape::Capitalised && before.shape == Shape::Lower).then_some(the.span)
}

/// Whether a word in lower case behind a name is the legal form of a firm: `plc`, `hf.`
pub(super) fn is_legal_form(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && !word.glued && groups::LEGAL_FORMS.contains(&word.key.trim_end_matches('.'))
}

/// `XYZ news agency`: the kind of institution in lower case behind its name.
fn organisation_full(words: &[Word<'_>], found: Found, span: Span) -> Span {
    let mut key = String::new();
    let span = match with_article(words, found) {
        Some(article) => article.hull(span),
        None => span,
    };
    let mut full = span;
    if let Some(form) = words.get(found.end).filter(|word| is_legal_form(word)) {
        let dot = words.get(found.end + 1).filter(|mark| mark.key == "." && mark.glued);
        // The dot of an abbreviation, unless it ends the sentence too.
        let inside = dot.filter(|_| found.end + 2 < words.len());
        return span.hull(inside.map_or(form.span, |dot| dot.span));
    }
    if let Some(kind) = words.get(found.end).filter(|word| is_body_kind(word)) {
        return span.hull(kind.span);
    }
    if !words.get(found.end).is_some_and(|word| word.is(class::INSTITUTION)) {
        return span;
    }
    for word in words.iter().skip(found.end).take(3).take_while(|word| word.shape == Shape::Lower) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word.key);
        if institution(&key).is_some() {
            full = span.hull(word.span);
        }
    }
    full
}
