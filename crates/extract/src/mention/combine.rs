//! The model's names and the rules' names made one list.

use super::lexicon::{CountryForm, Phrase, class};
use super::tag::{Found, phrase_at, title_at};
use super::word::Word;
use super::{EntityKind, model};

/// Joins what the model's labels spell with what the rules found. Where both have a name, the model's bounds hold;
/// what the rules alone found stays if titles or gazetteers vouch for it, and otherwise is a name of unknown kind.
pub(super) fn combine(text: &str, words: &[Word], labels: &[usize], ruled: &[Found]) -> Vec<Found> {
    let mut found: Vec<Found> = model::names(labels)
        .into_iter()
        .filter_map(|(start, end, kind)| settled(text, words, start, end, kind))
        .collect();
    for rule in ruled {
        let overlaps = found.iter_mut().find(|name| name.start < rule.end && rule.start < name.end);
        match overlaps {
            None => {
                let before = rule.start.checked_sub(1).and_then(|index| words.get(index));
                let titled =
                    before.is_some_and(|word| word.is(class::TITLE | class::HONORIFIC) || word.key == ".");
                let vouched = rule.adjective || rule.sure && (rule.kind != EntityKind::Person || titled);
                let kind = if vouched { rule.kind } else { EntityKind::Other };
                found.push(Found { kind, ..*rule });
            }
            // A title or a given name tells a person more surely than the words around.
            Some(name) if (name.start, name.end) == (rule.start, rule.end) && rule.sure => {
                name.sure = true;
                if rule.kind == EntityKind::Person
                    && name.kind != EntityKind::Person
                    && rule.end - rule.start > 1
                {
                    name.kind = EntityKind::Person;
                }
            }
            Some(_) => {}
        }
    }
    found.sort_by_key(|name| name.start);
    found
}

/// A name of the model without the title before it; nationalities are groups, countries places.
fn settled(text: &str, words: &[Word], start: usize, end: usize, kind: EntityKind) -> Option<Found> {
    let mut start = start;
    if kind == EntityKind::Person {
        while start + 1 < end {
            let title = title_at(words, start, end).filter(|&stop| stop < end);
            let honorific = words.get(start).is_some_and(|word| word.is(class::HONORIFIC));
            let dot = usize::from(words.get(start + 1).is_some_and(|word| word.key == "."));
            match title {
                Some(stop) => start = stop,
                None if honorific && start + 1 + dot < end => start += 1 + dot,
                None => break,
            }
        }
    }
    let plain = Found { start, end, kind, adjective: false, sure: false };
    match phrase_at(text, words, start) {
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
