//! The model's names and the rules' names made one list.

use super::guess::is_club;
use super::lexicon::{CountryForm, Phrase, class, institution};
use super::parts::is_body_kind;
use super::tag::{Found, phrase_at};
use super::title::title_at;
use super::whole::{make_whole, untitled};
use super::word::{Shape, Word};
use super::{EntityKind, craft, foreign, model};
use corroborate_text::TokenKind;
use std::ops::Range;

/// Joins what the model's labels spell with what the rules found. Where both have a name, the model's bounds hold;
/// what the rules alone found stays if titles or gazetteers vouch for it, and otherwise is a name of unknown kind.
pub(super) fn combine(words: &[Word<'_>], labels: &[u8], ruled: &[Found]) -> Vec<Found> {
    let mut found: Vec<Found> = model::names(labels)
        .into_iter()
        .filter_map(|(start, end, kind)| settled(words, start, end, kind))
        .collect();
    // The rules' names that the model has not, in order; what stands in their place is emptied.
    let mut added: Vec<Found> = Vec::new();
    for rule in ruled {
        let (near, behind) = (beside(&found, rule), beside(&added, rule));
        let (Some(near), Some(last)) = (found.get_mut(near), added.get_mut(behind)) else { continue };
        let within = |name: &Found| rule.start <= name.start && name.end <= rule.end;
        let meets = |name: &Found| name.start < name.end && name.start < rule.end && rule.start < name.end;
        let body = rule.kind == EntityKind::Organisation
            && (foreign::body_end(words, rule.start) == Some(rule.end) || is_headed(words, rule));
        // `Ustaz Gul Wardak`, but not `Mr Wardak Foods`.
        let titled = rule.kind == EntityKind::Person
            && rule.sure
            && is_titled(words, rule.start)
            && near.iter().filter(|name| meets(name)).all(|name| name.kind == EntityKind::Person);
        // `Pieter van der Hoek` and `Anne-Lise Moreau` are one name, however the model cuts them.
        if body
            || titled
            || rule.kind == EntityKind::Person && (has_particle(words, rule) || is_cut(words, rule, near))
        {
            let mut names = near.iter().chain(&*last).filter(|name| name.start < name.end);
            let whole = names.clone().all(|name| within(name) || !meets(name));
            let person =
                body || rule.sure || names.any(|name| within(name) && name.kind == EntityKind::Person);
            if whole && person {
                near.iter_mut()
                    .chain(last)
                    .filter(|name| within(name))
                    .for_each(|name| name.end = name.start);
                added.push(*rule);
                continue;
            }
        }
        let acronym = is_acronym(words, rule, near.iter().chain(&*last));
        match near.iter_mut().chain(last).find(|name| meets(name)) {
            None => {
                let vouched = rule.adjective
                    || rule.kind == EntityKind::Person && rule.sure && is_titled(words, rule.start)
                    || is_kinded(words, rule)
                    || words.get(rule.start..rule.end).is_some_and(is_club)
                    || is_headed(words, rule)
                    || is_landmark(words, rule)
                    || is_agency(words, rule)
                    || acronym
                    || is_country(words, rule);
                let kind = match rule.kind {
                    EntityKind::Other if vouched => EntityKind::Organisation,
                    kind if vouched => kind,
                    _ => EntityKind::Other,
                };
                // The model has seen that it is a name, of something else.
                let labels = labels.get(rule.start..rule.end).unwrap_or_default();
                let other = || labels.iter().all(|label| usize::from(*label) == model::ELSE);
                let sure = vouched || rule.kind == EntityKind::Other && other();
                added.push(Found { kind, sure, ..*rule });
            }
            Some(name) if (name.start, name.end) == (rule.start, rule.end) && rule.sure => {
                if overrules(words, name, rule) {
                    name.kind = rule.kind;
                }
                name.sure = name.kind == rule.kind;
            }
            Some(_) => {}
        }
    }
    found.extend(added);
    found.retain(|name| name.start < name.end && !is_currency(words, name));
    found.sort_by_key(|name| name.start);
    make_whole(words, &mut found);
    craft::mark(words, &mut found);
    found
}

/// The places of those names, of several in order, that meet another or stand next to it, one word between at most.
fn beside(names: &[Found], name: &Found) -> Range<usize> {
    let from = names.partition_point(|other| other.end + 1 < name.start);
    let rest = names.get(from..).unwrap_or_default();
    from..from + rest.partition_point(|other| other.start <= name.end + 1)
}

/// Whether a rule knows a name's kind better than the model: a title or a given name makes a person of two words, the
/// head of an organisation makes none.
fn overrules(words: &[Word<'_>], name: &Found, rule: &Found) -> bool {
    let run = words.get(name.start..name.end).unwrap_or_default();
    let given =
        run.first().is_some_and(|word| word.is(class::GIVEN) && !word.is(class::OPENS | class::LOWER));
    match rule.kind {
        EntityKind::Person => {
            let plain = |word: &Word<'_>| {
                !word.is(class::LOWER | class::ORGANISATION_HEAD | class::PLACE_HEAD | class::OPENS)
            };
            // `Christian Democracy`: a given name before an ordinary noun is none.
            let surname = |word: &Word<'_>| word.is(class::SURNAME) || word.classes >> class::NOUN_SHIFT == 0;
            let last = run.last().is_some_and(|word| plain(word) && surname(word));
            is_titled(words, rule.start) || run.len() == 2 && given && last
        }
        EntityKind::Place => {
            is_kinded(words, rule) || name.kind == EntityKind::Person && foreign::is_place(run)
        }
        EntityKind::Organisation if is_club(run) => true,
        EntityKind::Organisation => name.kind == EntityKind::Person && run.len() > 1 && !given,
        _ => false,
    }
}

/// Whether a particle in lower case joins the words of a name: `van der`, `bin`.
fn has_particle(words: &[Word<'_>], name: &Found) -> bool {
    words.get(name.start + 1..name.end).is_some_and(|run| {
        run.iter()
            .any(|word| word.shape == Shape::Lower && word.is(class::PARTICLE) && !word.is(class::FUNCTION))
    })
}

/// Whether a name found ends at a hyphen inside this one, or begins behind it.
fn is_cut(words: &[Word<'_>], name: &Found, near: &[Found]) -> bool {
    let hyphen = |index: usize| {
        name.start < index
            && index + 1 < name.end
            && words.get(index).is_some_and(|word| word.key == "-" && word.glued)
    };
    let parts = near.iter().filter(|part| part.start < part.end);
    parts.into_iter().any(|part| hyphen(part.end) || part.start > 0 && hyphen(part.start - 1))
}

/// Whether the kind of place stands beside a name in lower case: `the river Ostra`, `Ostra province`.
fn is_kinded(words: &[Word<'_>], name: &Found) -> bool {
    let kind = |index: Option<usize>| {
        index
            .and_then(|index| words.get(index))
            .is_some_and(|word| word.shape == Shape::Lower && word.is(class::PLACE_HEAD))
    };
    let of =
        name.start.checked_sub(1).and_then(|index| words.get(index)).is_some_and(|word| word.key == "of");
    name.kind == EntityKind::Place
        && name.end - name.start < 3
        && (kind(Some(name.end)) || kind(name.start.checked_sub(1)) || of && kind(name.start.checked_sub(2)))
}

/// Whether the last word of several says that they name an organisation: `Road Safety Board`.
fn is_headed(words: &[Word<'_>], name: &Found) -> bool {
    let [first, .., last] = words.get(name.start..name.end).unwrap_or_default() else { return false };
    name.kind == EntityKind::Organisation
        && name.sure
        && last.is(class::ORGANISATION_HEAD)
        && [first, last].iter().all(|word| word.shape == Shape::Capitalised)
}

/// Whether the first or the last word of several says that they name a place: `Gulf of Norland`, `Norland River`.
fn is_landmark(words: &[Word<'_>], name: &Found) -> bool {
    let run = words.get(name.start..name.end).unwrap_or_default();
    let [first, .., last] = run else { return false };
    let body = words.get(name.end).is_some_and(is_body_kind);
    name.kind == EntityKind::Place
        && name.sure
        && !body
        && [first, last].iter().all(|word| word.shape == Shape::Capitalised)
        && ([first, last].iter().any(|word| word.is(class::PLACE_HEAD)) || foreign::is_place(run))
}

/// Whether the kind of institution stands behind an organisation's name in lower case: `the XYZ news agency`.
fn is_agency(words: &[Word<'_>], name: &Found) -> bool {
    if name.kind == EntityKind::Other && words.get(name.end).is_some_and(is_body_kind) {
        return true;
    }
    let behind = words.iter().skip(name.end).take(3).take_while(|word| word.shape == Shape::Lower);
    let Some(first) = words.get(name.end).filter(|word| word.is(class::INSTITUTION)) else { return false };
    name.kind == EntityKind::Organisation
        && behind.into_iter().any(|last| institution(first.joined(last)).is_some())
}

/// Whether an acronym is somebody's organisation: `Anna Berg of NPA`, `NPA's Anna Berg`.
fn is_acronym<'f>(words: &[Word<'_>], name: &Found, mut near: impl Iterator<Item = &'f Found>) -> bool {
    let [word] = words.get(name.start..name.end).unwrap_or_default() else { return false };
    let of = name.start.checked_sub(1).filter(|&at| words.get(at).is_some_and(|word| word.key == "of"));
    let clitic = words.get(name.end).is_some_and(|word| word.kind == TokenKind::Clitic);
    name.kind == EntityKind::Organisation
        && word.shape == Shape::Upper
        && near.any(|other| {
            let beside = of == Some(other.end) || clitic && other.start == name.end + 1;
            other.kind == EntityKind::Person && beside
        })
}

/// Whether a title or an honorific stands right before the word.
fn is_titled(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|index| words.get(index));
    let before = match before {
        Some(dot) if dot.key == "." && dot.glued => at.checked_sub(2).and_then(|index| words.get(index)),
        other => other,
    };
    before.is_some_and(|word| word.is(class::HONORIFIC) && word.is_capitalised())
        || before.is_some_and(|word| !word.is(class::FUNCTION))
            && (at.saturating_sub(4)..at).any(|first| title_at(words, first, at) == Some(at))
}

/// `US$40`: a currency, not a place.
fn is_currency(words: &[Word<'_>], name: &Found) -> bool {
    words.get(name.end).is_some_and(|word| word.glued && word.key == "$")
}

/// Whether the words are a country's name or its capital's, and no unit of a number: `30 GB`.
fn is_country(words: &[Word<'_>], name: &Found) -> bool {
    let counted = name
        .start
        .checked_sub(1)
        .and_then(|index| words.get(index))
        .is_some_and(|word| word.kind == TokenKind::Number);
    match phrase_at(words, name.start) {
        Some((end, Phrase::Country(CountryForm::Name))) => !counted && end == name.end,
        // A capital that nobody is called after.
        Some((end, Phrase::Country(CountryForm::Capital))) => {
            let run = words.get(name.start..end).unwrap_or_default();
            !counted && end == name.end && !run.iter().any(|word| word.is(class::GIVEN | class::SURNAME))
        }
        _ => false,
    }
}

/// A name of the model without the title before it; nationalities are groups, countries places.
fn settled(words: &[Word<'_>], start: usize, end: usize, kind: EntityKind) -> Option<Found> {
    let small = |word: &Word<'_>| word.shape == Shape::Lower && !word.glued;
    // `Arden archipelago` is `Arden`: what kind of thing it is, in lower case, is no part of the name.
    let mut end = end;
    while end > start + 1 && words.get(end - 1).is_some_and(small) {
        end -= 1;
    }
    let mut start = start;
    // `northern Arden` is `Arden` too.
    while start + 1 < end
        && words
            .get(start)
            .is_some_and(|word| small(word) && (word.is(class::FUNCTION) || !word.is(class::PARTICLE)))
        && words.get(start + 1).is_some_and(|next| !next.glued)
    {
        start += 1;
    }
    // `On Monday Oslo has denied it`
    let dated = |word: &Word<'_>| word.is(class::CALENDAR) && !word.is(class::GIVEN);
    while kind != EntityKind::Organisation && start + 1 < end && words.get(start).is_some_and(dated) {
        start += 1;
    }
    let mut plain = Found { start, end, kind, adjective: false, sure: false };
    untitled(words, &mut plain);
    let start = plain.start;
    match phrase_at(words, start) {
        Some((stop, Phrase::Country(form))) if stop == end => Some(match form {
            CountryForm::Adjective | CountryForm::Demonym => {
                Found { kind: EntityKind::Group, adjective: true, sure: true, ..plain }
            }
            CountryForm::Name => Found { kind: EntityKind::Place, sure: true, ..plain },
            CountryForm::Capital | CountryForm::Seat => plain,
        }),
        // An office alone names nobody: `the President`.
        _ if kind == EntityKind::Person && title_at(words, start, end) == Some(end) => None,
        _ => Some(plain),
    }
}
