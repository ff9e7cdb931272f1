//! Differences of names: one entity, spelled in several ways.

use super::sides::sides;
use super::{Difference, DifferenceKind, DifferenceRelation, Side};
use crate::cues;
use crate::pairs::pairs;
use crate::story::Story;
use crate::{Entity, Place};
use corroborate_extract::EntityKind;
use corroborate_text::fold;
use std::collections::BTreeMap;

/// Finds names of one person, place or organisation that are spelled differently.
pub(crate) fn find(story: &Story) -> Vec<Difference> {
    let mut found: Vec<Difference> =
        story.entities.iter().enumerate().filter_map(|(index, _)| of_entity(story, index)).collect();
    found.extend(two_given(story));
    found
}

/// Two people of one surname and of given names that begin alike, of whom no account names both and linked clauses say
/// the same: likely one, misnamed. They are not made one.
fn two_given(story: &Story) -> Vec<Difference> {
    let mut by_surname: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, entity) in story.entities.iter().enumerate() {
        let words = words_of(&entity.name);
        if let (EntityKind::Person, [_, .., surname]) = (entity.kind, words.as_slice()) {
            by_surname.entry(surname.clone()).or_default().push(index);
        }
    }
    let pairs = by_surname.values().flat_map(pairs);
    pairs.filter_map(|(&a, &b)| misnamed(story, a, b)).collect()
}

fn misnamed(story: &Story, a: usize, b: usize) -> Option<Difference> {
    let (first, second) = (story.entities.get(a)?, story.entities.get(b)?);
    let given = |name: &str| words_of(name).first().map(|given| given.chars().collect::<Vec<char>>());
    let (x, y) = (given(&first.name)?, given(&second.name)?);
    let begins = x.iter().zip(&y).take_while(|(x, y)| x == y).count();
    let apart = || {
        let holds = |account: usize| second.mentions.iter().any(|mention| mention.place.account == account);
        !first.mentions.iter().any(|mention| holds(mention.place.account))
    };
    if x == y || begins < LEAST_BEGINNING || !apart() {
        return None;
    }
    let clause = |place: Place| story.clause_at(place.account, place.span.start());
    let linked = |here: &Place, there: &Place| {
        let score = clause(*here).zip(clause(*there)).and_then(|(here, there)| story.link(here, there));
        score.is_some_and(|score| score >= LEAST_LINK)
    };
    let full = |entity: &Entity| -> Vec<Place> {
        let places = entity.mentions.iter().map(|mention| mention.place);
        places.filter(|&place| words_of(story.words(place)) == words_of(&entity.name)).collect()
    };
    let (left, right) = (full(first), full(second));
    left.iter().any(|here| right.iter().any(|there| linked(here, there))).then(|| Difference {
        kind: DifferenceKind::Name,
        relation: DifferenceRelation::Spelling,
        subject: first.name.clone(),
        explanation: format!(
            "“{}” and “{}”: the same is said of both, and no account names the two.",
            first.name, second.name
        ),
        sides: vec![
            Side { value: first.name.clone(), evidence: left },
            Side { value: second.name.clone(), evidence: right },
        ],
        rule: "name.given",
        claim: None,
    })
}

/// Letters with which two given names must begin to be slips of each other.
const LEAST_BEGINNING: usize = 3;
/// Lowest score of the link between two clauses that say the same of two people.
const LEAST_LINK: f64 = 0.8;

fn of_entity(story: &Story, index: usize) -> Option<Difference> {
    let entity = story.entities.get(index)?;
    if matches!(entity.kind, EntityKind::Group) {
        return None;
    }
    // The fullest form of each account, by its folded words.
    let mut forms: BTreeMap<usize, (usize, Place)> = BTreeMap::new();
    for mention in entity.mentions.iter().filter(|mention| !is_adjective(story, mention.place)) {
        let words = words_of(story.words(mention.place)).len();
        let entry = forms.entry(mention.place.account).or_insert((words, mention.place));
        if words > entry.0 {
            *entry = (words, mention.place);
        }
    }
    let longest = forms.values().map(|(words, _)| *words).max()?;
    // `Torre Alta` and `Torrealta` are one form.
    let joined = |place: Place| words_of(story.words(place)).concat();
    let fullest: Vec<String> =
        forms.values().filter(|(words, _)| *words == longest).map(|(_, place)| joined(*place)).collect();
    let is_full = |words: usize, place: Place| words == longest || fullest.contains(&joined(place));
    let full: Vec<Place> = forms
        .into_values()
        .filter(|(words, place)| is_full(*words, *place))
        .map(|(_, place)| place)
        .collect();
    let sides = sides(story, &full, fold);
    let variants = sides.len() > 1 && pairs(&sides).all(|((a, _), (b, _))| is_respelling(a, b));
    let (sides, rule) = match sides.as_slice() {
        _ if variants => (sides.into_iter().map(|(_, side)| side).collect(), "name.spelling"),
        [_] => (accented(story, &full)?, "name.diacritics"),
        _ => return None,
    };
    let shown: Vec<String> = sides.iter().map(|side| format!("“{}”", side.value)).collect();
    Some(Difference {
        kind: DifferenceKind::Name,
        relation: DifferenceRelation::Spelling,
        subject: entity.name.clone(),
        explanation: format!("{} are spellings of one name.", shown.join(" and ")),
        sides,
        rule,
        claim: None,
    })
}

/// The forms of a name that are the same but for their diacritics, if there are several; capitals and hyphens are no
/// difference.
fn accented(story: &Story, places: &[Place]) -> Option<Vec<Side>> {
    let letters =
        |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let sides = sides(story, places, letters);
    (sides.len() > 1).then(|| sides.into_iter().map(|(_, side)| side).collect())
}

/// Whether the mention at a place is an adjective or a people's name: no spelling of the country's.
fn is_adjective(story: &Story, place: Place) -> bool {
    let mentions = story.accounts.get(place.account).map_or(&[][..], |a| a.annotations.mentions.as_slice());
    let index = mentions.partition_point(|mention| mention.span.start() < place.span.start());
    mentions.get(index).is_some_and(|mention| mention.adjective || mention.kind == EntityKind::Group)
}

/// The folded words of a name but for the particles of surnames, which one paper prints and another leaves out.
fn words_of(name: &str) -> Vec<String> {
    let words: Vec<String> = name.split_whitespace().map(fold).collect();
    let last = words.len().saturating_sub(1);
    let inner = |at: usize| at > 0 && at < last;
    let kept = words
        .iter()
        .enumerate()
        .filter(|(at, word)| !inner(*at) || !cues::PARTICLES.contains(&word.as_str()));
    kept.map(|(_, word)| word.clone()).collect()
}

/// Word for word alike: every word begins alike or is close in letters, so that an alias (`Britain` for `UK`) or
/// an acronym is no respelling.
fn is_respelling(a: &str, b: &str) -> bool {
    let (x, y) = (words_of(a), words_of(b));
    x.concat() == y.concat() || x.len() == y.len() && x.iter().zip(&y).all(|(x, y)| x == y || alike(x, y))
}

/// At least half of the letters of the longer word stand in the shorter in the same order.
fn alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut row = vec![0_usize; b.len() + 1];
    for &x in &a {
        let mut corner = 0;
        for (index, &y) in b.iter().enumerate() {
            let above = row.get(index + 1).copied().unwrap_or(0);
            let left = row.get(index).copied().unwrap_or(0);
            let value = if x == y { corner + 1 } else { above.max(left) };
            corner = above;
            if let Some(cell) = row.get_mut(index + 1) {
                *cell = value;
            }
        }
    }
    2 * row.last().copied().unwrap_or(0) >= a.len().max(b.len()) && a.len().min(b.len()) > 2
}

#[cfg(test)]
mod tests {
    use super::is_respelling;

    #[test]
    fn a_respelling_is_close_in_letters() {
        assert!(is_respelling("yuri petrov", "jurij petroff"));
        assert!(is_respelling("qurban", "kurban"));
        assert!(is_respelling("pieter van dam", "pieter dam"));
        // A second given name is no particle, and a particle at the head is a name's own.
        assert!(!is_respelling("pieter jan dam", "pieter dam"));
        assert!(!is_respelling("van dam", "dam"));
        assert!(!is_respelling("britain", "uk"));
        assert!(!is_respelling("anna berg", "anna-maria berg nilsson"));
    }
}
